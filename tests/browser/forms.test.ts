import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { addFilms, signInAsAdmin } from './catalogue.ts';
import { signUp, visit } from './deeds.ts';
import { expectFocus } from './keys.ts';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
/** Each of the two bars over a page, in pixels. */
const BAR = 56;

/** Presses a button, and expects to be in a field that says what it misses, between the bars of a phone. */
async function expectLed(page: Page, button: string, field: Locator): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expectFocus(field);
  const { y, height } = (await field.boundingBox())!;
  expect(y).toBeGreaterThanOrEqual(BAR);
  expect(y + height).toBeLessThanOrEqual(PHONE.viewport.height - BAR);
}

test('who signs in or up is led to the first field that is not right', async () => {
  const { page } = await gallery.newVisitor(PHONE);
  await visit(page, '/sign-in', 'Welcome back');
  await page.getByLabel('Email').fill('ada@example.org');
  await expectLed(page, 'Sign in', page.getByLabel('Password'));
  await visit(page, '/sign-up', 'Make an account');
  await page.getByLabel('Password').fill('long enough');
  await expectLed(page, 'Make the account', page.getByLabel('Name'));
  await page.getByLabel('Name').fill('Ada');
  await expectLed(page, 'Make the account', page.getByLabel('Email'));
});

test('an account is led to what it misses, form by form', async () => {
  const { page } = await gallery.newVisitor(PHONE);
  await signUp(page);
  await visit(page, '/account', 'Account');
  await page.getByLabel('Name').fill(' ');
  await expectLed(page, 'Save the name', page.getByLabel('Name'));
  await page.getByLabel('Current password').fill('what it is now');
  await expectLed(page, 'Change the password', page.getByLabel('New password'));
  await expectLed(page, 'Delete my account and images', page.getByLabel('Your password, to be sure'));
});

test('a list without a name is asked for it', async () => {
  const { page } = await gallery.newVisitor(PHONE);
  await signUp(page);
  await visit(page, '/films/lists', 'Lists');
  const name = page.getByLabel('Name of the new list');
  await expectLed(page, 'Begin', name);
  await name.fill('Sundays');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Rename Sundays' }).click();
  await page.getByLabel('Name of the list').fill(' ');
  await expectLed(page, 'Rename', page.getByLabel('Name of the list'));
});

test('a film and its director are led to what is not right, from far below too', async () => {
  const { page } = await gallery.newVisitor(PHONE);
  const [film = ''] = await addFilms(page.request, [
    { title: 'Metropolis', year: 1927, directors: ['Fritz Lang'] },
  ]);
  await signInAsAdmin(page, '/films/new');
  await expectLed(page, 'Add the film', page.getByLabel('Title', { exact: true }));
  await page.getByLabel('Title', { exact: true }).fill('M');
  await expectLed(page, 'Add the film', page.getByLabel('Year'));
  await page.getByLabel('Year').fill('1931');
  const directors = page.getByRole('combobox', { name: 'Directors' });
  await directors.pressSequentially('A,B,C,D,E,F,G,H,I,J,K,');
  await expectLed(page, 'Add the film', directors);
  await page.getByText('Leave at most 10 names.').waitFor();

  await visit(page, film, 'Metropolis');
  await page.getByRole('button', { name: 'Fritz Lang' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Died').fill('12');
  await expectLed(page, 'Save', page.getByLabel('Died'));
});
