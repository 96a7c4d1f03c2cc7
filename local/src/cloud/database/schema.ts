/**
 * Keys are BLOBs, because S3 orders keys by their UTF-8 bytes and SQLite compares BLOBs bytewise. Times are
 * milliseconds since 1970. An object's bytes are its segments in order: one for a PUT, one a part for a
 * multipart upload, so completing an upload copies nothing.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS objects (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  bucket TEXT NOT NULL,
  key BLOB NOT NULL,
  bytes INTEGER NOT NULL,
  etag TEXT NOT NULL,
  headers TEXT NOT NULL,
  checksum_algorithm TEXT,
  checksum TEXT,
  modified_at INTEGER NOT NULL,
  UNIQUE (bucket, key)
) STRICT;

CREATE TABLE IF NOT EXISTS segments (
  object_id INTEGER NOT NULL REFERENCES objects (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  blob TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (object_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS segments_blob ON segments (blob);

CREATE TABLE IF NOT EXISTS uploads (
  id TEXT PRIMARY KEY,
  bucket TEXT NOT NULL,
  key BLOB NOT NULL,
  headers TEXT NOT NULL,
  checksum_algorithm TEXT,
  started_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS parts (
  upload_id TEXT NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
  part_number INTEGER NOT NULL,
  blob TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  md5 TEXT NOT NULL,
  checksum_algorithm TEXT,
  checksum TEXT,
  modified_at INTEGER NOT NULL,
  PRIMARY KEY (upload_id, part_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS parts_blob ON parts (blob);

CREATE TABLE IF NOT EXISTS messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  queue TEXT NOT NULL,
  message_id TEXT NOT NULL,
  body TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  visible_at INTEGER NOT NULL,
  receive_count INTEGER NOT NULL DEFAULT 0,
  first_received_at INTEGER,
  receipt TEXT UNIQUE
) STRICT;
CREATE INDEX IF NOT EXISTS messages_visible ON messages (queue, visible_at, id);

CREATE TABLE IF NOT EXISTS invocations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  request_id TEXT NOT NULL,
  function_name TEXT NOT NULL,
  payload TEXT NOT NULL,
  failed_attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS invocations_due ON invocations (function_name, due_at, id);
`;
