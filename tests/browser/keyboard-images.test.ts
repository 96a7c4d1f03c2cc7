import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addFilms } from './catalogue.ts';
import { chooseFiles, photo, shapeOfThumbnail, signUp, tile, uploadRow } from './deeds.ts';
import { expectFocus, expectHeld, press, tabTo } from './keys.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

/** A new member's gallery with these photographs, nothing beside them. */
async function galleryWith(names: readonly string[]) {
  const { page, errors } = await gallery.newVisitor();
  await signUp(page);
  const files = names.map((name) => photo(`${name}.jpg`));
  await chooseFiles(page, files);
  for (const name of names) await uploadRow(page, name).getByText('In your gallery').waitFor();
  await page.getByRole('button', { name: 'Close the list of uploads' }).click();
  await page.goto('/gallery?show=mine');
  for (const name of names) await shapeOfThumbnail(tile(page, name));
  return { page, errors };
}

/** Has files chosen by the button that has the focus. */
async function choose(page: Page, names: readonly string[]): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await press(page, page.getByRole('button', { name: 'Choose photographs' }));
  await (await asked).setFiles(names.map((name) => photo(`${name}.jpg`)));
}

test('uploads are tried again, cancelled and cleared away with the keyboard', async () => {
  const { page } = await gallery.newVisitor();
  await signUp(page);
  await page.goto('/upload');
  await page.route('**/api/images', (route) => {
    const refusal = { error: { code: 'quota', message: 'There is no room left.' } };
    return route.request().method() === 'POST'
      ? route.fulfill({ status: 403, json: refusal })
      : route.fallback();
  });
  await choose(page, ['canyon-wren', 'valley-midnight', 'extreme-desert-hike']);
  await page.getByText('3 failed').first().waitFor();
  await page.unroute('**/api/images');
  await press(page, page.getByRole('button', { name: 'Try canyon-wren.jpg again' }));
  await uploadRow(page, 'canyon-wren.jpg').getByText('In your gallery').waitFor();
  await expectHeld(page);
  await press(page, page.getByRole('button', { name: 'Try failed again' }));
  for (const name of ['valley-midnight.jpg', 'extreme-desert-hike.jpg'])
    await uploadRow(page, name).getByText('In your gallery').waitFor();
  await expectHeld(page);
  await press(page, page.getByRole('button', { name: 'Clear finished' }));
  await uploadRow(page, 'canyon-wren.jpg').waitFor({ state: 'detached' });
  await expectFocus(page.locator('main'));

  await page.context().setOffline(true);
  await choose(page, ['casa-mila-rotated', 'canyon-wren']);
  await press(page, page.getByRole('button', { name: 'Cancel casa-mila-rotated.jpg' }));
  await expectFocus(page.getByRole('button', { name: 'Cancel canyon-wren.jpg' }));
  await press(page, page.getByRole('button', { name: 'Cancel all' }));
  await uploadRow(page, 'canyon-wren.jpg').waitFor({ state: 'detached' });
  await expectFocus(page.locator('main'));
});

test('in the viewer every deed is done with the keyboard', async () => {
  const { page, errors } = await galleryWith(['canyon-wren', 'valley-midnight']);
  await addFilms(page.request, [{ title: 'Metropolis', year: 1927 }]);
  await press(page, page.locator('a[data-image-id]').first());
  const viewer = page.getByRole('dialog', { name: 'Viewer' });
  await viewer.waitFor();
  const picture = viewer.locator('.pswp__item[aria-hidden=false] .pswp__img').last();
  const before = (await picture.boundingBox())!;
  await page.keyboard.press('z');
  await page.waitForFunction(
    (width) =>
      document.querySelector('.pswp__item[aria-hidden=false] .pswp__img:last-child')!.clientWidth > width,
    before.width,
  );
  await page.keyboard.press('z');

  const details = viewer.getByRole('button', { name: 'Details', exact: true });
  await press(page, details);
  await tabTo(page, viewer.getByLabel('Title'));
  await page.keyboard.type('First light');
  await tabTo(page, viewer.getByLabel('Description'));
  await page.keyboard.type('A bird on a stone.');
  await tabTo(page, viewer.getByRole('switch'));
  await page.keyboard.press('Space');
  await press(page, viewer.getByRole('button', { name: 'Save' }));
  await viewer.getByText('Saved.').waitFor();
  await expectFocus(viewer.getByRole('button', { name: 'Save' }));

  await tabTo(page, viewer.getByRole('combobox', { name: 'Film' }));
  await page.keyboard.type('metro');
  await page.getByRole('option', { name: 'Metropolis (1927)' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await viewer.getByRole('link', { name: 'Metropolis (1927)' }).waitFor();
  await expectFocus(viewer.getByRole('link', { name: 'Metropolis (1927)' }));
  await press(page, viewer.getByRole('button', { name: 'Take out of Metropolis' }));
  await expectFocus(viewer.getByRole('combobox', { name: 'Film' }));

  const download = page.waitForEvent('download');
  await press(page, viewer.getByRole('button', { name: 'Download the original' }));
  await download;
  await press(page, viewer.getByRole('button', { name: 'Close the details' }));
  await expectFocus(details);

  const first = page.url();
  await press(page, viewer.getByRole('button', { name: 'Next image' }));
  await page.waitForURL((url) => url.href !== first);
  await expectFocus(viewer.getByRole('button', { name: 'Next image' }));
  await press(page, viewer.getByRole('button', { name: 'Previous image' }));
  await page.waitForURL(first);

  const trash = viewer.getByRole('button', { name: 'Move to the trash' });
  await press(page, trash);
  await page.waitForURL((url) => url.href !== first);
  await expectFocus(trash);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your photographs will hang here' }).waitFor();
  await expectHeld(page);
  expect(errors).toEqual([]);
});

test('several images are shown, hidden, trashed, brought back and deleted with the keyboard', async () => {
  const { page, errors } = await galleryWith(['canyon-wren', 'valley-midnight', 'extreme-desert-hike']);
  const images = page.locator('a[data-image-id]');
  const bar = page.getByRole('toolbar', { name: 'Selected images' });
  const begin = async () => {
    await tabTo(page, page.locator('a[data-image-id][tabindex="0"]'));
    // By way of the last, so that the focus is seen to move.
    await page.keyboard.press('End');
    await expectFocus(images.last());
    await page.keyboard.press('Home');
    await expectFocus(images.first());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await expectFocus(images.nth(1));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Space');
    await bar.getByText('2 selected').waitFor();
  };
  await begin();
  await press(page, bar.getByRole('button', { name: 'Make public' }));
  await page.getByText('2 images now public.').first().waitFor();
  await bar.waitFor({ state: 'detached' });
  await expectHeld(page);
  await begin();
  await press(page, bar.getByRole('button', { name: 'Make private' }));
  await page.getByText('2 images now private.').first().waitFor();
  await expectHeld(page);
  await begin();
  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'detached' });
  await expectHeld(page);
  await begin();
  await press(page, bar.getByRole('button', { name: 'Clear the selection' }));
  await bar.waitFor({ state: 'detached' });
  await expectHeld(page);

  await begin();
  await press(page, bar.getByRole('button', { name: 'Trash' }));
  await page.getByText('2 images moved to the trash.').first().waitFor();
  await expectHeld(page);
  await press(page, page.getByRole('button', { name: 'Undo' }));
  await images.nth(2).waitFor();
  await expectHeld(page);
  await begin();
  await press(page, bar.getByRole('button', { name: 'Trash' }));
  await page.getByText('2 images moved to the trash.').first().waitFor();
  await expectHeld(page);
  await tabTo(page, images.first());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await press(page, bar.getByRole('button', { name: 'Trash' }));
  await page.getByRole('heading', { name: 'Your photographs will hang here' }).waitFor();
  await expectHeld(page);

  await page.goto('/trash');
  await press(page, page.getByRole('button', { name: /^Restore/ }).first());
  await page.getByText('1 image is back').first().waitFor();
  await expectFocus(page.getByRole('button', { name: /^Restore/ }).first());
  await press(page, page.getByRole('button', { name: /^Delete/ }).last());
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }));
  await page.getByText('1 image is gone.').first().waitFor();
  await expectFocus(page.getByRole('button', { name: /^Delete/ }).last());
  await press(page, page.getByRole('button', { name: 'Empty the trash' }));
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Delete all for good' }));
  await page.getByRole('heading', { name: 'The trash is empty' }).waitFor();
  await expectFocus(page.getByRole('link', { name: 'To the gallery' }));
  expect(errors).toEqual([]);
});
