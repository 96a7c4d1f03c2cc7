import type { APIRequestContext, Page } from 'playwright-core';
import { ADMIN } from './whole-gallery.ts';

export interface NewFilm {
  title: string;
  year: number;
  synopsis?: string;
  genres?: string[];
  directors?: string[];
}

/** Has the admin add films over the API, and tells their addresses. */
export async function addFilms(request: APIRequestContext, films: readonly NewFilm[]): Promise<string[]> {
  const session = await request.post('/api/sessions', { data: ADMIN });
  const { token } = (await session.json()) as { token: string };
  const addresses: string[] = [];
  for (const data of films) {
    const answer = await request.post('/api/movies', { data, headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok()) throw new Error(`expected ${data.title} to be added: ${await answer.text()}`);
    addresses.push(`/films/${((await answer.json()) as { id: string }).id}`);
  }
  return addresses;
}

/** Signs the admin in and ends at an address. */
export async function signInAsAdmin(page: Page, address: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(address)}`);
  await page.getByLabel('Email').fill(ADMIN.email);
  await page.getByLabel('Password').fill(ADMIN.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === address);
}

/** Hands files to a film's page as the file chooser would. */
export async function addPictures(
  page: Page,
  files: string[] | { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  await page.getByLabel('Pictures of this film').setInputFiles(files);
}
