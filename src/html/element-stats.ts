import { countVisible } from '../text/collapse-space.ts';
import { endsWithStop } from '../text/sentences/sentence-end.ts';
import { isImage, readImage } from './images.ts';
import { isMedia, readMedia } from './media.ts';
import { createStatsTable, type ElementStats, emptyStats } from './stats-table.ts';
import { attribute, type Document, type Element, walk } from './tree/dom.ts';

/** The statistics of any element; zeros for skipped ones. */
export type StatsOf = (element: Element) => ElementStats;

const HEADING = /^h[1-6]$/;

interface CountOptions {
  skips: (element: Element) => boolean;
  base: string;
  /** The number of elements of the document. */
  elements: number;
}

/** Counts the content of every element below `root` in one walk, without elements that `skips`. */
export function countElementStats(root: Document | Element, { skips, base, elements }: CountOptions): StatsOf {
  const stats = createStatsTable(elements);
  const path: ElementStats[] = [emptyStats()];
  /** The elements of the path with a link among their children. */
  const withLink = new Set<ElementStats>();
  let anchors = 0;
  walk(root, {
    enter(element) {
      if (skips(element)) return 'skip';
      if (isLink(element)) anchors += 1;
      path.push(emptyStats());
      return undefined;
    },
    leave(element) {
      const own = path.pop() ?? emptyStats();
      if (isLink(element)) anchors -= 1;
      if (element.name === 'noscript') clearText(own);
      countElement(element, own, base);
      stats.set(element, own);
      withLink.delete(own);
      const parent = path.at(-1);
      if (!parent) return;
      addTo(parent, own);
      if (isLink(element) && own.chars > 0) withLink.add(parent);
    },
    text(text) {
      const chars = countVisible(text);
      const own = path.at(-1);
      if (!own) return;
      own.chars += chars;
      if (anchors > 0) own.linkChars += chars;
      else if (withLink.has(own) && endsWithStop(text)) own.sentences += 1;
    },
  });
  return stats.get;
}

/** An `<a>` without `href` is an anchor, which may have no end tag. */
function isLink(element: Element): boolean {
  return element.name === 'a' && attribute(element, 'href') !== '';
}

function countElement(element: Element, own: ElementStats, base: string): void {
  const { name } = element;
  if (isLink(element) && own.chars > 0) own.links += 1;
  else if (HEADING.test(name) && own.chars > 0) own.headings += 1;
  else if (name === 'p' && own.chars > 0) own.paragraphs += 1;
  else if (name === 'li' && own.chars > 0) own.items += 1;
  else if (name === 'figcaption' && own.chars > 0) own.captions += 1;
  else if (name === 'table' || name === 'pre') own.structures += 1;
  else if (isImage(element) && own.visuals === 0 && readImage(element, base)) own.visuals += 1;
  else if (isMedia(element) && readMedia(element, base)) own.players += 1;
}

/** Text in `<noscript>` repeats other text or asks to enable scripts; only its images and players count. */
function clearText(own: ElementStats): void {
  Object.assign(own, { ...emptyStats(), visuals: own.visuals, players: own.players, elements: own.elements });
}

function addTo(total: ElementStats, part: ElementStats): void {
  total.chars += part.chars;
  total.linkChars += part.linkChars;
  total.links += part.links;
  total.sentences += part.sentences;
  total.visuals += part.visuals;
  total.players += part.players;
  total.captions += part.captions;
  total.headings += part.headings;
  total.paragraphs += part.paragraphs;
  total.items += part.items;
  total.elements += part.elements + 1;
  total.structures += part.structures;
}
