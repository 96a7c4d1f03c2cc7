import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const STYLES = /<link rel="stylesheet" href="([^"]+)">/;
/** Those are for who reads the source, and each visitor would fetch them: comments, and how lines are indented. */
const FOR_READERS = /<!--.*?-->\s*|(?<=\n) +/gs;
const ICON = /(?<=<link rel="icon" href=")([^":]+\.svg)(?=")/;

/**
 * Puts the styles and the icon of a built web app into its page. For the styles, 2.5 kB compressed, the first thing seen
 * would otherwise wait one more round trip, and the icon, 0.2 kB, takes a connection from the code. Addresses in the
 * styles are relative to the page, at whose side they lay. The icon's file stays, for other pages. The page's
 * comments and indentation are left out.
 */
export function inlineIntoPage(folder: string): void {
  const page = path.join(folder, 'index.html');
  const html = readFileSync(page, 'utf8');
  const [link, styles] = found(STYLES, html, page);
  const [, icon] = found(ICON, html, page);
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  writeFileSync(
    page,
    html
      .replace(FOR_READERS, '')
      .replace(link, () => `<style>${read(styles)}</style>`)
      .replace(ICON, () => `data:image/svg+xml,${encodeURI(read(icon)).replaceAll('#', '%23')}`),
  );
  rmSync(path.join(folder, styles));
}

function found(pattern: RegExp, html: string, page: string): [all: string, name: string] {
  const [all, name] = pattern.exec(html) ?? [];
  if (all === undefined || name === undefined) throw new Error(`Expected ${pattern} in ${page}.`);
  return [all, name];
}
