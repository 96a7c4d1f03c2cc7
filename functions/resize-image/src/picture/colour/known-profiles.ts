import type { CodedColour } from './coded-colour.ts';
import { type Primaries, rgbProfile, type Transfer } from './rgb-profile.ts';

const OF_SRGB: Primaries = [
  [0.43604, 0.22248, 0.01392],
  [0.38511, 0.71691, 0.09707],
  [0.14305, 0.06061, 0.71391],
];
const OF_BT_2020: Primaries = [
  [0.67348, 0.27904, -0.00193],
  [0.16567, 0.67534, 0.02998],
  [0.12505, 0.04561, 0.79685],
];
const OF_DISPLAY_P3: Primaries = [
  [0.51512, 0.24119, -0.00105],
  [0.29198, 0.69224, 0.04188],
  [0.1571, 0.06657, 0.78407],
];
const OF_ADOBE_RGB: Primaries = [
  [0.60974, 0.31111, 0.01947],
  [0.20527, 0.62568, 0.06087],
  [0.14919, 0.06321, 0.74456],
];

const ofSrgb: Transfer = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** As a screen of standard range shows video (ITU-R BT.1886). */
const OF_VIDEO: Transfer = 2.4;

/** The white of paper in nits, and the brightest that is still told from white (ITU-R BT.2408). */
const WHITE_NITS = 203;
const PEAK_NITS = 1000;

/**
 * Perceptual quantizer (SMPTE ST 2084), its high range brought into that of a screen by Reinhard's curve, which keeps the
 * dark as it is and lets what is brighter than paper run into white.
 */
const ofPerceptualQuantizer: Transfer = (value) => {
  const root = value ** (1 / 78.84375);
  const nits =
    10_000 * (Math.max(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)) ** (1 / 0.1593017578125);
  const light = nits / WHITE_NITS;
  return Math.min((light * (1 + light / (PEAK_NITS / WHITE_NITS) ** 2)) / (1 + light), 1);
};

/** By code point of ITU-T H.273; what has another is taken for sRGB, as most pictures are. */
const PRIMARIES: Readonly<Record<number, Primaries>> = { 9: OF_BT_2020, 12: OF_DISPLAY_P3 };
const TRANSFERS: Readonly<Record<number, Transfer>> = {
  1: OF_VIDEO,
  4: 2.2,
  6: OF_VIDEO,
  14: OF_VIDEO,
  15: OF_VIDEO,
  16: ofPerceptualQuantizer,
  // Hybrid log-gamma is made to be shown like that by screens of standard range.
  18: OF_VIDEO,
};
const HIGH_RANGE: ReadonlySet<number> = new Set([16, 18]);

/** The profile of a colour that is coded by numbers; nothing where that is sRGB, or near to it. */
export function profileOfCodedColour({ primaries, transfer }: CodedColour): Buffer | undefined {
  if (!(primaries in PRIMARIES) && !HIGH_RANGE.has(transfer)) return undefined;
  return rgbProfile(PRIMARIES[primaries] ?? OF_SRGB, TRANSFERS[transfer] ?? ofSrgb);
}

/** Of cameras that say by EXIF alone that their pictures are in Adobe RGB (1998). */
export function adobeRgbProfile(): Buffer {
  return rgbProfile(OF_ADOBE_RGB, 563 / 256);
}
