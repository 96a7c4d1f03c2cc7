import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { chooseFiles, goToGallery, photo, shapeOfThumbnail, signUp, tile, uploadRow } from './deeds.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

const THEMES = ['dark', 'light'] as const;
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

/** What axe objects to on the page as it stands, as `rule: element`. */
async function objections(page: Page, exceptRules: string[] = []): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).disableRules(exceptRules).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Goes to an address and waits for the heading that it shows. */
async function visit(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { name: heading, exact: true }).waitFor();
}

test.each(THEMES)('the pages of a visitor have nothing for axe to object to, %s', async (colorScheme) => {
  const { page } = await gallery.newVisitor({ colorScheme });
  await visit(page, '/gallery', 'Gallery');
  expect(await objections(page)).toEqual([]);
  await visit(page, '/sign-in', 'Welcome back');
  expect(await objections(page)).toEqual([]);
  await page.getByLabel('Email').fill('nobody@example.org');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
  expect(await objections(page)).toEqual([]);
  await visit(page, '/sign-up', 'Make an account');
  expect(await objections(page)).toEqual([]);
  await visit(page, '/nowhere', 'Nothing is shown here');
  expect(await objections(page)).toEqual([]);
});

test.each(THEMES)('the pages of a member have nothing for axe to object to, %s', async (colorScheme) => {
  const { page } = await gallery.newVisitor({ colorScheme });
  await signUp(page);
  expect(await objections(page)).toEqual([]);
  const broken = { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a text') };
  const small = await sharp(photo('canyon-wren.jpg')).resize(800).jpeg().toBuffer();
  await chooseFiles(page, [broken, { name: 'wren.jpg', mimeType: 'image/jpeg', buffer: small }]);
  await uploadRow(page, 'broken.jpg').getByText('not an image').waitFor();
  await uploadRow(page, 'wren.jpg').getByText('In your gallery').waitFor();
  expect(await objections(page)).toEqual([]);

  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'wren'));
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Account and theme' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  // An open menu lies over the page's regions, not in one of them.
  expect(await objections(page, ['region'])).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Select wren' }).click();
  await page.getByRole('toolbar', { name: 'Selected images' }).waitFor();
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Clear the selection' }).click();

  await tile(page, 'wren').click();
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByLabel('Title').waitFor();
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Move to the trash' }).click();
  await page.getByRole('dialog', { name: 'Viewer' }).waitFor({ state: 'detached' });

  await visit(page, '/trash', 'Trash');
  await page.getByRole('button', { name: /^Restore wren/ }).waitFor();
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Empty the trash' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).waitFor();
  expect(await objections(page)).toEqual([]);
  await visit(page, '/account', 'Account');
  expect(await objections(page)).toEqual([]);
});

test('on a phone nothing reaches over the edge, and axe objects to nothing', async () => {
  const { page } = await gallery.newVisitor(PHONE);
  await signUp(page);
  const name = `${'a-very-long-name-'.repeat(10)}.png`;
  const panorama = await sharp({ create: { width: 2000, height: 200, channels: 3, background: '#963' } })
    .png()
    .toBuffer();
  await chooseFiles(page, [{ name, mimeType: 'image/png', buffer: panorama }]);
  await uploadRow(page, name).getByText('In your gallery').waitFor();
  for (const [address, heading] of [
    ['/gallery', 'Gallery'],
    ['/upload', 'Bring your photographs in.'],
    ['/trash', 'Trash'],
    ['/account', 'Account'],
  ] as const) {
    await visit(page, address, heading);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await objections(page)).toEqual([]);
  }
});
