import { rm } from 'node:fs/promises';
import './global-setup.ts';

export default async function globalTeardown(): Promise<void> {
  if (globalThis.stacksRunFolder) await rm(globalThis.stacksRunFolder, { recursive: true, force: true });
}
