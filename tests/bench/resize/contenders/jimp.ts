import { readFile } from 'node:fs/promises';
import type { Size } from '@movieflix/contracts';
import { importPeer } from '../peers/install.ts';

interface Picture {
  clone(): Picture;
  resize(options: { w: number; h: number }): Picture;
  getBuffer(type: 'image/webp', options: { quality: number; method: number }): Promise<Buffer>;
}

const { createJimp } = await importPeer<{
  createJimp(options: object): { read(original: Buffer): Promise<Picture> };
}>('@jimp/core/dist/esm/index.js');
const { defaultFormats, defaultPlugins } = await importPeer<{
  defaultFormats: unknown[];
  defaultPlugins: unknown[];
}>('jimp/dist/esm/index.js');
const { default: webp } = await importPeer<{ default: unknown }>('@jimp/wasm-webp/dist/esm/index.js');
// Its WebP fetches its WASM from a file: address, which Node's own fetch does not know.
globalThis.fetch = async (address) =>
  new Response(await readFile(new URL(String(address))), { headers: { 'content-type': 'application/wasm' } });
const jimp = createJimp({ formats: [...defaultFormats, webp], plugins: defaultPlugins });

/** Decoded once, each size shrunk from the next larger one, with jimp's WebP in WASM. */
export async function prepare(original: Buffer, sizes: Size[]): Promise<() => Promise<Buffer[]>> {
  return async () => {
    let picture = await jimp.read(original);
    const renditions: Buffer[] = [];
    for (const { width, height } of sizes.toReversed()) {
      picture = picture.clone().resize({ w: width, h: height });
      renditions.unshift(await picture.getBuffer('image/webp', { quality: 80, method: 2 }));
    }
    return renditions;
  };
}
