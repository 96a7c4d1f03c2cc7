import { expect, test } from '@jest/globals';
import { PASSWORD, photo, shapeOfThumbnail, tile, uploadRow } from './deeds.ts';
import { expectFocus, press, tabTo } from './keys.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

test('a member comes along without a mouse, from signing up to restoring an image', async () => {
  const { page, errors } = await gallery.newVisitor();
  await page.goto('/gallery');
  await press(page, page.getByRole('link', { name: 'Make an account' }));
  await tabTo(page, page.getByLabel('Name'));
  await page.keyboard.type('Ada');
  await page.keyboard.press('Tab');
  await page.keyboard.type('keyboard@example.org');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');

  await press(page, page.getByRole('link', { name: 'Gallery', exact: true }));
  await press(page, page.getByRole('link', { name: 'Upload photographs' }));
  const asked = page.waitForEvent('filechooser');
  await press(page, page.getByRole('button', { name: 'Choose photographs' }));
  await (await asked).setFiles([photo('canyon-wren.jpg'), photo('valley-midnight.jpg')]);
  await uploadRow(page, 'canyon-wren.jpg').getByText('In your gallery').waitFor();
  await uploadRow(page, 'valley-midnight.jpg').getByText('In your gallery').waitFor();
  await press(page, page.getByRole('button', { name: 'Close the list of uploads' }));

  await press(page, page.getByRole('link', { name: 'Gallery', exact: true }));
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  // The grid is one tab stop; arrows lead from picture to picture.
  await tabTo(page, page.locator('a[data-image-id]').first());
  await page.keyboard.press('ArrowRight');
  await expectFocus(page.locator('a[data-image-id]').nth(1));
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog', { name: 'Viewer' });
  await expectFocus(viewer.getByRole('button', { name: 'Close', exact: true }));
  const first = new URL(page.url()).pathname;
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL((url) => url.pathname !== first);
  await page.keyboard.press('Escape');
  await viewer.waitFor({ state: 'detached' });
  // Where the visitor left off, not where they opened it.
  await expectFocus(page.locator('a[data-image-id]').first());

  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await press(page, page.getByRole('toolbar').getByRole('button', { name: 'Trash' }));
  await page.getByText('1 image moved to the trash').first().waitFor();
  await press(page, page.getByRole('button', { name: 'Account and settings' }));
  await press(page, page.locator('#account-menu').getByRole('link', { name: 'Trash' }));
  await press(page, page.getByRole('button', { name: /^Restore / }));
  await page.getByRole('heading', { name: 'The trash is empty' }).waitFor();
  await press(page, page.getByRole('link', { name: 'To the gallery' }));
  await tile(page, 'canyon-wren').waitFor();
  await tile(page, 'valley-midnight').waitFor();
  expect(errors).toEqual([]);
});

test('the first tab stop leads over the bar to the page', async () => {
  const { page } = await gallery.newVisitor();
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
  await press(page, page.getByRole('button', { name: 'Skip to the page' }));
  await page.keyboard.press('Tab');
  await expectFocus(page.getByLabel('Email'));
});
