import { makeRunFolder } from './build/run-folder.ts';
import { ensureTools } from './tools/tools.ts';

/** jest runs this once before the suite's workers start; they inherit the run's folder. */
export default async function globalSetup(): Promise<void> {
  await ensureTools();
  const folder = await makeRunFolder();
  globalThis.stacksRunFolder = folder;
}

declare global {
  var stacksRunFolder: string | undefined;
}
