import { isNeverContent, looksLikeBoilerplate } from './boilerplate/is-boilerplate.ts';
import { findMailFooters } from './boilerplate/mail-footers.ts';
import { findPolls } from './boilerplate/polls.ts';
import { countElementStats, type StatsOf } from './element-stats.ts';
import type { ElementStats } from './stats-table.ts';
import { childrenOf, type Document, type Element, findAllBelow } from './tree/dom.ts';

/** The part of a page that is the article. */
export interface MainContent {
  /** The address that links and images are relative to. */
  base: string;
  root: Document | Element;
  /** Whether an element below the root does not belong to the article. */
  skips: (element: Element) => boolean;
  statsOf: StatsOf;
  /** The visible characters of the whole article. */
  chars: number;
}

/** Finds the article: `<main>`, else `<article>`, else `<body>`, else everything, without boilerplate. */
export function findMainContent(document: Document, base: string): MainContent {
  const { elements } = document;
  const isNever = remember(isNeverContent, elements);
  const statsOf = countElementStats(document, { skips: isNever, base, elements });
  const root = chooseRoot(document, statsOf);
  const chars = charsOf(root, statsOf);
  const boilerplate = new Set(
    findAllBelow(root, (element) => {
      const stats = statsOf(element);
      return canBeBoilerplate(element, stats, chars) && looksLikeBoilerplate(element, stats.chars > 0);
    }),
  );
  const page = { statsOf, chars };
  for (const box of [...findPolls(root, page), ...findMailFooters(root, page)]) boilerplate.add(box);
  const skips = (element: Element) => boilerplate.has(element) || isNever(element);
  const remaining = boilerplate.size === 0 ? statsOf : countElementStats(root, { skips, base, elements });
  return { base, root, skips, statsOf: remaining, chars: charsOf(root, remaining) };
}

/** Remembers the answer for each element: every one is asked about several times. */
function remember(test: (element: Element) => boolean, elements: number): (element: Element) => boolean {
  const answers = new Uint8Array(elements);
  return (element) => {
    const known = answers[element.index];
    if (known !== undefined && known > 0) return known === 2;
    const answer = test(element);
    answers[element.index] = answer ? 2 : 1;
    return answer;
  };
}

function charsOf(root: Document | Element, statsOf: StatsOf): number {
  return childrenOf(root).reduce((sum, element) => sum + statsOf(element).chars, 0);
}

/** An `<article>` replaces the outer root if it contains at least this share of the text. */
const MIN_ARTICLE_SHARE = 0.6;
/** An element with more of the text than this is no boilerplate, whatever its names. */
const MAX_BOILERPLATE_SHARE = 0.4;

function canBeBoilerplate(element: Element, stats: ElementStats, total: number): boolean {
  if (stats.chars > total * MAX_BOILERPLATE_SHARE) return false;
  return element.name !== 'aside' || stats.paragraphs < 8;
}

function isVisible({ chars, visuals, players }: ElementStats): boolean {
  return chars + visuals + players > 0;
}

function chooseRoot(document: Document, statsOf: StatsOf): Document | Element {
  const visible = (name: string) =>
    findAllBelow(document, (element) => element.name === name && isVisible(statsOf(element)));
  const outer = visible('main')[0] ?? visible('body')[0] ?? document;
  const total = charsOf(outer, statsOf);
  const article = largest(visible('article'), statsOf);
  return article && statsOf(article).chars >= total * MIN_ARTICLE_SHARE ? article : outer;
}

function largest(elements: readonly Element[], statsOf: StatsOf): Element | undefined {
  return elements.reduce<Element | undefined>(
    (best, next) => (best && statsOf(best).chars >= statsOf(next).chars ? best : next),
    undefined,
  );
}
