import { expect, test } from '@jest/globals';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import sharp from 'sharp';
import { photo } from './photos.ts';
import { similarity } from './similarity.ts';

const [WIDTH, HEIGHT] = [352, 198];

async function picture(): Promise<Buffer> {
  return sharp(await photo('canyon-wren.jpg'))
    .resize(WIDTH, HEIGHT)
    .png()
    .toBuffer();
}

function plain(background: string): Promise<Buffer> {
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background } })
    .png()
    .toBuffer();
}

function animation(format: 'gif' | 'webp', frames: Buffer[]): Promise<Buffer> {
  return sharp(frames, { join: { animated: true } })
    [format]()
    .toBuffer();
}

async function likenessTo(reference: Buffer, rendition: Buffer): Promise<number> {
  return similarity(rendition, await sharp(reference).resize(320, 180, { fit: 'fill' }).png().toBuffer());
}

test.each(['gif', 'webp'] as const)('of an animated %s the first frame is shown', async (format) => {
  const first = await picture();
  const mirrored = await sharp(first).flop().png().toBuffer();
  const shown = await resizePicture(await animation(format, [first, mirrored, mirrored]));
  expect(shown).toMatchObject({ width: WIDTH, height: HEIGHT, isAnimated: true });
  expect(await likenessTo(first, shown.renditions[0]!.data)).toBeGreaterThan(0.8);
});

test.each(['gif', 'webp'] as const)('a black beginning of an animated %s is passed over', async (format) => {
  const [black, content] = [await plain('#000'), await picture()];
  const shown = await resizePicture(
    await animation(format, [black, black, black, content, content, content]),
  );
  expect(await likenessTo(content, shown.renditions[0]!.data)).toBeGreaterThan(0.8);
});

test('an animation of nothing but plain colours is shown by its first', async () => {
  const shown = await resizePicture(
    await animation('webp', [await plain('#d03020'), await plain('#2030d0')]),
  );
  const [red, , blue] = (await sharp(shown.renditions[0]!.data).stats()).channels;
  expect(red!.mean).toBeGreaterThan(blue!.mean + 100);
});

test('an AVIF that moves is shown by its still', async () => {
  const shown = await resizePicture(await photo('moving.avif'));
  expect(shown).toMatchObject({ contentType: 'image/avif', width: 330, height: 186, isAnimated: true });
  const reference = await sharp(await photo('canyon-wren.jpg'))
    .resize(320, 180, { fit: 'fill' })
    .png()
    .toBuffer();
  expect(await similarity(shown.renditions[0]!.data, reference)).toBeGreaterThan(0.8);
});

test.each(['gif', 'webp', 'png', 'avif'] as const)('a still %s does not move', async (format) => {
  const still = await sharp(await picture())
    .toFormat(format, { effort: 1 })
    .toBuffer();
  expect((await resizePicture(still)).isAnimated).toBe(false);
});
