import { type ExifSummary, type ImageMediaType, renditionSizes } from '@movieflix/contracts';
import { isAvifSequence, representativeFrame } from './animation.ts';
import { cascade } from './cascade.ts';
import { convertToSrgb } from './colour.ts';
import { decodablePicture } from './decodable-picture.ts';
import { decode } from './decode.ts';
import { encode, type Rendition } from './encode.ts';
import { readExif } from './exif.ts';
import { readHeader } from './header.ts';
import { assertWithinLimits } from './limits.ts';
import { sniffMediaType } from './sniff.ts';
import { thumbhashOf } from './thumbhash.ts';

export interface ResizedPicture {
  /** The type that the bytes really have. */
  contentType: ImageMediaType;
  /** Pixels, after orientation. */
  width: number;
  height: number;
  isAnimated: boolean;
  /** Base64. */
  thumbhash: string;
  exif: ExifSummary;
  /** Ascending, of the sizes that `renditionSizes` names. */
  renditions: Rendition[];
}

/**
 * The whole picture step, from the bytes of an original to its renditions: decoded once to the largest size
 * that is needed, the smaller sizes cascaded from it. The same bytes always give the same answer.
 *
 * @throws Rejection where the bytes can never become a picture
 */
export async function resizePicture(original: Buffer): Promise<ResizedPicture> {
  const contentType = sniffMediaType(original);
  const picture = decodablePicture(original, contentType);
  const header = await readHeader(picture, contentType);
  assertWithinLimits(header);
  const { width, height } = header;
  const sizes = renditionSizes(header);
  const frame = await representativeFrame(picture, header);
  const decoded = await decode(picture, { ...header, frame }, sizes.at(-1)!);
  const ascending = await cascade(await convertToSrgb(decoded), sizes);
  return {
    contentType,
    width,
    height,
    isAnimated: header.frames > 1 || isAvifSequence(original),
    thumbhash: await thumbhashOf(ascending[0]!),
    exif: await readExif(header),
    renditions: await encode(ascending),
  };
}
