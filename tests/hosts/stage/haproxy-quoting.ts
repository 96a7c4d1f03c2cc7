/** A text as one word of HAProxy's settings, in which no sign means anything. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text where HAProxy would look for variables. */
export function quoteFormat(text: string): string {
  return quote(text.replaceAll('%', '%%'));
}
