import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of no password: of random bytes that nobody kept. */
const nobodys = hash(crypto.getRandomValues(new Uint8Array(32)), COST);

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/**
 * Takes as long where there is no such account, so that the time of an answer does not tell which addresses have
 * one.
 */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await nobodys), password);
  return isRight && passwordHash !== undefined;
}
