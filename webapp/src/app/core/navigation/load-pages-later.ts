import type { Page } from '../../pages';
import { afterFirstPage, atLeisure } from '../../shared/at-leisure';
import { withAllTexts } from '../language/speak-language';

/** Brings the code of all pages after a while, one after the other, so that they open at once, and offline too. */
export async function loadPagesLater(pages: readonly Page[]): Promise<void> {
  await afterFirstPage();
  for (const { load } of pages.flatMap((page) => [page, ...(page.children ?? [])])) {
    await atLeisure();
    // What does not come now is asked for again when it is opened.
    await withAllTexts(load).catch(() => undefined);
  }
}
