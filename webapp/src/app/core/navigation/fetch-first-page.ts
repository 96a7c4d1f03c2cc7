import { HOME, type Page } from '../../pages';
import type { ImagePage } from '../api/api-types';
import { askEarly } from '../api/early-answers';
import { LANGUAGES, type LanguageCode } from '../language/languages';

/**
 * Begins to fetch the code of the page that an address leads to, and what it says. The router would ask for it only when
 * the app stands, which on a phone takes as long as the fetching.
 *
 * @param path of the address
 */
export function fetchFirstPage(pages: readonly Page[], path: string, language: LanguageCode): void {
  for (const { page } of pagesOf(pages, path)) {
    // Where something does not come, the router asks once more and says so.
    void page.load().catch(() => undefined);
    if (language !== 'en' || !page.saysFirstTextsOnly) void LANGUAGES[language].load().catch(() => undefined);
  }
}

/**
 * Asks the API for what the page of an address shows first, so that it comes beside the page's code. An address with a
 * query shows something else first.
 */
export function askForFirstPage(pages: readonly Page[], { pathname, search }: URL, apiUrl: string): void {
  if (search !== '') return;
  const matches = pagesOf(pages, pathname);
  for (const { page, segments } of matches) {
    const asks = (page.firstAsks ?? []).map((ask) => askEarly(apiUrl + withParameters(ask, page, segments)));
    // Whatever lies over the page comes first.
    if (asks[0] && page.fetchPictures && matches.length === 1)
      void fetchPicturesOf(asks[0], page.fetchPictures);
  }
}

/** Where the answer is none, the page says so. */
async function fetchPicturesOf(asking: Promise<Response>, fetchPictures: (answer: ImagePage) => void) {
  // Copied at once: whoever else waits for it reads it next.
  const copying = asking.then((answer) => (answer.ok ? answer.clone() : undefined));
  const answer = await copying.then((copy) => copy?.json()).catch(() => undefined);
  if (answer !== undefined) fetchPictures(answer);
}

interface Match {
  page: Page;
  /** Those of the address that the page stands for, and those of its children. */
  segments: readonly string[];
}

/** An address that leads nowhere is left to the router. */
function pagesOf(pages: readonly Page[], path: string): Match[] {
  const segments = segmentsOf(path);
  return matching(pages, segments.length === 0 ? [HOME] : segments);
}

function matching(pages: readonly Page[], segments: readonly string[]): Match[] {
  const page = pages.find((candidate) => matches(candidate, segments));
  if (page === undefined) return [];
  const children = matching(page.children ?? [], segments.slice(segmentsOf(page.path).length));
  return [{ page, segments }, ...children];
}

/** A page without children is all of the address, one with children the beginning of it. */
function matches(page: Page, segments: readonly string[]): boolean {
  const parts = segmentsOf(page.path);
  const isWhole = parts.length === segments.length;
  return (
    (isWhole || page.children !== undefined) &&
    parts.every(
      (part, index) => part === segments[index] || (part.startsWith(':') && index < segments.length),
    )
  );
}

function withParameters(ask: string, page: Page, segments: readonly string[]): string {
  return segmentsOf(page.path).reduce(
    (filled, part, index) => (part.startsWith(':') ? filled.replaceAll(part, segments[index]!) : filled),
    ask,
  );
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
