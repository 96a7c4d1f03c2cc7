import type { Page } from 'playwright-core';
import { openImage, visit } from '../deeds.ts';
import type { Look } from './look.ts';

const as = 'visitor';

async function openAccountMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.locator('#account-menu').getByText('Theme').waitFor();
}

export const visitorLooks = {
  films: { as, reach: (page) => visit(page, '/films', 'Films') },
  'films-no-match': { as, reach: (page) => visit(page, '/films?q=nothing', 'No film matches') },
  film: { as, reach: (page, { filmWithPictures }) => visit(page, filmWithPictures, 'Sunrise') },
  'film-without-pictures': { as, reach: (page, { filmWithout }) => visit(page, filmWithout, 'The General') },
  'film-missing': {
    as,
    reach: (page) =>
      visit(page, '/films/00000000-0000-7000-8000-000000000000', 'This film is not shown here'),
  },
  'film-director': {
    as,
    async reach(page, { filmWithout }) {
      await visit(page, filmWithout, 'The General');
      await page.getByRole('button', { name: 'Buster Keaton' }).click();
      await page.getByRole('dialog', { name: 'Buster Keaton' }).waitFor();
    },
  },
  'film-viewer': {
    as,
    async reach(page, { filmWithPictures }) {
      await visit(page, filmWithPictures, 'Sunrise');
      await openImage(page, page.locator('a[data-image-id]').first());
      await page.getByRole('button', { name: 'Details' }).click();
      await page.getByText('Shown by').waitFor();
    },
  },
  gallery: { as, reach: (page) => visit(page, '/gallery', 'Gallery') },
  'gallery-no-match': { as, reach: (page) => visit(page, '/gallery?q=nothing', 'No image matches') },
  'account-menu': {
    as,
    async reach(page) {
      await visit(page, '/films', 'Films');
      await openAccountMenu(page);
    },
  },
  'sign-in': { as, reach: (page) => visit(page, '/sign-in', 'Welcome back') },
  'sign-in-refused': {
    as,
    async reach(page) {
      await visit(page, '/sign-in', 'Welcome back');
      await page.getByLabel('Email').fill('nobody@example.org');
      await page.getByLabel('Password').fill('not the password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    },
  },
  'sign-up': { as, reach: (page) => visit(page, '/sign-up', 'Make an account') },
  'sign-up-incomplete': {
    as,
    async reach(page) {
      await visit(page, '/sign-up', 'Make an account');
      await page.getByRole('button', { name: 'Make the account' }).click();
      await page.getByText('Write an address like').waitFor();
    },
  },
  'not-found': { as, reach: (page) => visit(page, '/nowhere', 'Nothing is shown here') },
} satisfies Record<string, Look>;
