import type { Generated } from 'kysely';

export interface UserTable {
  id: string;
  email: string;
  display_name: string;
  password_hash: string;
  /** Runs the gallery. */
  is_admin: Generated<boolean>;
  /** Nobody's account: it owns what is there before the first member, who may take it over. Nobody can sign in to it. */
  is_unclaimed: Generated<boolean>;
  /** Images and their bytes that the member holds, trash and promised uploads included. */
  image_count: Generated<number>;
  image_bytes: Generated<number>;
  created_at: Generated<Date>;
  /** When the member left. Their data goes in the background; nobody sees any of it from this moment. */
  left_at: Date | null;
}
