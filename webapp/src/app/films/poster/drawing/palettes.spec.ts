import { expect, test } from '@jest/globals';
import { PALETTES } from './palettes';

test('ink reads on the ground of every palette', () => {
  for (const { ground, ink } of PALETTES) expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5);
});

test('the first two accents stand off the ground and off each other', () => {
  for (const { ground, accents } of PALETTES) {
    const [first, second] = accents;
    for (const accent of [first, second]) expect(distance(ground, accent)).toBeGreaterThan(60);
    expect(distance(first, second)).toBeGreaterThan(60);
  }
});

/** WCAG's contrast ratio. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function distance(one: string, other: string): number {
  const others = channels(other);
  return Math.hypot(...channels(one).map((channel, place) => channel - others[place]!));
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
