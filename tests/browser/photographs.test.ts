import path from 'node:path';
import { expect, test } from '@jest/globals';
import {
  chooseFiles,
  goToGallery,
  goToTrash,
  PASSWORD,
  photo,
  shapeOfThumbnail,
  signUp,
  tile,
} from './deeds.ts';
import { useWholeGallery } from './whole-gallery.ts';

const FIVE = [
  'canyon-wren.jpg',
  'casa-mila-rotated.jpg',
  'extreme-desert-hike.jpg',
  'high-trestle-trail.heic',
  'valley-midnight.jpg',
];

const gallery = useWholeGallery();

test('a newcomer signs up, uploads five photographs, and their thumbnails appear by themselves', async () => {
  const { page, errors } = await gallery.newVisitor();
  await signUp(page);
  await chooseFiles(page, FIVE.map(photo));
  await goToGallery(page);

  const shapes = await Promise.all(FIVE.map((name) => shapeOfThumbnail(tile(page, path.parse(name).name))));
  expect(shapes[FIVE.indexOf('canyon-wren.jpg')]).toBeGreaterThan(1);
  // Stored lying, shown standing: by EXIF in the JPEG, by its own rotation in the HEIC.
  expect(shapes[FIVE.indexOf('casa-mila-rotated.jpg')]).toBeCloseTo(2 / 3, 2);
  expect(shapes[FIVE.indexOf('high-trestle-trail.heic')]).toBeCloseTo(2 / 3, 2);
  expect(errors).toEqual([]);
});

test('an image opens large, with what its camera wrote, and Back closes it', async () => {
  const { page, errors } = await gallery.newVisitor();
  await signUp(page);
  await chooseFiles(page, [photo('casa-mila-rotated.jpg')]);
  await goToGallery(page);
  await tile(page, 'casa-mila-rotated').click();

  const viewer = page.getByRole('dialog', { name: 'Viewer' });
  await viewer.waitFor();
  // 720 pixels high here, so the smallest rendition would not do.
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>('.stage img')].some(
      ({ complete, naturalWidth, currentSrc }) =>
        complete && naturalWidth > 0 && /\/(640|1280|2048)\.webp/.test(currentSrc),
    ),
  );
  await viewer.getByRole('button', { name: 'Details' }).click();
  await viewer.getByText(/f\/\d/).waitFor();
  await page.goBack();
  await viewer.waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/gallery');
  expect(errors).toEqual([]);
});

test('title and visibility are kept, and a public image is seen by a visitor', async () => {
  const { page } = await gallery.newVisitor();
  await signUp(page);
  await chooseFiles(page, [photo('valley-midnight.jpg')]);
  await goToGallery(page);
  await tile(page, 'valley-midnight').click();
  const viewer = page.getByRole('dialog', { name: 'Viewer' });
  await viewer.getByRole('button', { name: 'Details' }).click();
  await viewer.getByLabel('Title').fill('Valley at midnight');
  await viewer.getByRole('switch').click();
  await viewer.getByRole('button', { name: 'Save' }).click();
  await viewer.getByText('Saved').waitFor();

  const visitor = await gallery.newVisitor();
  await visitor.page.goto('/gallery');
  await shapeOfThumbnail(tile(visitor.page, 'Valley at midnight'));
});

test("another member's private image is not to be had, even by its address", async () => {
  const owner = await gallery.newVisitor();
  await signUp(owner.page);
  await chooseFiles(owner.page, [photo('canyon-wren.jpg')]);
  await goToGallery(owner.page);
  await tile(owner.page, 'canyon-wren').click();
  await owner.page.waitForURL(/\/gallery\/[0-9a-f-]{36}/);

  const other = await gallery.newVisitor();
  await signUp(other.page);
  await other.page.goto(new URL(owner.page.url()).pathname);
  await other.page
    .getByRole('alert')
    .filter({ hasText: /no such image/ })
    .waitFor();
});

test('an image goes to the trash and comes back', async () => {
  const { page, errors } = await gallery.newVisitor();
  await signUp(page);
  await chooseFiles(page, [photo('valley-midnight.jpg'), photo('canyon-wren.jpg')]);
  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  await tile(page, 'valley-midnight').click();
  await page.getByRole('button', { name: 'Move to the trash' }).click();
  await tile(page, 'valley-midnight').waitFor({ state: 'detached' });
  // The viewer goes on to the next image.
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  await goToTrash(page);
  await page.getByRole('button', { name: /^Restore valley-midnight/ }).click();
  await page.getByRole('heading', { name: 'The trash is empty' }).waitFor();
  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'valley-midnight'));
  expect(errors).toEqual([]);
});

test('a member signs out, and in again on another device', async () => {
  const first = await gallery.newVisitor();
  const email = await signUp(first.page);
  await first.page.getByRole('button', { name: 'Account and settings' }).click();
  await first.page.getByRole('button', { name: 'Sign out' }).click();
  await first.page.getByRole('link', { name: 'Sign in' }).first().waitFor();

  const second = await gallery.newVisitor({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await second.page.goto('/sign-in');
  await second.page.getByLabel('Email').fill(email);
  await second.page.getByLabel('Password').fill('not the password');
  await second.page.getByRole('button', { name: 'Sign in' }).click();
  await second.page
    .getByRole('alert')
    .filter({ hasText: /password/i })
    .waitFor();
  await second.page.getByLabel('Password').fill(PASSWORD);
  await second.page.getByRole('button', { name: 'Sign in' }).click();
  await second.page.getByRole('heading', { name: 'Films', exact: true }).waitFor();
});
