import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';

/** Of 22,768 ports, so many times that without the claims some ten would be chosen twice. */
const CHOICES = 150;
const PROCESSES = 3;
const PORTS = path.join(import.meta.dirname, '../../local/src/gallery/ports.ts');
/** Prints the ports that it chose, and lives until its input ends. */
const CHOOSER = `
  const { choosePorts } = await import(${JSON.stringify(PORTS)});
  const ports = [];
  for (let choice = 0; choice < ${CHOICES}; choice++) ports.push(...Object.values(await choosePorts(0)));
  process.stdout.end(ports.join('\\n'));
  process.stdin.resume();
`;

test('starts at the same time never choose the same free port', async () => {
  const choosers = Array.from({ length: PROCESSES }, () =>
    spawn(process.execPath, ['--input-type=module', '--eval', CHOOSER], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  const outputs = await Promise.all(choosers.map((chooser) => text(chooser.stdout)));
  for (const chooser of choosers) {
    chooser.stdin.end();
    if (chooser.exitCode === null) await once(chooser, 'exit');
  }
  const ports = outputs.flatMap((output) => output.split('\n'));
  expect(ports).toHaveLength(PROCESSES * CHOICES * 2);
  expect(new Set(ports).size).toBe(ports.length);
});
