import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.ts';
import { Refusal } from '../errors/refusal.ts';
import { isPassword } from '../users/password.ts';
import { findUserByEmail, type User } from '../users/user.repository.ts';
import { insertSession } from './session.repository.ts';
import { createToken, hashToken } from './token.ts';

const SESSION_DAYS = 30;

export interface OpenedSession {
  /** Shown this once; only its hash is kept. */
  token: string;
  expiresAt: Date;
}

export async function openSession(db: Database, userId: string, now: Date): Promise<OpenedSession> {
  const token = createToken();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 24 * 3600 * 1000);
  await insertSession(db, {
    id: uuid(),
    user_id: userId,
    token_hash: hashToken(token),
    created_at: now,
    expires_at: expiresAt,
  });
  return { token, expiresAt };
}

/** @throws Refusal 401, the same for an unknown address and a wrong password */
export async function authenticate(db: Database, email: string, password: string): Promise<User> {
  const user = await findUserByEmail(db, email);
  if (!(await isPassword(password, user?.password_hash)) || user === undefined) {
    throw new Refusal(401, 'wrong-credentials', 'This e-mail address and password do not belong together.');
  }
  return user;
}
