import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { Size, Theme } from './devices.ts';

/** Shows the page in a window of that size and theme, as it is once its layout has followed. */
export async function showIn(page: Page, { width, height }: Size, colorScheme: Theme): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  // Nothing lies under the pointer, and in the viewer controls are there for as long as it moves.
  await page.mouse.move(1, 1);
  await page.mouse.move(0, 0);
  await page.waitForFunction(allIsThere);
}

/** The page as it stands, as the WebP that is kept of it. */
export async function takePicture(page: Page, { keptWidth }: Size): Promise<Buffer> {
  // A JPEG is made and read in a fraction of the time of a PNG.
  const shot = await page.screenshot({ animations: 'disabled', scale: 'css', type: 'jpeg', quality: 100 });
  return sharp(shot).resize(keptWidth).webp({ quality: 82, smartSubsample: true }).toBuffer();
}

/** Two frames later, whether fonts and the images in sight are drawn. */
async function allIsThere(): Promise<boolean> {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await nextFrame();
  await nextFrame();
  await document.fonts.ready;
  const inSight = [...document.images].filter((image) => {
    const { top, bottom, width } = image.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight;
  });
  return inSight.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
}
