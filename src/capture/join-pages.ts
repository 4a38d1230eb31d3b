import { findMainContent } from '../html/main-content.ts';
import { serializeHtml } from '../html/serialize-html.ts';
import { type Element, textBelow } from '../html/tree/dom.ts';
import type { Page } from './head/read-page.ts';
import { isNeverWritten } from './is-never-written.ts';
import { lettersOf } from './text-coverage.ts';

/** The text of a link to another page of the same article. */
const PAGE_LINK =
  /^[^\p{L}\p{N}]*(?:\d{1,2}|(?:next|previous|prev|continue|page|seite|weiter|zurück|nächste seite|suivante?|précédente?|siguiente|anterior|下一页|上一页|下一頁|上一頁|次へ|前へ|次のページ|다음|이전)(?:\s+(?:page|\d{1,2}))?)[^\p{L}\p{N}]*$/iu;

/** The HTML of one article from the pages that it is divided into; the headline of later ones is left out. */
export function joinPages(pages: readonly Page[], title: string): string {
  const headline = lettersOf(title);
  const repeatsHeadline = (element: Element) => {
    if (element.name !== 'h1' && element.name !== 'h2') return false;
    const letters = lettersOf(textBelow(element));
    return letters !== '' && (headline.startsWith(letters) || letters.startsWith(headline));
  };
  const parts = pages.map(({ document, url }, at) =>
    serializeHtml(findMainContent(document, url).root, {
      skips: (element) => isNeverWritten(element) || isPageLink(element) || (at > 0 && repeatsHeadline(element)),
    }),
  );
  return `<main>${parts.join('\n')}</main>`;
}

function isPageLink(element: Element): boolean {
  return element.name === 'a' && PAGE_LINK.test(textBelow(element).trim());
}
