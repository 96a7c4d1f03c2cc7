import type { Size } from '@movieflix/contracts';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import './one-thread.ts';

interface RawPicture {
  data: Buffer;
  info: OutputInfo;
}

/** A photograph decoded and shrunk with sharp's own settings. */
export function decodeTo(original: Buffer, { width, height }: Size): Promise<RawPicture> {
  return rawOf(sharp(original).autoOrient().resize(width, height, { fit: 'fill' }));
}

/** A photograph in every size, each from the next larger one, ascending as `sizes`. */
export async function pixelsOfEach(original: Buffer, sizes: Size[]): Promise<RawPicture[]> {
  const made = [await decodeTo(original, sizes.at(-1)!)];
  for (const { width, height } of sizes.slice(0, -1).reverse()) {
    made.unshift(await rawOf(pipelineFrom(made[0]!).resize(width, height, { fit: 'fill' })));
  }
  return made;
}

export async function encodeEach(pictures: RawPicture[]): Promise<Buffer[]> {
  const renditions: Buffer[] = [];
  for (const picture of pictures) {
    renditions.push(await pipelineFrom(picture).webp({ quality: 80, effort: 2 }).toBuffer());
  }
  return renditions;
}

function pipelineFrom({ data, info: { width, height, channels } }: RawPicture): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

function rawOf(pipeline: Sharp): Promise<RawPicture> {
  return pipeline.raw().toBuffer({ resolveWithObject: true });
}
