import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.ts';
import { hashPassword } from './password.ts';
import { findUserByEmail, insertUser } from './user.repository.ts';

export interface FirstAdmin {
  email: string;
  password: string;
}

const DISPLAY_NAME = 'Administrator';

/**
 * Makes the member who runs the gallery, where nobody has the address. A member who has it stays as they are: their
 * password is their own by then, and an address that a stranger took first makes no administrator. Hosts that start
 * together may all call it.
 *
 * @returns whether the member was made now
 */
export async function makeFirstAdmin(db: Database, { email, password }: FirstAdmin): Promise<boolean> {
  if ((await findUserByEmail(db, email)) !== undefined) return false;
  const user = await insertUser(db, {
    id: uuid(),
    email,
    display_name: DISPLAY_NAME,
    password_hash: await hashPassword(password),
    is_admin: true,
  });
  return user !== undefined;
}
