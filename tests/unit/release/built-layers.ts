import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MANIFEST_FILE } from '@movieflix/contracts/release-manifest';
import { CHECKOUT } from '../../runner/run-program.ts';

export interface TestFolder extends Disposable {
  folder: string;
}

/** Outside of the checkout, so that nothing in it finds the checkout's packages. */
export function testFolder(): TestFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'movieflix-layer-'));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Builds the release's layer as `sam build` does, and the web app first where its sources have changed. */
export function buildRelease(layer: string): void {
  execFileSync(process.execPath, [path.join(CHECKOUT, 'release/src/build-release.ts'), layer], {
    stdio: 'inherit',
  });
}

/** The folder of a package inside a layer. */
export function packageFolder(layer: string, name: string): string {
  return path.join(layer, 'nodejs/node_modules', name);
}

export function readManifest<T>(folder: string): T {
  return JSON.parse(readFileSync(path.join(folder, MANIFEST_FILE), 'utf8'));
}

/** Unpacks with the machine's own tar, as hosts do. */
export function unpack(archive: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
}
