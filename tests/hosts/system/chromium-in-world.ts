import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { findChromium } from '../../browser/chromium.ts';
import { launchChromium } from '../../browser/chromium-session.ts';
import type { Stage } from '../stage/open-stage.ts';

/** A Chromium where members are: it sees names and addresses of the world, and nothing of this machine's network. */
export async function launchChromiumInWorld({ folder, world }: Stage): Promise<Browser> {
  const program = path.join(folder, 'chromium');
  const script = `#!/bin/sh\nexec ip netns exec ${world.namespace} ${await findChromium()} "$@"\n`;
  await writeFile(program, script, { mode: 0o755 });
  return launchChromium(program);
}
