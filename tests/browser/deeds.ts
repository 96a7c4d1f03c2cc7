import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';

export const PASSWORD = 'a long enough password';

const PHOTOS = path.join(import.meta.dirname, '../fixtures/photos');

/** The path of one of the sample photographs. */
export function photo(name: string): string {
  return path.join(PHOTOS, name);
}

/** An e-mail address that nobody has yet. */
export function newEmail(): string {
  return `${randomUUID()}@example.org`;
}

/** Signs a new member up and ends in the gallery. Returns the e-mail address. */
export async function signUp(page: Page, email = newEmail()): Promise<string> {
  await page.goto('/sign-up?next=/gallery');
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('heading', { name: 'Gallery', exact: true }).waitFor();
  return email;
}

/** Goes to an address and waits for the heading that it shows. */
export async function visit(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { name: heading, exact: true }).waitFor();
}

/** Hands files to the upload page as the file chooser would. */
export async function chooseFiles(
  page: Page,
  files: string[] | { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  await page.getByRole('link', { name: 'Upload', exact: true }).first().click();
  await page.getByRole('heading', { name: /Drop photographs anywhere|Bring your photographs/ }).waitFor();
  await page.getByLabel('Photographs', { exact: true }).setInputFiles(files);
}

/** The row of a file in the list of uploads. */
export function uploadRow(page: Page, filename: string): Locator {
  return page.locator('mf-upload-row').filter({ hasText: filename });
}

/** Brings `wren.jpg` into the gallery, and `broken.jpg`, which is no image. Ends with both in the list of uploads. */
export async function bringWrenAndBroken(page: Page): Promise<void> {
  const broken = { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a text') };
  const small = await sharp(photo('canyon-wren.jpg')).resize(800).jpeg().toBuffer();
  await chooseFiles(page, [broken, { name: 'wren.jpg', mimeType: 'image/jpeg', buffer: small }]);
  await uploadRow(page, 'broken.jpg').getByText('not an image').waitFor();
  await uploadRow(page, 'wren.jpg').getByText('In your gallery').waitFor();
}

export async function goToGallery(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Gallery', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Gallery', exact: true }).waitFor();
}

/** The image of that title in the gallery; without a title it has its file's name, less the ending. */
export function tile(page: Page, title: string | RegExp): Locator {
  return page.locator('a[data-image-id]').filter({ hasText: title });
}

/** Waits until the picture of a tile is really decoded, and tells its shape as width by height. */
export async function shapeOfThumbnail(thumbnail: Locator): Promise<number> {
  const picture = thumbnail.locator('img').last();
  await picture.waitFor();
  return picture.evaluate(async (element) => {
    const image = element as HTMLImageElement;
    await image.decode();
    return image.naturalWidth / image.naturalHeight;
  });
}

/** Opens an image of a page in the viewer, once its thumbnail is there. */
export async function openImage(page: Page, thumbnail: Locator): Promise<void> {
  await thumbnail.locator('img.loaded').waitFor();
  await thumbnail.click();
  await page.getByRole('dialog', { name: 'Viewer' }).waitFor();
}

/** Through the menu of the account, as the trash has no place in the bar. */
export async function goToTrash(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.locator('#account-menu').getByRole('link', { name: 'Trash' }).click();
  await page
    .getByRole('heading', { name: /Trash|The trash is empty/ })
    .first()
    .waitFor();
}
