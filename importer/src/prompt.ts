import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks the person at the terminal for a line. */
export function ask(question: string): Promise<string> {
  return askOn(process.stdout, question);
}

/** Asks for a line that is not shown while it is typed. */
export async function askHidden(question: string): Promise<string> {
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const answer = await askOn(silent, '');
  process.stdout.write('\n');
  return answer;
}

async function askOn(output: NodeJS.WritableStream, question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  // Ctrl-C at a question ends the program; the terminal, being in raw mode, sends it here and not as a signal.
  terminal.on('SIGINT', () => process.exit(130));
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
