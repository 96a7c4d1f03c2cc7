import { expect, test } from '@jest/globals';
import { PASSWORD, photo, shapeOfThumbnail, signUp, tile, uploadRow } from './deeds.ts';
import { expectFocus, expectHeld, press, tabTo } from './keys.ts';
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
  // Whoever goes elsewhere before would be brought here afterwards.
  await page.waitForURL('**/films');

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

test('theme, language, account and session are changed with the keyboard', async () => {
  const { page, errors } = await gallery.newVisitor();
  const email = await signUp(page);
  const menu = page.getByRole('button', { name: 'Account and settings' });
  await press(page, menu);
  await tabTo(page, page.getByRole('radio', { name: 'Like the system' }).first());
  await page.keyboard.press('ArrowDown');
  await expectFocus(page.getByRole('radio', { name: 'Dark' }));
  await page.waitForFunction(() => getComputedStyle(document.documentElement).colorScheme === 'dark');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await expectFocus(page.getByRole('radio', { name: 'Deutsch' }));
  await page.getByRole('button', { name: 'Abmelden' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await expectFocus(page.getByRole('radio', { name: 'English' }));
  await page.keyboard.press('Escape');
  await expectFocus(menu);

  await page.keyboard.press('Enter');
  await press(page, page.locator('#account-menu').getByRole('link', { name: 'Account' }));
  await tabTo(page, page.getByLabel('Name'));
  await page.keyboard.press('End');
  await page.keyboard.type(' Lovelace');
  await page.keyboard.press('Enter');
  await page.getByText('Saved.').waitFor();
  await expectFocus(page.getByLabel('Name'));
  await tabTo(page, page.getByLabel('Current password'));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Tab');
  await page.keyboard.type('quite another one');
  await press(page, page.getByRole('button', { name: 'Change the password' }));
  await page.getByText('Changed.').waitFor();
  await expectFocus(page.getByRole('button', { name: 'Change the password' }));

  await press(page, menu);
  await press(page, page.getByRole('button', { name: 'Sign out' }));
  await page.waitForURL('**/films');
  await expectFocus(menu);
  await press(page, menu);
  await press(page, page.locator('#account-menu').getByRole('link', { name: 'Sign in' }));
  await tabTo(page, page.getByLabel('Email'));
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type('quite another one');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/films');
  await expectFocus(page.locator('main'));
  await page.goto('/account');
  await tabTo(page, page.getByLabel('Your password, to be sure'));
  await page.keyboard.type('quite another one');
  await page.keyboard.press('Enter');
  await page.getByText('Your account and your images are gone.').first().waitFor();
  await page.waitForURL('**/films');
  await expectHeld(page);
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
