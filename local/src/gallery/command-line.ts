import path from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError } from '../terminal/plain-error.ts';

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  empty: { type: 'boolean', default: false },
} as const;

// The object store takes the port after the gallery's.
const HIGHEST_PORT = 65_534;

export const HELP = `Starts the movieFlix gallery on this machine: npm start

It installs and builds what is missing, starts PostgreSQL, the object store, the resize function and the API
with the web app, and stops them again at Ctrl-C. Everything listens on 127.0.0.1 alone.

  PORT            where the gallery listens; the object store takes the next one. Default 3000, 0 = any free ports
  MOVIEFLIX_DATA  the folder of the images, the database and the logs. Default .local

A gallery without anything of its own gets a few films and photographs to begin with. The first to sign up runs it.

  PORT=3100 MOVIEFLIX_DATA=/srv/movieflix npm start
  npm start -- --empty       begins without films and photographs
  npm run import -- FOLDER   brings a folder of photographs in
  npm run reconcile          compares the database's images with the objects, as after a restore
`;

export interface Command {
  help: boolean;
  /** Whether a new gallery stays without samples. */
  empty: boolean;
  port: number;
  dataFolder: string;
}

/** @throws PlainError saying what was expected and what came */
export function readCommand(args: string[], env: NodeJS.ProcessEnv, checkout: string): Command {
  return {
    ...readOptions(args),
    port: readPort(env['PORT'] || '3000'),
    dataFolder: path.resolve(checkout, env['MOVIEFLIX_DATA'] || '.local'),
  };
}

function readOptions(args: string[]): Pick<Command, 'help' | 'empty'> {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\nnpm start -- --help lists what can be set.`);
  }
}

function readPort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= HIGHEST_PORT) return port;
  throw new PlainError(`Expected PORT to be a whole number from 0 to ${HIGHEST_PORT}, but it is "${text}".`);
}
