import { type Kysely, sql } from 'kysely';

/** The catalogue of films, the images that belong to them, and what members keep of it: favourites and lists. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [FOLDED, MOVIES, GENRES, DIRECTORS, MOVIES_OF_IMAGES, FAVOURITES, LISTS]) {
    await sql.raw(statement).execute(db);
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index images_public_of_movie, images_own_of_movie`.execute(db);
  await sql`alter table images drop column movie_id`.execute(db);
  for (const table of TABLES) await db.schema.dropTable(table).execute();
  await sql`drop function folded(text)`.execute(db);
}

const TABLES = [
  'movie_list_items',
  'movie_lists',
  'favourites',
  'movie_directors',
  'movie_genres',
  'directors',
  'genres',
  'movies',
];

/** In lower case and without accents, so that "amelie" finds "Amélie", and "Élan" stands among the words with E. */
const FOLDED = String.raw`
  create function folded(text) returns text language sql immutable strict parallel safe
    return normalize(regexp_replace(normalize(lower($1), nfd), '[\u0300-\u036F]', '', 'g'), nfc);`;

// Searched texts begin with a space, so that the beginning of a word is a space and its first letters.
const MOVIES = String.raw`
  create table movies (
    id uuid primary key,
    title text not null check (length(title) between 1 and 200),
    original_title text not null default '' check (length(original_title) <= 200),
    year integer not null check (year between 1870 and 2100),
    synopsis text not null default '' check (length(synopsis) <= 4000),
    runtime_minutes integer check (runtime_minutes between 1 and 1000),
    poster_image_id uuid references images on delete set null,
    created_at timestamptz not null default now(),
    sort_title text not null generated always as (regexp_replace(folded(title), '^(the|an|a)\s+', '')) stored,
    search_text text not null
      generated always as (' ' || folded(title || ' ' || original_title || ' ' || year::text)) stored
  );
  create index movies_by_title on movies (sort_title, id);
  create index movies_by_year on movies (year, id);
  create index movies_search on movies using gin (search_text gin_trgm_ops);
  create index movies_poster on movies (poster_image_id) where poster_image_id is not null;`;

const GENRES = `
  create table genres (
    id uuid primary key,
    name text not null check (length(name) between 1 and 50),
    description text not null default '' check (length(description) <= 1000)
  );
  create unique index genres_name on genres (lower(name));
  create table movie_genres (
    movie_id uuid not null references movies on delete cascade,
    genre_id uuid not null references genres on delete cascade,
    primary key (movie_id, genre_id)
  );
  create index movie_genres_movies on movie_genres (genre_id, movie_id);`;

const DIRECTORS = `
  create table directors (
    id uuid primary key,
    name text not null check (length(name) between 1 and 100),
    bio text not null default '' check (length(bio) <= 2000),
    born_year integer check (born_year between 1700 and 2100),
    died_year integer check (died_year between 1700 and 2100),
    search_text text not null generated always as (' ' || folded(name)) stored
  );
  create unique index directors_name on directors (lower(name));
  create index directors_search on directors using gin (search_text gin_trgm_ops);
  create table movie_directors (
    movie_id uuid not null references movies on delete cascade,
    director_id uuid not null references directors on delete cascade,
    position integer not null check (position > 0),
    primary key (movie_id, director_id)
  );
  create index movie_directors_movies on movie_directors (director_id, movie_id);`;

// Like the other indexes of images: one for each kind of listing. The second also serves the removal of a film.
const MOVIES_OF_IMAGES = `
  alter table images add column movie_id uuid references movies on delete set null;
  create index images_public_of_movie on images (movie_id, id)
    where movie_id is not null and visibility = 'public' and status = 'ready' and trashed_at is null;
  create index images_own_of_movie on images (movie_id, owner_id, id) where movie_id is not null;`;

const FAVOURITES = `
  create table favourites (
    user_id uuid not null references users on delete cascade,
    movie_id uuid not null references movies on delete cascade,
    created_at timestamptz not null default now(),
    primary key (user_id, movie_id)
  );
  create index favourites_movie on favourites (movie_id);`;

const LISTS = `
  create table movie_lists (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    name text not null check (length(name) between 1 and 100),
    created_at timestamptz not null default now()
  );
  create unique index movie_lists_name on movie_lists (user_id, lower(name));
  create table movie_list_items (
    list_id uuid not null references movie_lists on delete cascade,
    movie_id uuid not null references movies on delete cascade,
    added_at timestamptz not null default now(),
    primary key (list_id, movie_id)
  );
  create index movie_list_items_movie on movie_list_items (movie_id);`;
