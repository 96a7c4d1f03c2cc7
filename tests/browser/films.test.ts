import { beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { addFilms } from './catalogue.ts';
import { signUp } from './deeds.ts';
import { expectFocus, press, tabTo } from './keys.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

const LONG_TITLE = 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb';
const FILMS = [
  { title: 'Metropolis', year: 1927, genres: ['Drama', 'Science fiction'], directors: ['Fritz Lang'] },
  { title: 'M', year: 1931, genres: ['Crime'], directors: ['Fritz Lang'] },
  { title: 'Nosferatu', year: 1922, genres: ['Horror'], directors: ['F. W. Murnau'] },
  { title: 'Sunrise', year: 1927, genres: ['Drama'], directors: ['F. W. Murnau'] },
  { title: 'The General', year: 1926, genres: ['Comedy'], directors: ['Clyde Bruckman', 'Buster Keaton'] },
  { title: LONG_TITLE, year: 1964, genres: ['Comedy'], directors: ['Stanley Kubrick'] },
];
/** More than three pages, of a decade of their own. */
const MANY = Array.from({ length: 320 }, (_, number) => ({
  title: `Serial, part ${String(number + 1).padStart(3, '0')}`,
  year: 1910 + (number % 10),
}));

beforeAll(async () => {
  const { page } = await gallery.newVisitor();
  await addFilms(page.request, [...FILMS, ...MANY]);
}, 60_000);

function film(page: Page, title: string): Locator {
  return page.locator('a[data-film-id]').filter({ hasText: title });
}

/** Waits for what a screen reader hears of the films. */
async function expectCount(page: Page, words: string): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: new RegExp(`^${words}$`) })
    .waitFor();
}

test('a visitor narrows the films; the address carries it over a reload, and Back undoes it', async () => {
  const { page, errors } = await gallery.newVisitor();
  await page.goto('/');
  await expectCount(page, 'More than 100 films');
  await page.getByLabel('Years').selectOption('1920s (4)');
  await expectCount(page, '4 films');
  await page.getByLabel('Genre').selectOption({ label: 'Drama (2)' });
  await expectCount(page, '2 films');
  await page.reload();
  await expectCount(page, '2 films');
  expect(await page.getByLabel('Genre').locator('option:checked').textContent()).toBe('Drama (2)');
  await film(page, 'Sunrise').waitFor();
  await page.getByLabel('Order').selectOption('Newest first');
  await page.waitForURL(/sort=newest/);

  await page.goBack();
  await page.goBack();
  await expectCount(page, '4 films');
  expect(await page.getByLabel('Genre').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expectCount(page, 'More than 100 films');
  await expectFocus(page.getByLabel('Genre'));
  expect(errors).toEqual([]);
});

test('films are found by their directors and by words', async () => {
  const { page } = await gallery.newVisitor();
  await page.goto('/films');
  await page.getByLabel('Director').fill('keaton');
  await page.keyboard.press('Enter');
  await expectCount(page, '1 film');
  await film(page, 'The General').waitFor();
  expect(await page.getByLabel('Director').inputValue()).toBe('Buster Keaton');
  await page.getByRole('searchbox', { name: 'Search films' }).fill('rise');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'No film matches' }).waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.goto('/films?q=rise');
  await expectCount(page, '1 film');
  await film(page, 'Sunrise').waitFor();
});

test('hundreds of films come by scrolling, and only those near the window exist', async () => {
  const { page } = await gallery.newVisitor();
  await page.goto('/films?decade=1910');
  await film(page, 'part 001').waitFor();
  while (!(await film(page, 'part 320').isVisible())) {
    await page.mouse.wheel(0, 3000);
    await page.locator('a[data-film-id]').last().waitFor();
    expect(await page.locator('mf-film-tile').count()).toBeLessThan(80);
  }
  await expectCount(page, '320 films');

  // Back from a film leads to where the visitor left off.
  await film(page, 'part 320').click();
  await page.waitForURL(/\/films\/[0-9a-f-]{36}/);
  await page.goBack();
  await expectFocus(film(page, 'part 320'));
  await page.waitForFunction(() => scrollY > 5000);
});

test('a drawn poster holds its title, however long', async () => {
  const { page } = await gallery.newVisitor({ viewport: { width: 360, height: 740 } });
  for (const decade of [1920, 1960]) {
    await page.goto(`/films?decade=${decade}`);
    await page.locator('mf-poster svg').first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    const texts = page.locator('mf-poster svg text');
    const boxes = await texts.evaluateAll((elements) =>
      elements
        .map((element) => (element as SVGTextElement).getBBox())
        .map(({ x, y, width, height }) => [x, y, x + width, y + height]),
    );
    expect(boxes.length).toBeGreaterThanOrEqual(2);
    for (const [left, top, right, bottom] of boxes as [number, number, number, number][]) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(200);
      expect(bottom).toBeLessThanOrEqual(300);
    }
  }
});

test('a member keeps films by keyboard alone: a favourite, a list, and out of it again', async () => {
  const { page, errors } = await gallery.newVisitor();
  await signUp(page);
  await page.goto('/films?decade=1920');
  await expectCount(page, '4 films');
  // The grid is one tab stop; arrows lead from film to film.
  await tabTo(page, film(page, 'The General'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expectFocus(film(page, 'Nosferatu'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByLabel('Name of the new list'));
  await page.keyboard.type('For a dark night');
  await page.keyboard.press('Enter');
  await dialog.getByRole('checkbox', { name: 'For a dark night', checked: true }).waitFor();
  await press(page, dialog.getByRole('button', { name: 'Done' }));
  await expectFocus(page.getByRole('button', { name: 'Add to a list: Nosferatu' }));
  const heart = page.getByRole('button', { name: 'Favourite: Nosferatu' });
  await press(page, heart);
  await page.getByRole('button', { name: 'Favourite: Nosferatu', pressed: true }).waitFor();

  await press(page, page.getByRole('link', { name: 'Favourites', exact: true }));
  await page.getByRole('heading', { name: 'Favourites', exact: true }).waitFor();
  await expectCount(page, '1 film');
  await page.reload();
  await page.getByRole('button', { name: 'Favourite: Nosferatu', pressed: true }).waitFor();

  await press(page, page.getByRole('link', { name: 'Lists', exact: true }));
  await press(page, page.getByRole('link', { name: 'For a dark night 1 film' }));
  await page.getByRole('heading', { name: 'For a dark night', exact: true }).waitFor();
  await press(page, page.getByRole('button', { name: 'Take out of the list: Nosferatu' }));
  await page.getByRole('heading', { name: 'This list is still empty' }).waitFor();
  await expectFocus(page.getByRole('heading', { name: 'For a dark night', exact: true }));
  expect(errors).toEqual([]);
});

test('a member renames a list and removes it', async () => {
  const { page } = await gallery.newVisitor();
  await signUp(page);
  await page.goto('/films/lists');
  await page.getByRole('heading', { name: 'No lists yet' }).waitFor();
  await page.locator('[aria-current=page]').filter({ hasText: 'Films' }).first().waitFor();
  await page.getByLabel('Name of the new list').fill('Sundays');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Rename Sundays' }).click();
  await page.getByLabel('Name of the list').fill('Rainy Sundays');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByRole('button', { name: 'Remove Rainy Sundays' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove the list' }).click();
  await page.getByRole('heading', { name: 'No lists yet' }).waitFor();
  await expectFocus(page.getByRole('heading', { name: 'Lists', exact: true }));
});

test('a heart that could not be kept goes back and says why', async () => {
  const { page } = await gallery.newVisitor();
  await signUp(page);
  await page.goto('/films?q=Metropolis');
  await page.route('**/api/favourites/*', (route) => route.abort());
  await film(page, 'Metropolis').hover();
  await page.getByRole('button', { name: 'Favourite: Metropolis' }).click();
  await page.getByText('Metropolis: movieFlix does not answer.').first().waitFor();
  await page.getByRole('button', { name: 'Favourite: Metropolis', pressed: false }).waitFor();
});
