import { expect, test } from '@jest/globals';
import { routes } from './app.routes';

test('every page has a title that ends with the site’s name', () => {
  const titles = routes.filter((route) => route.redirectTo === undefined).map((route) => route.title);
  for (const title of titles) expect(title).toMatch(/· movieFlix$/);
});
