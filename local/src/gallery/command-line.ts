import path from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError } from '../terminal/plain-error.ts';

// The object store takes the port after the gallery's.
const HIGHEST_PORT = 65_534;

export const HELP = `Starts the movieFlix gallery on this machine: npm start

It installs and builds what is missing, starts PostgreSQL, the object store, the resize function and the API
with the web app, and stops them again at Ctrl-C. Everything listens on 127.0.0.1 alone.

  PORT            where the gallery listens; the object store takes the next one. Default 3000, 0 = any free ports
  MOVIEFLIX_DATA  the folder of the images, the database and the logs. Default .local

  PORT=3100 MOVIEFLIX_DATA=/srv/movieflix npm start
  npm run import -- FOLDER   brings a folder of photographs in
  npm run reconcile          compares the database's images with the objects, as after a restore
`;

export interface Command {
  help: boolean;
  port: number;
  dataFolder: string;
}

/** @throws PlainError saying what was expected and what came */
export function readCommand(args: string[], env: NodeJS.ProcessEnv, checkout: string): Command {
  return {
    help: wantsHelp(args),
    port: readPort(env['PORT'] || '3000'),
    dataFolder: path.resolve(checkout, env['MOVIEFLIX_DATA'] || '.local'),
  };
}

function wantsHelp(args: string[]): boolean {
  try {
    return parseArgs({ args, options: { help: { type: 'boolean', short: 'h', default: false } } }).values
      .help;
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\nnpm start -- --help lists what can be set.`);
  }
}

function readPort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= HIGHEST_PORT) return port;
  throw new PlainError(`Expected PORT to be a whole number from 0 to ${HIGHEST_PORT}, but it is "${text}".`);
}
