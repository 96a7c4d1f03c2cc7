import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/** How far two colours may be apart, of 1 from black to white, in OKLab. */
const COLOUR_TOLERANCE = 0.06;
/** What changed lies together, while letters that another browser draws a little otherwise are off here and there. */
const WINDOW_PIXELS = 16;
/** How many pixels of such a square may be off. */
const MOST_OFF = 24;

export interface Difference {
  /** The most pixels of a square of 16 that are off. */
  pixels: number;
  /** A PNG in which they are red. */
  drawn: Buffer;
}

const SOFTENING_PIXELS = 1;

/** What tells two pictures apart that an eye should see; nothing where they are the same but for traces. */
export async function differenceBetween(one: Buffer, other: Buffer): Promise<Difference | undefined> {
  // The same picture is encoded to the same bytes.
  if (one.equals(other)) return undefined;
  const [a, b] = [await decode(one), await decode(other)];
  const { width, height } = a.info;
  if (b.info.width !== width || b.info.height !== height) {
    throw new Error(`expected ${width} x ${height} pixels but found ${b.info.width} x ${b.info.height}`);
  }
  const drawn = Buffer.alloc(a.data.length);
  const pixels = pixelmatch(a.data, b.data, drawn, width, height, {
    threshold: COLOUR_TOLERANCE,
    windowSize: WINDOW_PIXELS,
    includeAA: true,
  });
  if (pixels <= MOST_OFF) return undefined;
  return {
    pixels,
    drawn: await sharp(drawn, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  };
}

/** Softened a little, so that neither the traces of WebP nor a picture that stands half a pixel lower count. */
function decode(picture: Buffer) {
  return sharp(picture).blur(SOFTENING_PIXELS).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}
