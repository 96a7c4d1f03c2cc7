import type { APIRequestContext } from 'playwright-core';
import { ADMIN } from './whole-gallery.ts';

export interface NewFilm {
  title: string;
  year: number;
  genres?: string[];
  directors?: string[];
}

/** Has the admin add films over the API. */
export async function addFilms(request: APIRequestContext, films: readonly NewFilm[]): Promise<void> {
  const session = await request.post('/api/sessions', { data: ADMIN });
  const { token } = (await session.json()) as { token: string };
  for (const data of films) {
    const answer = await request.post('/api/movies', { data, headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok()) throw new Error(`expected ${data.title} to be added: ${await answer.text()}`);
  }
}
