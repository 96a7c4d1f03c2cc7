const MAX_TEXT_CHARACTERS = 100;

/** A text of at most 100 characters without control characters, or nothing. */
export function shortText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const clean = value
    .replaceAll(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .trim();
  const text = [...clean].slice(0, MAX_TEXT_CHARACTERS).join('').trim();
  return text === '' ? undefined : text;
}

/** A number above zero, or nothing. */
export function positiveNumber(value: unknown): number | undefined {
  const number =
    Array.isArray(value) || ArrayBuffer.isView(value) ? Number(Array.from(value as number[])[0]) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : undefined;
}

/** A number from -limit to limit, rounded to six decimals (a tenth of a metre in degrees), or nothing. */
export function signedNumber(value: unknown, limit: number): number | undefined {
  return typeof value === 'number' && Math.abs(value) <= limit ? Math.round(value * 1e6) / 1e6 : undefined;
}

/**
 * ISO 8601 of EXIF's `2024:05:06 07:08:09` and its offset such as `+02:00`; without an offset it is local time.
 * Nothing where it is no real moment, such as `0000:00:00 00:00:00`.
 */
export function isoDateTime(value: unknown, offset: unknown): string | undefined {
  const parts = typeof value === 'string' && /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)/.exec(value);
  if (!parts) return undefined;
  const local = `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}`;
  if (!isRealMoment(local)) return undefined;
  const hasOffset = typeof offset === 'string' && /^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)/.test(offset);
  return hasOffset ? local + (offset.startsWith('Z') ? 'Z' : offset.slice(0, 6)) : local;
}

/** Date.parse rolls 30 February over into March, so the date must also come out as it went in. */
function isRealMoment(local: string): boolean {
  const moment = new Date(`${local}Z`);
  return !Number.isNaN(moment.getTime()) && local > '1800' && moment.toISOString().startsWith(local);
}

/** The same object without the properties that are undefined. */
export function withoutUndefined<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
