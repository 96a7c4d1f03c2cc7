import type { Size } from '@movieflix/contracts';
import { importPeer } from '../peers/install.ts';

interface Transformer {
  rotate(): Transformer;
  fastResize(options: { width: number; height: number; fit: number }): Transformer;
  webp(quality: number): Promise<Buffer>;
}

interface NapiRsImage {
  Transformer: new (input: Buffer) => Transformer;
  ResizeFit: { Fill: number };
}

const { Transformer, ResizeFit } = (await importPeer<{ default: NapiRsImage }>('@napi-rs/image/index.js'))
  .default;

/** Decoded once for each rendition, because a Transformer yields one; its WebP has no setting but the quality. */
export async function prepare(original: Buffer, sizes: Size[]): Promise<() => Promise<Buffer[]>> {
  return async () => {
    const renditions: Buffer[] = [];
    for (const { width, height } of sizes) {
      const resized = new Transformer(original).rotate().fastResize({ width, height, fit: ResizeFit.Fill });
      renditions.push(await resized.webp(80));
    }
    return renditions;
  };
}
