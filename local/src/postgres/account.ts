import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The system user that PostgreSQL runs as, because it refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * The owner of the folder where it exists already, so that data stays with whoever made it; else `postgres`
 * or `nobody`. `undefined` where we are no root and PostgreSQL simply runs as ourselves.
 */
export function chooseAccount(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0 && isKnown(owner.uid)) return { uid: owner.uid, gid: owner.gid };
  const account = findAccount('postgres') ?? findAccount('nobody');
  if (account === undefined) {
    throw new Error(
      'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody". ' +
        'Make one ("useradd --system postgres"), or start as an ordinary user.',
    );
  }
  return account;
}

/**
 * The command that runs a program as that account and ends it when our own process dies, even by SIGKILL.
 *
 * @param reaches files and folders that the program must be able to get at
 */
export function commandAs(account: Account | undefined, reaches: string[], command: string[]): string[] {
  const dying = ['--pdeathsig', 'INT'];
  if (account === undefined) return ['setpriv', ...dying, '--', ...command];
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const capability = reaches.every((file) => canReach(account, file)) ? [] : keepCapability();
  return ['setpriv', ...identity, ...capability, ...dying, '--', ...command];
}

/** A folder such as /root (mode 0700) on the way is closed to the account, unless it keeps one right of root's. */
function keepCapability(): string[] {
  const name = heldCapability();
  return name === undefined ? [] : [`--inh-caps=-all,+${name}`, `--ambient-caps=-all,+${name}`];
}

/** The narrower of the two that open closed folders; containers often hold only the wider one. */
function heldCapability(): string | undefined {
  const line = /^CapPrm:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  const held = BigInt(`0x${line?.[1] ?? '0'}`);
  const [dacOverride, dacReadSearch] = [1n, 2n];
  if (held & (1n << dacReadSearch)) return 'dac_read_search';
  if (held & (1n << dacOverride)) return 'dac_override';
  return undefined;
}

function canReach(account: Account, file: string): boolean {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const executeBit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & executeBit) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

function findAccount(name: string): Account | undefined {
  const fields = passwdEntries().find((entry) => entry[0] === name);
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) };
}

function isKnown(uid: number): boolean {
  return passwdEntries().some((entry) => Number(entry[2]) === uid);
}

function passwdEntries(): string[][] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
}
