import { AxeBuilder } from '@axe-core/playwright';
import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { addFilms, addPictures, signInAsAdmin } from './catalogue.ts';
import {
  bringWrenAndBroken,
  chooseFiles,
  goToGallery,
  photo,
  shapeOfThumbnail,
  signUp,
  tile,
  uploadRow,
  visit,
} from './deeds.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

const THEMES = ['dark', 'light'] as const;
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

beforeAll(async () => {
  const { page } = await gallery.newVisitor();
  const films = ['Metropolis', 'Nosferatu', 'The General', 'Sunrise', 'M', 'Charade', 'Detour', 'Häxan'];
  await addFilms(
    page.request,
    films.map((title, number) => ({
      title,
      year: 1920 + number,
      genres: ['Drama'],
      directors: ['Fritz Lang'],
    })),
  );
});

/** What axe objects to on the page as it stands, as `rule: element`. */
async function objections(page: Page, exceptRules: string[] = []): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).disableRules(exceptRules).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test.each(THEMES)('the pages of a visitor have nothing for axe to object to, %s', async (colorScheme) => {
  const { page } = await gallery.newVisitor({ colorScheme });
  await visit(page, '/films', 'Films');
  await page.locator('a[data-film-id]').first().waitFor();
  expect(await objections(page)).toEqual([]);
  await visit(page, '/films?q=nothing', 'No film matches');
  expect(await objections(page)).toEqual([]);
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
  await bringWrenAndBroken(page);
  expect(await objections(page)).toEqual([]);

  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'wren'));
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Account and settings' }).click();
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

test.each(THEMES)(
  'what a member does with films has nothing for axe to object to, %s',
  async (colorScheme) => {
    const { page } = await gallery.newVisitor({ colorScheme });
    await signUp(page);
    await visit(page, '/films?show=favourites', 'No favourites yet');
    expect(await objections(page)).toEqual([]);
    await visit(page, '/films/lists', 'No lists yet');
    await page.getByLabel('Name of the new list').fill('Sundays');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('button', { name: 'Rename Sundays' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await objections(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await visit(page, '/films', 'Films');
    await page.locator('a[data-film-id]').first().hover();
    await page.getByRole('button', { name: 'Favourite: Charade' }).click();
    await page.getByRole('button', { name: 'Favourite: Charade', pressed: true }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add to a list: Charade' }).click();
    await page.getByRole('checkbox', { name: 'Sundays' }).check();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await visit(page, '/films/lists', 'Lists');
    await page.getByRole('link', { name: 'Sundays 1 film' }).click();
    await page.getByRole('button', { name: 'Take out of the list: Charade' }).waitFor();
    expect(await objections(page)).toEqual([]);
  },
);

test.each(THEMES)(
  "a film's page and what an admin does there have nothing for axe to object to, %s",
  async (colorScheme) => {
    const { page } = await gallery.newVisitor({ colorScheme });
    const [address = ''] = await addFilms(page.request, [
      { title: `The ${colorScheme} room`, year: 1920, genres: ['Horror'], directors: ['Robert Wiene'] },
    ]);
    await visit(page, '/films/00000000-0000-7000-8000-000000000000', 'This film is not shown here');
    expect(await objections(page)).toEqual([]);
    await visit(page, address, 'No pictures yet');
    expect(await objections(page)).toEqual([]);
    await signInAsAdmin(page, address);
    const [wren, valley] = await Promise.all(
      ['canyon-wren.jpg', 'valley-midnight.jpg'].map((name) =>
        // The admin is the same in both themes; what they have already would be public by then.
        sharp(photo(name))
          .resize(colorScheme === 'dark' ? 800 : 801)
          .jpeg()
          .toBuffer(),
      ),
    );
    await addPictures(page, [{ name: 'wren.jpg', mimeType: 'image/jpeg', buffer: wren! }]);
    await shapeOfThumbnail(tile(page, 'wren'));
    await page.getByText('One of your pictures here is private').waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make it public' }).click();
    await shapeOfThumbnail(page.locator('mf-film-opening'));
    await page.getByRole('checkbox', { name: 'Select wren' }).click();
    await page.getByRole('toolbar', { name: 'Selected images' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear the selection' }).click();

    await page.getByRole('button', { name: 'Choose the poster' }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'wren' }).click();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Horror' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Description').waitFor();
    expect(await objections(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Robert Wiene' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'All films by Robert Wiene' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Born').waitFor();
    expect(await objections(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: 'Keep' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep' }).click();

    await page.getByRole('link', { name: 'Edit the film' }).click();
    await page.getByRole('row', { name: 'Horror' }).waitFor();
    await page.getByRole('combobox', { name: 'Genres' }).fill('dra');
    await page.getByLabel('Year').fill('12');
    await page.getByRole('button', { name: 'Save the film' }).click();
    await page.getByText('Write a year from 1870 to 2100.').waitFor();
    expect(await objections(page)).toEqual([]);

    await chooseFiles(page, [{ name: 'valley.jpg', mimeType: 'image/jpeg', buffer: valley! }]);
    await uploadRow(page, 'valley.jpg').getByText('In your gallery').waitFor();
    await goToGallery(page);
    await tile(page, 'valley').first().click();
    await page.getByRole('button', { name: 'Details' }).click();
    await page.getByLabel('Film', { exact: true }).fill('room');
    await page.getByRole('option', { name: `The ${colorScheme} room (1920)` }).click();
    await page.getByRole('link', { name: `The ${colorScheme} room (1920)` }).waitFor();
    expect(await objections(page)).toEqual([]);
  },
);

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
    ['/films', 'Films'],
    ['/films/lists', 'Lists'],
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
