/**
 * When a UUIDv7 was made: its first 48 bits are milliseconds since 1970 (RFC 9562).
 *
 * @returns `undefined` for a UUID of another version
 */
export function madeAt(uuid: string): Date | undefined {
  if (uuid[14] !== '7') return undefined;
  return new Date(Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16));
}
