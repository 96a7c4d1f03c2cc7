import type { Route } from 'playwright-core';
import { visit } from '../deeds.ts';
import type { Look } from './look.ts';
import { enterAs } from './member.ts';

const as = 'visitor';

export const faultLooks = {
  'films-loading': {
    as,
    async reach(page) {
      await page.route(/\/api\/movies\?/, () => undefined);
      await visit(page, '/films', 'Films');
      await page.locator('.to-come').first().waitFor();
    },
  },
  'films-server-away': {
    as,
    async reach(page) {
      await page.route('**/api/**', (route) => route.abort());
      await visit(page, '/films', 'Films');
      await page.getByRole('alert').filter({ hasText: 'does not answer' }).waitFor();
    },
  },
  'film-loading': {
    as,
    async reach(page, { filmWithout }) {
      await page.route(/\/api\/movies\//, () => undefined);
      await visit(page, filmWithout, 'Film');
    },
  },
  'film-server-away': {
    as,
    async reach(page, { filmWithout }) {
      await page.route(/\/api\/movies\//, (route) => route.abort());
      await visit(page, filmWithout, 'The film did not come');
    },
  },
  'gallery-loading': {
    as,
    async reach(page) {
      await page.route(/\/api\/images/, () => undefined);
      await visit(page, '/gallery', 'Gallery');
      await page.getByText('Loading …').waitFor();
    },
  },
  'gallery-server-away': {
    as,
    async reach(page) {
      await page.route(/\/api\/images/, (route) => route.abort());
      await visit(page, '/gallery', 'Gallery');
      await page.getByRole('alert').filter({ hasText: 'does not answer' }).waitFor();
    },
  },
  'page-did-not-come': {
    as,
    async reach(page) {
      // What is fetched for later may come when the page has been closed.
      await page.route('**/*.js', (route) => keepSignUpPageAway(route).catch(() => undefined));
      await visit(page, '/sign-in', 'Welcome back');
      await page.getByRole('link', { name: 'Make an account' }).click();
      await page.getByRole('button', { name: 'Load again' }).waitFor();
    },
  },
  'session-ended': {
    as,
    async reach(page, { member }) {
      await enterAs(page, {
        ...member,
        session: { ...member.session, token: 'of a session that has ended' },
      });
      await page.goto('/account');
      await page.getByText('Your session has ended.').waitFor();
    },
  },
  'image-missing': {
    as,
    async reach(page) {
      await page.goto('/gallery/00000000-0000-7000-8000-000000000000');
      await page.getByRole('alert').filter({ hasText: 'no such image' }).waitFor();
    },
  },
  offline: {
    as: 'member',
    async reach(page) {
      await visit(page, '/films/lists', 'Lists');
      await page.getByText('For a dark night').waitFor();
      // Without a connection a page draws the letters that it has.
      await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())));
      await page.context().setOffline(true);
      await page.getByText('You are offline.').waitFor();
    },
  },
} satisfies Record<string, Look>;

async function keepSignUpPageAway(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = await response.text();
  await (body.includes('mf-sign-up-page') ? route.abort() : route.fulfill({ response, body }));
}
