import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Does the deed while no other process that names the same file does its own. The kernel takes the lock back when
 * its holder ends, however it ends: the program that holds it lives as long as its input is open.
 */
export async function withLock<T>(file: string, deed: () => Promise<T>): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  const holder = spawn('flock', [file, 'sh', '-c', 'echo held; exec cat > /dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'close');
  const held = await Promise.race([once(holder.stdout, 'data'), ended.then(() => undefined)]);
  if (held === undefined)
    throw new Error(`expected flock (Debian: util-linux) to lock ${file}, but it ended`);
  try {
    return await deed();
  } finally {
    holder.stdin.end();
    await ended;
  }
}
