import type { MovieList } from './movie-list.repository.ts';

export function displayList(list: MovieList) {
  return {
    id: list.id,
    name: list.name,
    movieCount: list.movie_count,
    createdAt: list.created_at.toISOString(),
  };
}

/** @param including the ids of those that have the film that was asked about, where one was */
export function displayLists(lists: MovieList[], including: Set<string> | undefined) {
  return {
    items: lists.map((list) => ({
      ...displayList(list),
      ...(including && { includesMovie: including.has(list.id) }),
    })),
  };
}
