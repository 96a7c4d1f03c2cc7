/** 16 random hexadecimal digits. `crypto.randomUUID` is missing on plain HTTP, this is not. */
export function newTabId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
