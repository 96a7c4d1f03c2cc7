// Makes the layer of the resize function: node bin/run.cjs functions/resize-image/sharp-layer/build.ts <arm64|x64> <folder>
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyForRunTime } from './copy-for-run-time.ts';
import { installLocked } from './install-locked.ts';
import { layerPackages } from './layer-packages.ts';

const [, , cpu, artifacts] = process.argv;
if ((cpu !== 'arm64' && cpu !== 'x64') || !artifacts) {
  throw new Error(`Expected "arm64" or "x64" and a folder but received "${process.argv.slice(2).join(' ')}"`);
}

const folder = await mkdtemp(join(tmpdir(), 'movieflix-sharp-layer-'));
try {
  const packages = layerPackages(cpu);
  await installLocked(Object.keys(packages), folder);
  for (const [name, files] of Object.entries(packages)) {
    // Where Lambda's Node looks for the modules of a layer.
    await copyForRunTime(
      join(folder, 'node_modules', name),
      files,
      join(artifacts, 'nodejs/node_modules', name),
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
