import { endsWithStop } from '../text/sentences/sentence-end.ts';
import { attribute, type Document, type Element, walk } from './dom.ts';
import { isImage, readImage } from './images.ts';
import { isMedia, readMedia } from './media.ts';

/** The content of an element, counted once for the whole tree. */
export interface ElementStats {
  /** Visible characters without white space, and how many of them are link text. */
  chars: number;
  linkChars: number;
  links: number;
  /** Unlinked texts after a link that end like a sentence; a list of links has none. */
  sentences: number;
  visuals: number;
  players: number;
  /** Captions of figures. */
  captions: number;
  headings: number;
  /** Paragraphs with text. */
  paragraphs: number;
  items: number;
  /** All elements below it. */
  elements: number;
  /** Tables and preformatted text. */
  structures: number;
}

/** The statistics of any element; zeros for skipped ones. */
export type StatsOf = (element: Element) => ElementStats;

const HEADING = /^h[1-6]$/;
const zero = (): ElementStats => ({
  chars: 0,
  linkChars: 0,
  links: 0,
  sentences: 0,
  visuals: 0,
  players: 0,
  captions: 0,
  headings: 0,
  paragraphs: 0,
  items: 0,
  elements: 0,
  structures: 0,
});

/** Counts the content of every element below `root` in one walk, without elements that `skips`. */
export function countElementStats(
  root: Document | Element,
  skips: (element: Element) => boolean,
  base: string,
): StatsOf {
  const stats = new Map<Element, ElementStats>();
  const path: ElementStats[] = [zero()];
  /** The elements of the path with a link among their children. */
  const withLink = new Set<ElementStats>();
  let anchors = 0;
  walk(root, {
    enter(element) {
      if (skips(element)) return 'skip';
      if (isLink(element)) anchors += 1;
      path.push(zero());
      return undefined;
    },
    leave(element) {
      const own = path.pop() ?? zero();
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
      const chars = text.replace(/\s+/g, '').length;
      const own = path.at(-1);
      if (!own) return;
      own.chars += chars;
      if (anchors > 0) own.linkChars += chars;
      else if (withLink.has(own) && endsWithStop(text)) own.sentences += 1;
    },
  });
  return (element) => stats.get(element) ?? zero();
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
  Object.assign(own, { ...zero(), visuals: own.visuals, players: own.players, elements: own.elements });
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
