import type { BrowserContextOptions } from 'playwright-core';

export const THEMES = ['dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

/** Of a window, in CSS pixels, and how wide its picture is kept: in small, the letters' edges matter less. */
export interface Size {
  width: number;
  height: number;
  keptWidth: number;
}

export interface Device {
  name: string;
  /** From the narrowest on, as a browser that has a large rendition shows no smaller one. */
  sizes: [Size, ...Size[]];
  options: BrowserContextOptions;
}

export const DEVICES: Device[] = [
  {
    name: 'phone',
    sizes: [{ width: 360, height: 740, keptWidth: 240 }],
    options: { isMobile: true, hasTouch: true },
  },
  {
    name: 'computer',
    sizes: [
      { width: 768, height: 1024, keptWidth: 384 },
      { width: 1280, height: 800, keptWidth: 640 },
      { width: 2560, height: 1440, keptWidth: 854 },
    ],
    options: {},
  },
];
