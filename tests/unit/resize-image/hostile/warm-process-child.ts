// One warm process of the resize function: it takes original after original over IPC, and tells what became of each.
import { createHash } from 'node:crypto';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import { Rejection } from '@movieflix/resize-image/rejection.ts';
import sharp from 'sharp';
import type { Answer, Outcome } from './warm-process-messages.ts';

async function outcomeOf(original: Buffer): Promise<Outcome> {
  try {
    const { width, height, renditions } = await resizePicture(original);
    const digest = createHash('sha256');
    for (const { data } of renditions) digest.update(data);
    return {
      outcome: 'ready',
      width,
      height,
      renditions: await Promise.all(renditions.map(({ data }) => sizeOf(data))),
      digest: digest.digest('hex'),
    };
  } catch (error) {
    if (!(error instanceof Rejection)) return { outcome: 'thrown', error: String(error) };
    return { outcome: 'rejected', reason: error.reason, message: error.message };
  }
}

async function sizeOf(rendition: Buffer) {
  const { width, height, format } = await sharp(rendition).metadata();
  return { width, height, format };
}

process.on('message', async (original: Uint8Array) => {
  const started = performance.now();
  const outcome = await outcomeOf(Buffer.from(original.buffer, original.byteOffset, original.byteLength));
  const answer: Answer = {
    outcome,
    milliseconds: performance.now() - started,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  process.send!(answer);
});
