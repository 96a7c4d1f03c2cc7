import { expect, test } from '@jest/globals';
import { routes } from './app.routes';

test('every page has a title that ends with the site’s name', () => {
  // A film's page is called by the film.
  const pages = routes.filter(
    ({ path, redirectTo }) => redirectTo === undefined && path !== 'films/:movieId',
  );
  const titles = pages.map((route) => route.title);
  for (const title of titles) expect(title).toMatch(/· movieFlix$/);
});
