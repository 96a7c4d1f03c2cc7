import { locale, texts } from '../core/language/texts';

const UNITS = ['kB', 'MB', 'GB', 'TB'];

/** Bytes in words: `999 bytes`, `1.2 MB`. Decimal units, as file managers and disks use them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return texts().shared.bytes(bytes);
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = value < 9.95 ? 1 : 0;
  const number = value.toLocaleString(locale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${number} ${UNITS[unit]}`;
}
