import { openImage, tile, visit } from '../deeds.ts';
import type { Look } from './look.ts';

const as = 'member';

export const memberLooks = {
  'gallery-of-member': { as, reach: (page) => visit(page, '/gallery?show=mine', 'Gallery') },
  'gallery-selection': {
    as,
    async reach(page) {
      await visit(page, '/gallery?show=mine', 'Gallery');
      await page.getByRole('checkbox', { name: 'Select Desert hike' }).click();
      await page.getByRole('checkbox', { name: 'Select Courtyard' }).click();
      await page.getByRole('toolbar', { name: 'Selected images' }).waitFor();
    },
  },
  viewer: {
    as,
    async reach(page) {
      await visit(page, '/gallery?show=mine', 'Gallery');
      await openImage(page, tile(page, 'Desert hike'));
    },
  },
  'viewer-details': {
    as,
    async reach(page) {
      await visit(page, '/gallery?show=mine', 'Gallery');
      await openImage(page, tile(page, 'Desert hike'));
      await page.getByRole('button', { name: 'Details' }).click();
      await page.getByLabel('Title').waitFor();
    },
  },
  favourites: { as, reach: (page) => visit(page, '/films?show=favourites', 'Favourites') },
  lists: {
    as,
    reach: async (page) => {
      await visit(page, '/films/lists', 'Lists');
      await page.getByText('For a dark night').waitFor();
    },
  },
  list: { as, reach: (page, { list }) => visit(page, list, 'For a dark night') },
  'list-picker': {
    as,
    async reach(page) {
      await visit(page, '/films?q=metropolis', '“metropolis”');
      await page.locator('a[data-film-id]').first().hover();
      await page.getByRole('button', { name: 'Add to a list: Metropolis' }).click();
      await page.getByRole('checkbox', { name: 'Sundays' }).waitFor();
    },
  },
  trash: {
    as,
    reach: async (page) => {
      await visit(page, '/trash', 'Trash');
      await page.getByRole('button', { name: /^Restore/ }).waitFor();
    },
  },
  'trash-emptying': {
    as,
    async reach(page) {
      await visit(page, '/trash', 'Trash');
      await page.getByRole('button', { name: 'Empty the trash' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).waitFor();
    },
  },
  account: { as, reach: (page) => visit(page, '/account', 'Account') },
  'account-menu-of-member': {
    as,
    async reach(page) {
      await visit(page, '/gallery', 'Gallery');
      await page.getByRole('button', { name: 'Account and settings' }).click();
      await page.getByRole('button', { name: 'Sign out' }).waitFor();
    },
  },
} satisfies Record<string, Look>;
