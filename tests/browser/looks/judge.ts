import type { Page } from 'playwright-core';
import { waitFor } from '../../waiting/wait-for.ts';
import type { Size, Theme } from './devices.ts';
import { type Difference, differenceBetween } from './difference.ts';
import { keep, pictureName, putBeside, readKept } from './kept-pictures.ts';
import { showIn, takePicture } from './take-picture.ts';

/** Whether what comes is to be kept from now on. */
export const IS_ACCEPTING = process.env['ACCEPT_LOOKS'] === 'true';

/** How long a page may take until it looks as it should. */
const PATIENCE_MS = 5_000;

/** What is wrong with how a page looks in a window, as a sentence, or nothing. */
export async function faultOf(
  page: Page,
  look: string,
  size: Size,
  theme: Theme,
): Promise<string | undefined> {
  const name = pictureName(look, size, theme);
  await showIn(page, size, theme);
  const kept = await readKept(name);
  if (kept === undefined) {
    const picture = await stillPicture(page, size);
    if (!IS_ACCEPTING) return `${name} is not kept: what came is ${await putBeside(name, picture)}`;
    await keep(name, picture);
    return undefined;
  }
  const last = await lastDifference(page, size, kept);
  if (last === undefined) return undefined;
  if (IS_ACCEPTING) {
    await keep(name, await stillPicture(page, size));
    return undefined;
  }
  const came = await putBeside(name, last.picture);
  const drawn = await putBeside(name.replace('.webp', '.difference.png'), last.drawn);
  return `${name} looks otherwise (${last.pixels} pixels of a square of 16): what came is ${came}, the difference ${drawn}`;
}

/** The difference that stays, however often it is looked. */
async function lastDifference(
  page: Page,
  size: Size,
  kept: Buffer,
): Promise<(Difference & { picture: Buffer }) | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const picture = await takePicture(page, size);
    const difference = await differenceBetween(kept, picture);
    if (difference === undefined) return undefined;
    if (Date.now() > deadline || IS_ACCEPTING) return { ...difference, picture };
  }
}

/** A picture that is the same twice. */
function stillPicture(page: Page, size: Size): Promise<Buffer> {
  let last: Buffer | undefined;
  return waitFor('the page to stand still', async () => {
    const picture = await takePicture(page, size);
    const isStill = last?.equals(picture);
    last = picture;
    return isStill && picture;
  });
}
