import { type Kysely, sql } from 'kysely';

/** When an image was taken, which is the order that people think in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [PLAUSIBLE_TAKEN_AT, TAKEN_AT, INDEXES]) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table images drop column taken_at`.execute(db);
  await sql`drop function plausible_taken_at(jsonb, timestamptz)`.execute(db);
}

// What the camera's clock showed, offset or not: so the photographs of one day stay together wherever it was. A clock
// that is off (before the first photograph, or a day after the upload) tells nothing, and the upload counts. Whole
// milliseconds, because JavaScript has no finer ones and cursors carry it.
const PLAUSIBLE_TAKEN_AT = String.raw`
  create function plausible_taken_at(exif jsonb, created_at timestamptz) returns timestamptz
    language plpgsql immutable parallel safe as $$
    declare
      clock text := substr(exif ->> 'takenAt', 1, 19);
      taken_at timestamptz;
    begin
      if clock ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$' and pg_input_is_valid(clock, 'timestamp') then
        taken_at := clock::timestamp at time zone 'UTC';
        if taken_at between '1826-01-01 00:00:00+00' and created_at + interval '24 hours' then
          return taken_at;
        end if;
      end if;
      return date_trunc('milliseconds', created_at);
    end $$;`;

const TAKEN_AT = `
  alter table images add column taken_at timestamptz not null
    generated always as (plausible_taken_at(exif, created_at)) stored;`;

// The kinds of listing once more, in this order.
const INDEXES = `
  create index images_own_taken on images (owner_id, taken_at, id) where trashed_at is null;
  create index images_public_taken on images (taken_at, id)
    where visibility = 'public' and status = 'ready' and trashed_at is null;
  create index images_public_of_owner_taken on images (owner_id, taken_at, id)
    where visibility = 'public' and status = 'ready' and trashed_at is null;
  create index images_public_of_movie_taken on images (movie_id, taken_at, id)
    where movie_id is not null and visibility = 'public' and status = 'ready' and trashed_at is null;
  create index images_own_of_movie_taken on images (movie_id, owner_id, taken_at, id) where movie_id is not null;`;
