import path from 'node:path';
import { TOOLS } from './tools.ts';

/**
 * The environment of a person's shell in which `sam` can be typed: what npm and jest add to ours is left out, so
 * that a build which needs it fails here as it does there.
 */
export function shellEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !isAdded(name));
  return {
    ...Object.fromEntries(own),
    PATH: [path.dirname(TOOLS.sam), ...foldersOfShell()].join(':'),
    SAM_CLI_TELEMETRY: '0',
    ...extra,
  };
}

function isAdded(name: string): boolean {
  return /^(npm_|NODE_|JEST_|AWS_|INIT_CWD$)/.test(name);
}

function foldersOfShell(): string[] {
  const folders = (process.env['PATH'] ?? '').split(':');
  return folders.filter((folder) => !/node_modules|node-gyp-bin/.test(folder));
}
