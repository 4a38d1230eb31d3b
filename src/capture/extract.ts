import { isNeverContent, looksLikeBoilerplate } from '../html/boilerplate/is-boilerplate.ts';
import { countElementStats } from '../html/element-stats.ts';
import { serializeHtml } from '../html/serialize-html.ts';
import type { Element } from '../html/tree/dom.ts';
import { articleText } from './article-text.ts';
import { findFurniture } from './furniture.ts';
import type { Page } from './head/read-page.ts';
import { findHiddenText } from './hidden-text.ts';
import { isNeverWritten } from './is-never-written.ts';
import { findOutsideText } from './outside-text.ts';
import { coverageOf, lettersOf } from './text-coverage.ts';
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
/** If the page shows much more text than it declares, the declared text is only the start. */
const MIN_DECLARED_SHARE = 0.7;

/** What is known of the article. */
interface Known {
  title: string;
  standfirst?: string | undefined;
  authors?: readonly string[];
}

/**
 * Extracts the article of a page, with ever less usual ways as long as the result is short or lacks text that the page
 * declares: as it is shown; with the text that scripts show; with that in elements whose names mislead; the declared text.
 */
export function extractArticle(page: Page, { title, standfirst = '', authors = [] }: Known): Extraction {
  const { url, article } = page;
  const context = { url, title };
  const declared = article?.body === undefined ? '' : textToHtml(article.body);
  const reference = declared === '' ? undefined : articleText(declared, context);
  const furniture = findFurniture(page.document, authors);
  const skips = (element: Element) => isNeverWritten(element) || furniture.has(element);
  let best = { html: '', text: '' };
  let bestWay: Way = showAll;
  for (const way of [showAll, revealHidden, ignoreNames, () => declared]) {
    const html = way(page, skips);
    const text = articleText(html, context);
    if (isBetter(text, best.text, reference)) [best, bestWay] = [{ html, text }, way];
    if (isEnough(best.text, reference)) break;
  }
  if (reference !== undefined && lettersOf(reference).length >= lettersOf(best.text).length * MIN_DECLARED_SHARE) {
    const outside = findOutsideText(page.document, reference, standfirst);
    const html = bestWay(page, (element) => skips(element) || outside.has(element));
    const text = articleText(html, context);
    if (coverageOf(reference, text) >= coverageOf(reference, best.text)) best = { html, text };
  }
  return { ...best, isEnough: isEnough(best.text, reference) };
}

/** A way to write the article of a page as HTML, without the elements that `skips`; '' if it does not suit the page. */
type Way = (page: Page, skips: (element: Element) => boolean) => string;

const showAll: Way = ({ document }, skips) => serializeHtml(document, { skips });

const revealHidden: Way = ({ document }, skips) => {
  const hidden = findHiddenText(document);
  return hidden.size === 0 ? '' : serializeHtml(document, { skips, isBare: (one) => hidden.has(one) });
};

/** Names of parts of a layout, such as `sidebar-grid`, look like those of sidebars. */
const ignoreNames: Way = ({ url, document }, skips) => {
  const statsOf = countElementStats(document, { skips: isNeverContent, base: url, elements: document.elements });
  const isText = (element: Element) => {
    const { chars, linkChars, paragraphs } = statsOf(element);
    return paragraphs > 0 && chars >= paragraphs * MIN_PARAGRAPH_CHARS && linkChars < chars * MAX_LINK_SHARE;
  };
  return serializeHtml(document, {
    skips,
    isBare: (element) => isText(element) && looksLikeBoilerplate(element, true),
  });
};

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
