import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const HOSTS = path.join(import.meta.dirname, '../../../hosts');
const PATIENCE_MS = 10_000;

/** A folder that stands for a host: scripts find the host's files and programs in it. */
export interface ScriptHost extends Disposable {
  folder: string;
  write(file: string, content: string | Buffer, mode?: number): void;
  /** Runs a script that does not end by itself until there is a file. @returns what it said */
  runUntil(script: string, file: string): Promise<string>;
  /** Runs a script to its end. */
  run(script: string, words?: string[]): Promise<{ code: number | null; said: string }>;
}

/** @param programs the shell scripts that stand for programs, by their names; $FOLDER is the host's folder */
export function scriptHost(settings: string, programs: Record<string, string>): ScriptHost {
  // With a space, since scripts have to quote.
  const folder = mkdtempSync(path.join(tmpdir(), 'movieflix host-'));
  const host: ScriptHost = {
    folder,
    write: (file, content, mode = 0o644) => {
      const target = path.join(folder, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content, { mode });
    },
    run: async (script, words = []) => {
      const { ended, said } = start(host, script, words);
      return { code: (await ended)[0], said: said() };
    },
    runUntil: async (script, file) => {
      const { running, ended, said } = start(host, script);
      try {
        for (
          const deadline = Date.now() + PATIENCE_MS;
          !existsSync(path.join(folder, file));
          await delay(20)
        ) {
          if (Date.now() > deadline) throw new Error(`Expected ${script} to make ${file}, but: ${said()}`);
        }
      } finally {
        running.kill();
        await ended;
      }
      return said();
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
  host.write('host.env', settings);
  for (const [name, text] of Object.entries(programs))
    host.write(`bin/${name}`, `#!/bin/bash\n${text}`, 0o755);
  return host;
}

function start({ folder, write }: ScriptHost, script: string, words: string[] = []) {
  const program = readFileSync(path.join(HOSTS, script), 'utf8')
    .replaceAll('/etc/movieflix', `"${folder}"`)
    .replaceAll('/run/movieflix', `"${folder}/run"`)
    .replaceAll('/opt/movieflix', `"${folder}/host"`)
    .replace(/PAUSE_SECONDS=\d+/, 'PAUSE_SECONDS=0.1');
  write('script', program, 0o755);
  const env = {
    ...process.env,
    FOLDER: folder,
    STATE_DIRECTORY: path.join(folder, 'host'),
    PATH: `${folder}/bin:${process.env['PATH']}`,
  };
  const running = spawn(path.join(folder, 'script'), words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(running, 'close') as Promise<[number | null]>;
  let text = '';
  for (const stream of [running.stdout, running.stderr])
    stream.setEncoding('utf8').on('data', (more) => {
      text += more;
    });
  return { running, ended, said: () => text };
}
