import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.ts';
import { Refusal } from '../errors/refusal.ts';
import { notifyMemberLeft } from '../events/event.channel.ts';
import { deleteSessionsOf } from '../sessions/session.repository.ts';
import { insertFirstMember, isFirstMember } from './first-member.ts';
import { hashPassword, isPassword } from './password.ts';
import { getUser, insertUser, type User, updateUser } from './user.repository.ts';
import type { ChangeUser, SignUp } from './user.schema.ts';

/**
 * @param isFirstMemberAdmin whether the first member of all runs the gallery
 * @throws Refusal 409 where the address belongs to a member already
 */
export async function signUp(
  trx: Database,
  { email, displayName }: Omit<SignUp, 'password'>,
  passwordHash: string,
  isFirstMemberAdmin: boolean,
): Promise<User> {
  const account = { email, display_name: displayName, password_hash: passwordHash };
  const isFirst = isFirstMemberAdmin && (await isFirstMember(trx));
  const user = isFirst
    ? await insertFirstMember(trx, account)
    : await insertUser(trx, { id: uuid(), ...account });
  if (user === undefined) {
    throw new Refusal(
      409,
      'email-taken',
      'There is a member with this e-mail address already. Sign in instead.',
    );
  }
  return user;
}

/**
 * A new password ends every other session of the member.
 *
 * @throws Refusal 403 where the current password is wrong
 */
export async function changeUser(
  trx: Database,
  member: { id: string; sessionId: string },
  { displayName, password, currentPassword }: ChangeUser,
): Promise<User> {
  const user = await getUser(trx, member.id);
  if (password !== undefined) {
    await checkPassword(user, currentPassword ?? '');
    await deleteSessionsOf(trx, user.id, member.sessionId);
  }
  if (displayName === undefined && password === undefined) return user;
  return updateUser(trx, user.id, {
    ...(displayName === undefined ? {} : { display_name: displayName }),
    ...(password === undefined ? {} : { password_hash: await hashPassword(password) }),
  });
}

/**
 * From here on nobody sees anything of the member; their images and objects go in the background.
 *
 * @throws Refusal 403 where the password is wrong
 */
export async function leave(trx: Database, memberId: string, password: string, now: Date): Promise<void> {
  const user = await getUser(trx, memberId);
  await checkPassword(user, password);
  await deleteSessionsOf(trx, memberId);
  await updateUser(trx, memberId, { left_at: now });
  await notifyMemberLeft(trx, memberId);
}

async function checkPassword(user: User, password: string): Promise<void> {
  if (await isPassword(password, user.password_hash)) return;
  throw new Refusal(403, 'wrong-password', 'This is not your current password.');
}
