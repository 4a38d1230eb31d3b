import { isNeverContent, looksLikeBoilerplate } from './boilerplate.ts';
import { type Document, type Element, findAllBelow, isElement } from './dom.ts';
import { countElementStats, type ElementStats, type StatsOf } from './element-stats.ts';

/** Where the article stands in a page. */
export interface MainContent {
  root: Document | Element;
  /** Whether an element below the root is no part of the article. */
  skips: (element: Element) => boolean;
  statsOf: StatsOf;
  /** Visible characters of the whole article. */
  chars: number;
}

/** Finds the article: `<main>`, else `<article>`, else `<body>`, else everything, less what only stands around it. */
export function findMainContent(document: Document, base: string): MainContent {
  const statsOf = countElementStats(document, isNeverContent, base);
  const root = chooseRoot(document, statsOf);
  const chars = charsOf(root, statsOf);
  const furniture = new Set(
    findAllBelow(root, (element) => {
      const stats = statsOf(element);
      return mayGo(element, stats, chars) && looksLikeBoilerplate(element, stats.chars > 0);
    }),
  );
  const skips = (element: Element) => furniture.has(element) || isNeverContent(element);
  const kept = furniture.size === 0 ? statsOf : countElementStats(root, skips, base);
  return { root, skips, statsOf: kept, chars: charsOf(root, kept) };
}

function charsOf(root: Document | Element, statsOf: StatsOf): number {
  return root.children.reduce((sum, node) => sum + (isElement(node) ? statsOf(node).chars : 0), 0);
}

/** How much of the text an `<article>` inside the chosen root must hold to be taken for it alone. */
const DOMINANT = 0.6;
/** A piece with furniture's names goes only while it holds less than this share of the text. */
const MOST_FURNITURE = 0.4;

function mayGo(element: Element, stats: ElementStats, total: number): boolean {
  if (stats.chars > total * MOST_FURNITURE) return false;
  return element.name !== 'aside' || stats.paragraphs < 8;
}

function holdsSomething({ chars, visuals, players }: ElementStats): boolean {
  return chars + visuals + players > 0;
}

function chooseRoot(document: Document, statsOf: StatsOf): Document | Element {
  const shown = (name: string) =>
    findAllBelow(document, (element) => element.name === name && holdsSomething(statsOf(element)));
  const outer = shown('main')[0] ?? shown('body')[0] ?? document;
  const total = charsOf(outer, statsOf);
  const article = largest(shown('article'), statsOf);
  return article && statsOf(article).chars >= total * DOMINANT ? article : outer;
}

function largest(elements: readonly Element[], statsOf: StatsOf): Element | undefined {
  return elements.reduce<Element | undefined>(
    (best, next) => (best && statsOf(best).chars >= statsOf(next).chars ? best : next),
    undefined,
  );
}
