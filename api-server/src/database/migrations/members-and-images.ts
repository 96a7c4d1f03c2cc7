import { type Kysely, sql } from 'kysely';

/** The first tables: members and their sessions, images with renditions and tags, removals, rate limits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  for (const statement of [USERS, SESSIONS, IMAGES, RENDITIONS, TAGS, REMOVALS, RATE_LIMITS]) {
    await sql.raw(statement).execute(db);
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['rate_limits', 'removals', 'tags', 'renditions', 'images', 'sessions', 'users']) {
    await db.schema.dropTable(table).execute();
  }
  await sql`drop extension pg_trgm`.execute(db);
}

const USERS = `
  create table users (
    id uuid primary key,
    email text not null check (length(email) between 3 and 254),
    display_name text not null check (length(display_name) between 1 and 100),
    password_hash text not null,
    image_count integer not null default 0 check (image_count >= 0),
    image_bytes bigint not null default 0 check (image_bytes >= 0),
    created_at timestamptz not null default now(),
    left_at timestamptz
  );
  create unique index users_email on users (lower(email)) where left_at is null;
  create index users_left on users (id) where left_at is not null;`;

const SESSIONS = `
  create table sessions (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    token_hash bytea not null unique check (length(token_hash) = 32),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
  );
  create index sessions_user on sessions (user_id);
  create index sessions_expiry on sessions (expires_at);`;

// Each index of images is one kind of listing: ids are UUIDv7 and so in the order of time, and the index holds
// exactly the rows of that listing in the order of the page.
const IMAGES = `
  create table images (
    id uuid primary key,
    owner_id uuid not null references users,
    filename text not null check (length(filename) between 1 and 255),
    title text not null check (length(title) <= 200),
    description text not null default '' check (length(description) <= 2000),
    content_type text not null,
    bytes bigint not null check (bytes > 0),
    sha256 bytea not null check (length(sha256) = 32),
    status text not null default 'pending' check (status in ('pending', 'ready', 'failed')),
    failure_reason text,
    failure_message text,
    width integer check (width > 0),
    height integer check (height > 0),
    thumbhash text,
    exif jsonb,
    visibility text not null default 'private' check (visibility in ('private', 'public')),
    upload_id text,
    pending_since timestamptz not null default now(),
    created_at timestamptz not null default now(),
    trashed_at timestamptz,
    search_text text not null generated always as (lower(title || ' ' || filename || ' ' || description)) stored,
    unique (owner_id, sha256),
    check ((status = 'failed') = (failure_reason is not null)),
    check (status <> 'ready' or (width is not null and height is not null and thumbhash is not null))
  );
  create index images_own on images (owner_id, id) where trashed_at is null;
  create index images_own_trash on images (owner_id, id) where trashed_at is not null;
  create index images_own_unready on images (owner_id, id) where trashed_at is null and status <> 'ready';
  create index images_public on images (id)
    where visibility = 'public' and status = 'ready' and trashed_at is null;
  create index images_public_of_owner on images (owner_id, id)
    where visibility = 'public' and status = 'ready' and trashed_at is null;
  create index images_search on images using gin (search_text gin_trgm_ops);
  create index images_pending on images (pending_since) where status = 'pending';
  create index images_trash on images (trashed_at) where trashed_at is not null;`;

const RENDITIONS = `
  create table renditions (
    image_id uuid not null references images on delete cascade,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    bytes bigint not null check (bytes > 0),
    primary key (image_id, width)
  );`;

const TAGS = `
  create table tags (
    image_id uuid not null references images on delete cascade,
    tag text not null check (length(tag) between 1 and 50),
    primary key (image_id, tag)
  );
  create index tags_images on tags (tag, image_id);`;

const REMOVALS = `
  create table removals (
    image_id uuid primary key,
    upload_id text,
    removed_at timestamptz not null,
    objects_removed_at timestamptz
  );
  create index removals_due on removals (removed_at);
  create index removals_undone on removals (removed_at) where objects_removed_at is null;`;

const RATE_LIMITS = `
  create table rate_limits (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
  );
  create index rate_limits_expiry on rate_limits (expire);`;
