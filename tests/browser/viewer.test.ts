import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { chooseFiles, goToGallery, photo, shapeOfThumbnail, signUp, tile } from './deeds.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();
const NAMES = ['canyon-wren', 'valley-midnight', 'casa-mila-rotated'];

/** Waits until one picture alone is in the stage, whole, and it is the one that the details are about. */
async function expectInStep(page: Page, title: string): Promise<void> {
  await page.waitForFunction((expected) => {
    const stage = document.querySelector('.stage')?.getBoundingClientRect();
    const field = document.querySelector<HTMLInputElement>('input[formControlName=title]');
    if (!stage || field?.value !== expected) return false;
    const inSight = [...document.querySelectorAll<HTMLImageElement>('.stage img[alt]:not([alt=""])')].filter(
      (image) => {
        const { left, right } = image.getBoundingClientRect();
        return right > stage.left + 1 && left < stage.right - 1;
      },
    );
    const box = inSight[0]?.getBoundingClientRect();
    return (
      inSight.length === 1 &&
      inSight[0]?.alt === expected &&
      box !== undefined &&
      box.left >= stage.left - 1 &&
      box.right <= stage.right + 1 &&
      box.bottom <= stage.bottom + 1 &&
      // As large as the stage lets it be.
      (box.width >= stage.width - 2 || box.height >= stage.height - 2)
    );
  }, title);
}

test('picture and details stay in step while the window turns and the images are leafed through', async () => {
  const { page, errors } = await gallery.newVisitor({ viewport: { width: 1280, height: 800 } });
  await signUp(page);
  await chooseFiles(
    page,
    NAMES.map((name) => photo(`${name}.jpg`)),
  );
  await goToGallery(page);
  for (const name of NAMES) await shapeOfThumbnail(tile(page, name));
  const titles = await page
    .locator('a[data-image-id]')
    .evaluateAll((tiles) => tiles.map((element) => element.getAttribute('aria-label') ?? ''));
  const [first = '', second = '', third = ''] = titles;

  await tile(page, first).click();
  await page.getByRole('button', { name: 'Details' }).click();
  await expectInStep(page, first);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectInStep(page, first);
  await page.setViewportSize({ width: 740, height: 360 });
  await expectInStep(page, first);
  await page.getByRole('button', { name: 'Next image' }).click();
  await expectInStep(page, second);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectInStep(page, second);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Next image' }).click();
  await expectInStep(page, third);
  expect(new URL(page.url()).pathname).toMatch(/^\/gallery\/[0-9a-f-]{36}$/);
  expect(errors).toEqual([]);
});

test('a search that failed without a connection is made good when it is back', async () => {
  const { page } = await gallery.newVisitor();
  await signUp(page);
  await chooseFiles(page, [photo('canyon-wren.jpg')]);
  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  await page.context().setOffline(true);
  await page.getByRole('searchbox').fill('wren');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('You are offline.').waitFor();
  await page.context().setOffline(false);
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
});

/** A GIF of two frames. */
async function movingPicture(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const frames = await Promise.all(
    NAMES.slice(0, 2).map((name) =>
      sharp(photo(`${name}.jpg`))
        .resize(400, 300)
        .png()
        .toBuffer(),
    ),
  );
  const buffer = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [200, 200] })
    .toBuffer();
  return { name: 'moving.gif', mimeType: 'image/gif', buffer };
}

/** Waits until what is in the stage is a still, or a file that moves. */
async function expectShown(page: Page, kind: 'webp' | 'gif'): Promise<void> {
  await page.waitForFunction((expected) => {
    const shown = document.querySelector<HTMLImageElement>('.stage img[alt="moving"]');
    const isOriginal = shown?.currentSrc.includes('/originals/') === true;
    return shown?.complete === true && shown.naturalWidth > 0 && isOriginal === (expected === 'gif');
  }, kind);
}

test('an animation moves in the viewer, and stands still when asked to', async () => {
  const { page, errors } = await gallery.newVisitor({ reducedMotion: 'no-preference' });
  await signUp(page);
  await chooseFiles(page, [photo('canyon-wren.jpg')]);
  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  await chooseFiles(page, [await movingPicture()]);
  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'moving'));
  expect(await tile(page, 'moving').getAttribute('aria-label')).toBe('moving, animated');
  await tile(page, 'moving').click();
  await expectShown(page, 'gif');
  await page.getByRole('button', { name: 'Next image' }).click();
  await page.getByRole('button', { name: 'Pause the animation' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Previous image' }).click();
  await expectShown(page, 'gif');
  await page.getByRole('button', { name: 'Pause the animation' }).click();
  await expectShown(page, 'webp');

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  const play = page.getByRole('button', { name: 'Play the animation' });
  await play.waitFor();
  await expectShown(page, 'webp');
  await play.click();
  await expectShown(page, 'gif');
  expect(errors).toEqual([]);
});
