import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { addFilms, addPictures, signInAsAdmin } from './catalogue.ts';
import { chooseFiles, goToGallery, photo, shapeOfThumbnail, signUp, tile, uploadRow } from './deeds.ts';
import { expectFocus, press, tabTo } from './keys.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

/** The address of a film that was just added. */
async function newFilm(title: string): Promise<string> {
  const { page } = await gallery.newVisitor();
  const film = { title, year: 1922, genres: ['Horror'], directors: ['F. W. Murnau'] };
  const [address = ''] = await addFilms(page.request, [film]);
  return address;
}

/** A page of a new member with one photograph in the gallery, at an address. */
async function pageOfMember(filename: string, address: string) {
  const { page, errors } = await gallery.newVisitor();
  await signUp(page);
  await chooseFiles(page, [photo(filename)]);
  await uploadRow(page, filename).getByText('In your gallery').waitFor();
  await page.goto(address);
  await page.getByRole('heading', { name: 'Gallery', exact: true }).waitFor();
  return { page, errors };
}

test('a film gets pictures from members, a poster of them, and leaves them to the gallery when it goes', async () => {
  const { page: admin } = await gallery.newVisitor();
  await signInAsAdmin(admin, '/films');
  await admin.getByRole('link', { name: 'Add a film' }).click();
  await admin.getByLabel('Title', { exact: true }).fill('Nosferatu');
  await admin.getByLabel('Year').fill('1922');
  await admin.getByRole('button', { name: 'Add the film' }).click();
  await admin.getByRole('heading', { name: 'Nosferatu', level: 1 }).waitFor();
  const address = new URL(admin.url()).pathname;
  const { page: member, errors } = await pageOfMember('canyon-wren.jpg', address);
  await addPictures(member, [photo('valley-midnight.jpg')]);
  await uploadRow(member, 'valley-midnight.jpg').getByText('In your gallery and in “Nosferatu”').waitFor();
  expect(await shapeOfThumbnail(tile(member, 'valley-midnight'))).toBeGreaterThan(1);

  await member.getByRole('button', { name: 'Choose from the gallery' }).click();
  const dialog = member.getByRole('dialog', { name: 'Your gallery' });
  await dialog.getByRole('checkbox', { name: 'canyon-wren' }).click();
  // What is in the film already is not offered.
  expect(await dialog.getByRole('checkbox').count()).toBe(1);
  await dialog.getByRole('button', { name: 'Add to the film' }).click();
  await shapeOfThumbnail(tile(member, 'canyon-wren'));
  await member.getByText('2 of your pictures here are private').waitFor();
  await member.getByRole('button', { name: 'Make them public' }).click();
  await member.getByText('of your pictures here are private').waitFor({ state: 'detached' });

  await admin.reload();
  await admin.getByRole('button', { name: 'Choose the poster' }).click();
  const posters = admin.getByRole('dialog', { name: 'Choose the poster' });
  await posters.getByRole('checkbox', { name: 'canyon-wren' }).click();
  await posters.getByRole('button', { name: 'Make it the poster' }).click();
  await shapeOfThumbnail(admin.getByRole('img', { name: /^Poster of Nosferatu/ }));
  // The page opens with the other one.
  await shapeOfThumbnail(admin.locator('mf-film-opening'));
  expect(await admin.locator('mf-film-opening img').getAttribute('alt')).toBe('valley-midnight');

  await admin.getByRole('button', { name: 'Remove', exact: true }).click();
  await admin.getByRole('button', { name: 'Remove the film' }).click();
  await admin.getByText('“Nosferatu” is removed.').first().waitFor();
  await admin.waitForURL('/films');
  expect(errors).toEqual([]);
  await member.reload();
  await member.getByRole('heading', { name: 'This film is not shown here' }).waitFor();
  await goToGallery(member);
  await shapeOfThumbnail(tile(member, 'canyon-wren'));
  await shapeOfThumbnail(tile(member, 'valley-midnight'));
});

test('an administrator adds a film without a mouse, and looks at its director', async () => {
  const { page, errors } = await gallery.newVisitor();
  await signInAsAdmin(page, '/films');
  await press(page, page.getByRole('link', { name: 'Add a film' }));
  await tabTo(page, page.getByLabel('Title', { exact: true }));
  await page.keyboard.type('Metropolis');
  await tabTo(page, page.getByLabel('Year'));
  await page.keyboard.type('1927');
  await tabTo(page, page.getByLabel('Minutes'));
  await page.keyboard.type('153');
  await tabTo(page, page.getByRole('combobox', { name: 'Directors' }));
  await page.keyboard.type('Fritz Lang');
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: 'Fritz Lang' }).waitFor();
  await tabTo(page, page.getByRole('combobox', { name: 'Genres' }));
  await page.keyboard.type('Science fiction, Drama,');
  await page.getByRole('row', { name: 'Drama' }).waitFor();
  await tabTo(page, page.getByLabel('Synopsis', { exact: true }));
  await page.keyboard.type('Above the gardens, below the machines.');
  await press(page, page.getByRole('button', { name: 'Add the film' }));

  await page.getByRole('heading', { name: 'Metropolis', level: 1 }).waitFor();
  await page.getByText('1927 · 2 h 33 min').waitFor();
  const director = page.getByRole('button', { name: 'Fritz Lang' });
  await press(page, director);
  await page.getByRole('dialog', { name: 'Fritz Lang' }).waitFor();
  await press(page, page.getByRole('button', { name: 'Edit', exact: true }));
  await tabTo(page, page.getByLabel('Born'));
  await page.keyboard.type('1890');
  await press(page, page.getByRole('button', { name: 'Save' }));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expectFocus(director);
  await press(page, director);
  await page.getByText('born 1890').waitFor();
  await page.keyboard.press('Escape');

  // A name that the gallery knows is suggested for the next film.
  await press(page, page.getByRole('link', { name: 'Edit the film' }));
  await page.getByRole('row', { name: 'Fritz Lang' }).waitFor();
  await tabTo(page, page.getByRole('combobox', { name: 'Genres' }));
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.getByRole('row', { name: 'Science fiction' }).waitFor({ state: 'detached' });
  await tabTo(page, page.getByRole('combobox', { name: 'Genres' }));
  await page.keyboard.type('sci');
  await page.getByRole('option', { name: 'Science fiction' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('button', { name: 'Save the film' }));
  await page.getByRole('button', { name: 'Science fiction', exact: true }).waitFor();
  expect(await page.getByRole('list', { name: 'Genres' }).getByRole('listitem').count()).toBe(2);
  expect(errors).toEqual([]);
});

test('the viewer over a film walks through its images alone, and tells of the film', async () => {
  const address = await newFilm('Häxan');
  const { page, errors } = await pageOfMember('canyon-wren.jpg', address);
  await addPictures(page, [photo('valley-midnight.jpg'), photo('casa-mila-rotated.jpg')]);
  await shapeOfThumbnail(tile(page, 'valley-midnight'));
  await shapeOfThumbnail(tile(page, 'casa-mila-rotated'));
  const names = await page
    .locator('a[data-image-id]')
    .evaluateAll((tiles) => tiles.map((element) => element.textContent));
  expect(names).toHaveLength(2);

  await page.locator('a[data-image-id]').first().click();
  const viewer = page.getByRole('dialog', { name: 'Viewer' });
  await page.waitForURL(new RegExp(`${address}/[0-9a-f-]{36}$`));
  const first = page.url();
  await viewer.getByRole('button', { name: 'Next image' }).click();
  await page.waitForURL((url) => url.pathname.startsWith(`${address}/`) && url.href !== first);
  expect(await viewer.getByRole('button', { name: 'Next image' }).isVisible()).toBe(false);
  await viewer.getByRole('button', { name: 'Details' }).click();
  await viewer.getByRole('link', { name: 'Häxan (1922)' }).waitFor();
  await viewer.getByRole('button', { name: 'Take out of Häxan' }).click();
  await viewer.getByLabel('Film').fill('häx');
  await page.getByRole('option', { name: 'Häxan (1922)' }).click();
  await viewer.getByRole('link', { name: 'Häxan (1922)' }).waitFor();
  await page.goBack();
  await viewer.waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe(address);

  await page.getByRole('checkbox', { name: /^Select valley-midnight/ }).click();
  await page.getByRole('button', { name: 'Take out of the film' }).click();
  await tile(page, 'valley-midnight').waitFor({ state: 'detached' });
  await goToGallery(page);
  await shapeOfThumbnail(tile(page, 'valley-midnight'));
  expect(errors).toEqual([]);
});

test("what is dropped on a film's page goes to the film, and the page says so before and after", async () => {
  const address = await newFilm('Faust');
  const { page, errors } = await pageOfMember('canyon-wren.jpg', address);
  // Known to the gallery already: the same picture is put into the film and not sent again.
  const bytes = await readFile(photo('canyon-wren.jpg'), 'base64');
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    const picture = Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0));
    transfer.items.add(new File([picture], 'dropped.jpg', { type: 'image/jpeg' }));
    return transfer;
  }, bytes);
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: dropped });
  await page.getByText('Let go to add to “Faust”').waitFor();
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await page.getByText('1 picture goes to “Faust”.').first().waitFor();
  await uploadRow(page, 'dropped.jpg').getByText('Already in your gallery and in “Faust”').waitFor();
  await shapeOfThumbnail(tile(page, 'canyon-wren'));
  expect(errors).toEqual([]);
});

test('who is no administrator sees nothing of the editing, and visitors are invited to sign in', async () => {
  const address = await newFilm('Sunrise');
  const { page } = await gallery.newVisitor();
  await page.goto(address);
  await page.getByRole('heading', { name: 'Sunrise', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Sign in to bring the first' }).waitFor();
  await signUp(page);
  await page.goto(address);
  await page.getByRole('button', { name: 'Add pictures' }).waitFor();
  for (const deed of [/Edit the film/, /^Remove/, /poster/]) {
    expect(await page.getByRole('button', { name: deed }).count()).toBe(0);
    expect(await page.getByRole('link', { name: deed }).count()).toBe(0);
  }
  await page.goto(`${address}/edit`);
  await page.getByRole('heading', { name: 'Only administrators change the catalogue' }).waitFor();
});
