import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const REPORT_EVERY_MS = 15_000;

/**
 * Runs a program whose output nobody wants unless it fails, and says every now and then that it still runs.
 *
 * @param about begins the line on the terminal
 * @throws Error with what the program printed
 */
export async function runQuietly(
  about: string,
  program: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const started = Date.now();
  process.stdout.write(`${about}.\n`);
  const report = setInterval(() => {
    process.stdout.write(`  ${about}: ${Math.round((Date.now() - started) / 1000)} s\n`);
  }, REPORT_EVERY_MS);
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  try {
    const [said, complained, [code, signal]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    if (code === 0) return said;
    throw new Error(`${program} ${args.join(' ')} ended with ${code ?? signal}:\n${said}${complained}`);
  } finally {
    clearInterval(report);
    process.removeListener('exit', endWithUs);
  }
}
