import { visit } from '../deeds.ts';
import type { Look } from './look.ts';

const as = 'admin';

export const adminLooks = {
  'film-of-admin': { as, reach: (page, { filmWithPictures }) => visit(page, filmWithPictures, 'Sunrise') },
  'film-poster-choice': {
    as,
    async reach(page, { filmWithPictures }) {
      await visit(page, filmWithPictures, 'Sunrise');
      await page.getByRole('button', { name: 'Choose the poster' }).click();
      await page.getByRole('dialog').getByRole('checkbox', { name: 'Osprey' }).click();
    },
  },
  'film-director-form': {
    as,
    async reach(page, { filmWithout }) {
      await visit(page, filmWithout, 'The General');
      await page.getByRole('button', { name: 'Buster Keaton' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Edit' }).click();
      await page.getByLabel('Born').waitFor();
    },
  },
  'film-form': {
    as,
    async reach(page, { filmWithout }) {
      await visit(page, `${filmWithout}/edit`, 'Edit the film');
      await page.getByRole('row', { name: 'Buster Keaton' }).waitFor();
    },
  },
  'film-form-incomplete': {
    as,
    async reach(page) {
      await visit(page, '/films/new', 'Add a film');
      await page.getByLabel('Year').fill('12');
      await page.getByRole('button', { name: 'Add the film' }).click();
      await page.getByText('Write a year from 1870 to 2100.').waitFor();
    },
  },
} satisfies Record<string, Look>;
