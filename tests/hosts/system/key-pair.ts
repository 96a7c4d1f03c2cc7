import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../stage/programs.ts';

/** A key pair as an operator has it. */
export interface KeyPair {
  /** The file of the private key. */
  file: string;
  /** In OpenSSH's form. */
  publicKey: string;
}

export async function makeKeyPair(folder: string): Promise<KeyPair> {
  const file = path.join(folder, 'operator');
  await run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', 'operator', '-f', file);
  return { file, publicKey: (await readFile(`${file}.pub`, 'utf8')).trim() };
}
