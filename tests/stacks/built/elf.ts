import { open } from 'node:fs/promises';
import type { Architecture } from '@movieflix/contracts/release-manifest';

const MACHINE_OFFSET = 18;
const HEADER_BYTES = 20;

/** e_machine of the ELF header (elf(5)). */
const MACHINES: ReadonlyMap<number, Architecture> = new Map([
  [62, 'x86_64'],
  [183, 'arm64'],
]);

/** The architecture that a file's machine code is for; undefined where it holds none. */
export async function architectureOf(file: string): Promise<Architecture | 'other' | undefined> {
  const handle = await open(file);
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    await handle.read(header, 0, HEADER_BYTES, 0);
    if (header.toString('latin1', 0, 4) !== '\x7fELF') return undefined;
    return MACHINES.get(header.readUInt16LE(MACHINE_OFFSET)) ?? 'other';
  } finally {
    await handle.close();
  }
}
