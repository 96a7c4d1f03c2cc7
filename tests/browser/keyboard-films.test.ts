import { expect, test } from '@jest/globals';
import { addFilms, signInAsAdmin } from './catalogue.ts';
import { photo, shapeOfThumbnail, signUp, tile, uploadRow, visit } from './deeds.ts';
import { expectFocus, expectHeld, press, tabTo } from './keys.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

/** The address of a film that was just added. */
async function newFilm(title: string): Promise<string> {
  const { page } = await gallery.newVisitor();
  const [address = ''] = await addFilms(page.request, [
    { title, year: 1922, genres: ['Horror'], directors: ['F. W. Murnau'] },
  ]);
  return address;
}

test('lists are begun, renamed and removed with the keyboard', async () => {
  const { page } = await gallery.newVisitor();
  await signUp(page);
  await visit(page, '/films/lists', 'Lists');
  await tabTo(page, page.getByLabel('Name of the new list'));
  await page.keyboard.type('Sundays');
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('button', { name: 'Rename Sundays' }));
  await expectFocus(page.getByLabel('Name of the list'));
  await page.keyboard.press('End');
  await page.keyboard.type(', all of them');
  await page.keyboard.press('Enter');
  const rename = page.getByRole('button', { name: 'Rename Sundays, all of them' });
  await expectFocus(rename);
  await press(page, page.getByRole('button', { name: 'Remove Sundays, all of them' }));
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Remove the list' }));
  await page.getByRole('heading', { name: 'No lists yet' }).waitFor();
  await expectFocus(page.getByRole('heading', { name: 'Lists', exact: true }));
});

test('films are searched and narrowed with the keyboard, from an empty search too', async () => {
  const { page } = await gallery.newVisitor();
  await newFilm('Häxan');
  await visit(page, '/films', 'Films');
  await tabTo(page, page.getByRole('searchbox', { name: 'Search films' }));
  await page.keyboard.type('nothing of the kind');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'No film matches' }).waitFor();
  await press(page, page.getByRole('button', { name: 'Clear filters' }));
  await page.locator('a[data-film-id]').first().waitFor();
  await expectFocus(page.getByLabel('Genre'));
  await page.keyboard.type('Horror');
  await page.waitForURL(/genre=/);
  await press(page, page.getByRole('button', { name: 'Clear filters' }));
  await page.waitForURL((url) => !url.search.includes('genre'));
  await expectFocus(page.getByLabel('Genre'));
});

test('films that did not come are asked for again with the keyboard', async () => {
  const address = await newFilm('Faust');
  const { page } = await gallery.newVisitor();
  await page.route('**/api/movies**', (route) => route.abort());
  await visit(page, '/films', 'The films did not come');
  await page.unroute('**/api/movies**');
  await press(page, page.getByRole('button', { name: 'Try again' }));
  await page.locator('a[data-film-id]').first().waitFor();
  await expectHeld(page);

  await page.route('**/api/movies/**', (route) => route.abort());
  await visit(page, address, 'The film did not come');
  await page.unroute('**/api/movies/**');
  await press(page, page.getByRole('button', { name: 'Try again' }));
  await page.getByRole('heading', { name: 'Faust', level: 1 }).waitFor();
  await expectHeld(page);
});

test('a film gets pictures, shows and loses them with the keyboard', async () => {
  const address = await newFilm('Nosferatu');
  const { page, errors } = await gallery.newVisitor();
  await signUp(page);
  await visit(page, address, 'Nosferatu');
  const asked = page.waitForEvent('filechooser');
  await press(page, page.getByRole('button', { name: 'Add pictures' }));
  await (await asked).setFiles([photo('canyon-wren.jpg')]);
  await uploadRow(page, 'canyon-wren.jpg').getByText('In your gallery').waitFor();
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  await expectHeld(page);
  await press(page, page.getByRole('button', { name: 'Make it public' }));
  await page.getByText('of your pictures here is private').waitFor({ state: 'detached' });
  await expectHeld(page);

  const takeOut = page.getByRole('button', { name: 'Take out of the film' });
  await tabTo(page, page.getByRole('checkbox', { name: 'Select canyon-wren' }));
  await page.keyboard.press('Space');
  await press(page, takeOut);
  await page.getByRole('heading', { name: 'No pictures yet' }).waitFor();
  await expectHeld(page);
  await press(page, page.getByRole('button', { name: 'Choose from the gallery' }));
  const dialog = page.getByRole('dialog', { name: 'Your gallery' });
  await tabTo(page, dialog.getByRole('checkbox', { name: 'canyon-wren' }));
  await page.keyboard.press('Space');
  await press(page, dialog.getByRole('button', { name: 'Add to the film' }));
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  await expectFocus(page.getByRole('button', { name: 'Choose from the gallery' }));
  expect(errors).toEqual([]);
});

test('an administrator changes a film, its genre and its poster, and removes it, with the keyboard', async () => {
  const address = await newFilm('Sunrise');
  const { page, errors } = await gallery.newVisitor();
  await signInAsAdmin(page, address);
  await press(page, page.getByRole('link', { name: 'Edit the film' }));
  await page.getByRole('row', { name: 'F. W. Murnau' }).waitFor();
  await expectHeld(page);
  await tabTo(page, page.getByLabel('Minutes'));
  await page.keyboard.type('94');
  await press(page, page.getByRole('button', { name: 'Save the film' }));
  await page.getByText('1 h 34 min').waitFor();
  await expectFocus(page.locator('main'));

  const genre = page.getByRole('button', { name: 'Horror' });
  await press(page, genre);
  await press(page, page.getByRole('button', { name: 'Edit', exact: true }));
  await expectFocus(page.getByLabel('Description'));
  await press(page, page.getByRole('button', { name: 'Cancel' }));
  await expectHeld(page);
  await press(page, page.getByRole('button', { name: 'Edit', exact: true }));
  await page.keyboard.type('What frightens.');
  await press(page, page.getByRole('button', { name: 'Save' }));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expectFocus(genre);

  await page.getByLabel('Pictures of this film').setInputFiles([photo('valley-midnight.jpg')]);
  await shapeOfThumbnail(tile(page, 'valley-midnight'));
  await press(page, page.getByRole('button', { name: 'Make it public' }));
  await press(page, page.getByRole('button', { name: 'Choose the poster' }));
  const posters = page.getByRole('dialog', { name: 'Choose the poster' });
  await tabTo(page, posters.getByRole('checkbox', { name: 'valley-midnight' }));
  await page.keyboard.press('Space');
  await press(page, posters.getByRole('button', { name: 'Make it the poster' }));
  await shapeOfThumbnail(page.getByRole('img', { name: /^Poster of Sunrise/ }));
  await expectFocus(page.getByRole('button', { name: 'Choose the poster' }));
  await press(page, page.getByRole('button', { name: 'Draw one instead' }));
  await page.getByRole('button', { name: 'Draw one instead' }).waitFor({ state: 'detached' });
  await expectHeld(page);

  await press(page, page.getByRole('button', { name: 'Remove', exact: true }));
  await press(page, page.getByRole('button', { name: 'Remove the film' }));
  await page.waitForURL('/films');
  await expectHeld(page);
  expect(errors).toEqual([]);
});
