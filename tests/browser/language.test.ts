import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { de } from '../../webapp/src/texts/de.ts';
import { en } from '../../webapp/src/texts/en.ts';
import { addFilms } from './catalogue.ts';
import { photo, tile, uploadRow } from './deeds.ts';
import { ADMIN, useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

const GERMAN = { locale: 'de-DE' };

/** All that English says, as it stands, in other words than German. Shorter words may be names or units. */
const ENGLISH = sentencesOf(en).filter(
  (sentence) => sentence.length > 3 && !sentencesOf(de).includes(sentence),
);

function sentencesOf(branch: object): string[] {
  return Object.values(branch).flatMap((text: unknown) => {
    if (typeof text === 'string') return [text];
    return typeof text === 'object' && text !== null ? sentencesOf(text) : [];
  });
}

/** Keeps all that a page ever shows, also what stands there for a moment only. */
async function keepWhatIsSaid(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const keep = (node: Node) =>
      said.push(...(node.textContent ?? '').split('\n').map((line) => line.trim()));
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) keep(node);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** What the page shows to eyes and ears that is English. */
async function englishOn(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const found: (string | null)[] = [document.title];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const { parentElement, textContent } = nodes.currentNode;
      if (parentElement?.checkVisibility()) found.push(textContent);
    }
    for (const element of document.querySelectorAll('body *')) {
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        found.push(element.getAttribute(name));
    }
    return found.map((text) => text?.trim().replace(/ · movieFlix$/, ''));
  });
  return ENGLISH.filter((sentence) => shown.includes(sentence));
}

/** Goes to an address, waits for the heading that it shows, and finds no English. */
async function expectGermanAt(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { name: heading, exact: true }).waitFor();
  expect({ address, english: await englishOn(page) }).toEqual({ address, english: [] });
}

async function expectGerman(page: Page): Promise<void> {
  expect(await englishOn(page)).toEqual([]);
}

async function signInInGerman(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(de.account.email).fill(ADMIN.email);
  await page.getByLabel(de.account.password).fill(ADMIN.password);
  await page.getByRole('button', { name: de.account.signIn.deed }).click();
  await page.getByRole('heading', { name: de.titles.films, exact: true }).waitFor();
}

test('who prefers German sees nothing else from the first paint', async () => {
  const { page, errors } = await gallery.newVisitor(GERMAN);
  await keepWhatIsSaid(page);
  await page.goto('/gallery');
  await page.getByRole('heading', { name: de.gallery.empty.visitor.heading }).waitFor();
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said).toContain(de.gallery.empty.visitor.heading);
  expect(ENGLISH.filter((sentence) => said.includes(sentence))).toEqual([]);
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await page.title()).toBe('Galerie · movieFlix');
  expect(errors).toEqual([]);
});

test('no page says anything in English to a German visitor', async () => {
  const { page } = await gallery.newVisitor(GERMAN);
  await expectGermanAt(page, '/films', de.titles.films);
  await expectGermanAt(page, '/films?q=nothing', de.shared.quoted('nothing'));
  await expectGermanAt(page, '/films?show=favourites', de.films.empty.closed.heading);
  await expectGermanAt(page, '/gallery?q=nothing', de.gallery.empty.noMatch.heading);
  await expectGermanAt(page, '/upload', de.account.signIn.heading);
  await page.getByLabel(de.account.email).fill('nobody@example.org');
  await page.getByLabel(de.account.password).fill('not the password');
  await page.getByRole('button', { name: de.account.signIn.deed }).click();
  await page.getByText(de.refusals['wrong-credentials']!).waitFor();
  await expectGermanAt(page, '/sign-up', de.account.signUp.heading);
  await page.getByRole('button', { name: de.account.signUp.deed }).click();
  await page.getByText(de.account.writeName).waitFor();
  await expectGerman(page);
  await expectGermanAt(page, '/films/00000000-0000-7000-8000-000000000000', de.film.missing.heading);
  await expectGermanAt(page, '/nowhere', de.notFound.heading);
});

test('no page says anything in English to a German member', async () => {
  const { page, errors } = await gallery.newVisitor(GERMAN);
  await signInInGerman(page);
  await expectGermanAt(page, '/films', de.films.empty.programme.heading);
  await expectGermanAt(page, '/films/new', de.films.add);
  await page.getByLabel(de.film.form.title, { exact: true }).fill('Nosferatu');
  await page.getByLabel(de.film.form.year).fill('1922');
  await page.getByRole('combobox', { name: de.film.form.directors }).fill('F. W. Murnau,');
  await page.getByRole('combobox', { name: de.film.form.genres }).pressSequentially('Horror,Komödie,');
  await page.getByRole('button', { name: de.film.form.add }).click();
  await page.getByRole('heading', { name: 'Nosferatu', level: 1 }).waitFor();
  const filmAddress = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Komödie' }).waitFor();
  await expectGerman(page);
  // The catalogue has one name for it, whatever the administrators speak.
  const genres = (await (await page.request.get('/api/genres')).json()) as { items: { name: string }[] };
  expect(genres.items.map(({ name }) => name)).toEqual(['Comedy', 'Horror']);

  await page.getByRole('button', { name: 'Horror' }).click();
  await page.getByText(de.film.facts.noDescription).waitFor();
  await page.getByRole('button', { name: de.film.facts.edit, exact: true }).click();
  await expectGerman(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'F. W. Murnau' }).click();
  await page.getByText(de.film.facts.noBio).waitFor();
  await page.getByRole('button', { name: de.film.facts.edit, exact: true }).click();
  await expectGerman(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: de.films.addToList('Nosferatu') }).click();
  await page.getByRole('dialog').getByLabel(de.lists.newName).fill('Sonntag');
  await page.getByRole('dialog').getByRole('button', { name: de.lists.begin }).click();
  await page.getByRole('checkbox', { name: 'Sonntag' }).waitFor();
  await expectGerman(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: de.film.poster.choose }).click();
  await page.getByRole('heading', { name: de.film.poster.empty.heading }).waitFor();
  await expectGerman(page);
  await page.keyboard.press('Escape');

  const broken = { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a text') };
  const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('a text') };
  await page.getByLabel(de.film.gallery.pictures).setInputFiles(photo('canyon-wren.jpg'));
  await uploadRow(page, 'canyon-wren.jpg').getByText(de.uploads.status.readyInFilm('Nosferatu')).waitFor();
  await page.getByText(de.film.gallery.privateHint(1)).waitFor();
  await expectGermanAt(page, `${filmAddress}/edit`, de.titles.editFilm);
  await expectGermanAt(page, '/upload', de.uploads.page.dropAnywhere);
  const { photographs } = de.uploads.page;
  await page.locator(`input[aria-label="${photographs}"]`).setInputFiles([broken]);
  await uploadRow(page, 'broken.jpg').getByText(de.failures['not-an-image']!).waitFor();
  await page.locator(`input[aria-label="${photographs}"]`).setInputFiles([notes]);
  await uploadRow(page, 'notes.txt').getByText('eine Datei vom Typ text/plain').waitFor();
  await expectGerman(page);

  await expectGermanAt(page, '/gallery', de.titles.gallery);
  await page.getByText(de.failures['not-an-image']!).first().waitFor();
  await page.getByRole('heading', { name: de.gallery.today }).first().waitFor();
  await page.getByRole('checkbox', { name: de.gallery.tile.select('canyon-wren') }).click();
  await page.getByRole('toolbar', { name: de.gallery.selection.label }).waitFor();
  await expectGerman(page);
  await page.getByRole('button', { name: de.gallery.selection.clear }).click();
  await tile(page, 'canyon-wren').click();
  await page.getByRole('button', { name: de.viewer.details }).click();
  await page.getByRole('link', { name: 'Nosferatu (1922)' }).waitFor();
  await expectGerman(page);
  await page.getByRole('button', { name: de.viewer.trash }).click();
  await page.getByText(de.gallery.deeds.trashed(1)).first().waitFor();

  await expectGermanAt(page, '/trash', de.titles.trash);
  await page.getByRole('button', { name: de.trash.restoreImage('canyon-wren') }).waitFor();
  await page.getByRole('button', { name: de.trash.empty }).click();
  await page.getByRole('dialog').getByRole('button', { name: de.shared.keep }).waitFor();
  await expectGerman(page);
  await expectGermanAt(page, '/films', de.titles.films);
  await page.getByRole('link', { name: /^Nosferatu/ }).waitFor();
  await expectGerman(page);
  await expectGermanAt(page, '/films?show=favourites', de.films.empty.favourites.heading);
  await expectGermanAt(page, '/films/lists', de.titles.lists);
  await page.getByRole('button', { name: de.lists.removeList('Sonntag') }).click();
  await page.getByRole('heading', { name: de.lists.confirmRemove.heading('Sonntag') }).waitFor();
  await expectGerman(page);
  await expectGermanAt(page, '/account', de.account.heading);
  expect(errors).toEqual([]);
});

/** The language of which a text, or a field, says that it is in it. */
function languageOf(element: Locator): Promise<string | null> {
  return element.getAttribute('lang');
}

test("what administrators wrote says which language it is in, whatever the page's", async () => {
  const { page, errors } = await gallery.newVisitor(GERMAN);
  const synopsis = 'Two lovers stray into the city and find their way home.';
  const film = { title: 'Sunrise', year: 1927, synopsis, genres: ['Western'], directors: ['John Ford'] };
  const [address = ''] = await addFilms(page.request, [film]);
  await signInInGerman(page);
  await page.goto(address);
  expect(await languageOf(page.getByText(synopsis))).toBe('en');
  expect(await languageOf(page.locator('html'))).toBe('de');

  // What is there keeps its language until another is chosen.
  await page.getByRole('link', { name: de.film.admin.edit }).click();
  const field = page.getByLabel(de.film.form.synopsis, { exact: true });
  const language = page.getByLabel(de.film.form.synopsisLanguage);
  await expectChosen(language, 'Englisch');
  expect(await languageOf(field)).toBe('en');
  await language.selectOption('Deutsch');
  expect(await languageOf(field)).toBe('de');
  await field.fill('Zwei Liebende verirren sich in die Stadt.');
  await page.getByRole('button', { name: de.film.form.save }).click();
  expect(await languageOf(page.getByText('Zwei Liebende'))).toBe('de');

  // What is yet to be written is taken to be in the language of the page.
  for (const [name, nothingYet, label] of [
    ['Western', de.film.facts.noDescription, de.film.facts.description],
    ['John Ford', de.film.facts.noBio, de.film.facts.bio],
  ] as const) {
    await page.getByRole('button', { name }).click();
    const dialog = page.getByRole('dialog', { name });
    expect(await languageOf(dialog.getByText(nothingYet))).toBeNull();
    await dialog.getByRole('button', { name: de.film.facts.edit, exact: true }).click();
    await expectChosen(dialog.getByLabel(de.film.facts.textLanguage), 'Deutsch');
    expect(await languageOf(dialog.getByLabel(label))).toBe('de');
    await dialog.getByLabel(label).fill('Pferde und weites Land.');
    await dialog.getByRole('button', { name: de.shared.save }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto(address);
    await page.getByRole('button', { name }).click();
    expect(await languageOf(dialog.getByText('Pferde und weites Land.'))).toBe('de');
    await page.keyboard.press('Escape');
  }
  expect(errors).toEqual([]);
});

async function expectChosen(select: Locator, name: string): Promise<void> {
  expect(await select.locator('option:checked').textContent()).toBe(name);
}
