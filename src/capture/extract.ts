import { isNeverContent, looksLikeBoilerplate } from '../html/boilerplate/is-boilerplate.ts';
import { countElementStats } from '../html/element-stats.ts';
import { serializeHtml } from '../html/serialize-html.ts';
import type { Element } from '../html/tree/dom.ts';
import { articleText } from './article-text.ts';
import type { Page } from './head/read-page.ts';
import { findHiddenText } from './hidden-text.ts';
import { isNeverWritten } from './is-never-written.ts';
import { coverageOf } from './text-coverage.ts';
import { textToHtml } from './text-to-html.ts';

/** HTML, and the text that the parser reads in it. */
export interface Extraction {
  html: string;
  text: string;
  /** Whether the text is long enough for an article, and has what the page declares. */
  isEnough: boolean;
}

/** Fewer letters are no article, unless the page says that they are all. */
const MIN_ARTICLE_CHARS = 400;
/** Of the text that the page declares; what is left out may be a caption. */
const MIN_COVERAGE = 0.8;
/** Paragraphs of an article are longer than those of teasers, and have fewer links. */
const MIN_PARAGRAPH_CHARS = 80;
const MAX_LINK_SHARE = 0.3;
/** Another attempt must have so much more text to be better. */
const MIN_GAIN = 1.5;

/**
 * Extracts the article of a page, with ever less usual ways as long as the result is short or lacks text that the page
 * declares: as it is shown; with the text that scripts show; with that in elements whose names mislead; the declared text.
 */
export function extractArticle(page: Page, title: string): Extraction {
  const { url, document, article } = page;
  const reference = article?.body === undefined ? undefined : declaredText(article.body, { url, title });
  const attempts = [
    () => serializeHtml(document, { skips: isNeverWritten }),
    () => revealHidden(page),
    () => ignoreNames(page),
    () => (article?.body === undefined ? '' : textToHtml(article.body)),
  ];
  let best = { html: '', text: '' };
  for (const attempt of attempts) {
    const html = attempt();
    const text = articleText(html, { url, title });
    if (isBetter(text, best.text, reference)) best = { html, text };
    if (isEnough(best.text, reference)) break;
  }
  return { ...best, isEnough: isEnough(best.text, reference) };
}

function revealHidden({ document }: Page): string {
  const hidden = findHiddenText(document);
  return hidden.size === 0 ? '' : serializeHtml(document, { skips: isNeverWritten, isBare: (one) => hidden.has(one) });
}

/** Names of parts of a layout, such as `sidebar-grid`, look like those of sidebars. */
function ignoreNames({ url, document }: Page): string {
  const statsOf = countElementStats(document, { skips: isNeverContent, base: url, elements: document.elements });
  const isText = (element: Element) => {
    const { chars, linkChars, paragraphs } = statsOf(element);
    return paragraphs > 0 && chars >= paragraphs * MIN_PARAGRAPH_CHARS && linkChars < chars * MAX_LINK_SHARE;
  };
  return serializeHtml(document, {
    skips: isNeverWritten,
    isBare: (element) => isText(element) && looksLikeBoilerplate(element, true),
  });
}

function declaredText(body: string, context: { url: string; title: string }): string {
  return articleText(textToHtml(body), context);
}

function isEnough(text: string, reference: string | undefined): boolean {
  if (text.length < Math.min(MIN_ARTICLE_CHARS, reference?.length ?? MIN_ARTICLE_CHARS)) return false;
  return reference === undefined || coverageOf(reference, text) >= MIN_COVERAGE;
}

function isBetter(text: string, best: string, reference: string | undefined): boolean {
  if (best === '') return text !== '';
  if (text.length >= best.length * MIN_GAIN) return true;
  return (
    reference !== undefined && coverageOf(reference, text) > coverageOf(reference, best) && text.length >= best.length
  );
}
