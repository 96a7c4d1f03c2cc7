import type { Generated } from 'kysely';

export interface SessionTable {
  id: string;
  user_id: string;
  /** SHA-256 of the bearer token, so that a copy of this table opens no session. */
  token_hash: Buffer;
  created_at: Generated<Date>;
  expires_at: Date;
}
