import { expect, test } from '@jest/globals';
import { useWholeGallery } from './whole-gallery.ts';

const gallery = useWholeGallery();

test.each([
  ['en-GB', 'Not all of movieFlix came.'],
  ['de-DE', 'Nicht alles von movieFlix ist angekommen.'],
])("where the app's own code does not come, a visitor who speaks %s reads so", async (locale, sentence) => {
  const { page } = await gallery.newVisitor({ locale, serviceWorkers: 'block' });
  await page.route('**/shell-*.js', (route) => route.abort());
  await page.goto('/gallery');
  await page.getByRole('alert').filter({ hasText: sentence }).waitFor();

  await page.unroute('**/shell-*.js');
  await page.reload();
  await page.getByRole('link', { name: 'movieFlix' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('where the app is not told where its API is, the page says so', async () => {
  const { page } = await gallery.newVisitor({ serviceWorkers: 'block' });
  await page.route('**/config.json', (route) => route.fulfill({ status: 503 }));
  await page.goto('/films');
  await page.getByRole('alert').filter({ hasText: 'movieFlix could not start.' }).waitFor();
});
