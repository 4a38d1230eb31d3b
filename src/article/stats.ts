import { type Document, type Element, walk } from './dom.ts';
import { isPicture, readImage } from './pictures.ts';
import { isPlayer, readMedia } from './players.ts';

/** What stands below an element, counted once for the whole tree. */
export interface Stats {
  /** Visible characters that are not white space, and how many of them are link text. */
  chars: number;
  linkChars: number;
  links: number;
  visuals: number;
  players: number;
  headings: number;
  /** Paragraphs with text of their own. */
  paragraphs: number;
  items: number;
  /** How many elements stand below it. */
  elements: number;
  /** Tables and program text. */
  structures: number;
}

/** The numbers for any element of the tree; zeros for what is left out. */
export type StatsOf = (element: Element) => Stats;

const HEADING = /^h[1-6]$/;
const zero = (): Stats => ({
  chars: 0,
  linkChars: 0,
  links: 0,
  visuals: 0,
  players: 0,
  headings: 0,
  paragraphs: 0,
  items: 0,
  elements: 0,
  structures: 0,
});

/** Counts what stands below every element of `root`, in one walk, leaving out what `skips` names. */
export function countStats(root: Document | Element, skips: (element: Element) => boolean, base: string): StatsOf {
  const known = new Map<Element, Stats>();
  const path: Stats[] = [zero()];
  let anchors = 0;
  walk(root, {
    enter(element) {
      if (skips(element)) return 'skip';
      if (element.name === 'a') anchors += 1;
      path.push(zero());
      return undefined;
    },
    leave(element) {
      const own = path.pop() ?? zero();
      if (element.name === 'a') anchors -= 1;
      if (element.name === 'noscript') forgetText(own);
      countItself(element, own, base);
      known.set(element, own);
      const parent = path.at(-1);
      if (parent) addTo(parent, own);
    },
    text(text) {
      const chars = text.replace(/\s+/g, '').length;
      const own = path.at(-1);
      if (!own) return;
      own.chars += chars;
      if (anchors > 0) own.linkChars += chars;
    },
  });
  return (element) => known.get(element) ?? zero();
}

function countItself(element: Element, own: Stats, base: string): void {
  const { name } = element;
  if (name === 'a' && own.chars > 0) own.links += 1;
  else if (HEADING.test(name) && own.chars > 0) own.headings += 1;
  else if (name === 'p' && own.chars > 0) own.paragraphs += 1;
  else if (name === 'li' && own.chars > 0) own.items += 1;
  else if (name === 'table' || name === 'pre') own.structures += 1;
  else if (isPicture(element) && own.visuals === 0 && readImage(element, base)) own.visuals += 1;
  else if (isPlayer(element) && readMedia(element, base)) own.players += 1;
}

/** What is said without scripts repeats what is said with them, or asks to turn them on; only its pictures count. */
function forgetText(own: Stats): void {
  Object.assign(own, { ...zero(), visuals: own.visuals, players: own.players, elements: own.elements });
}

function addTo(total: Stats, part: Stats): void {
  total.chars += part.chars;
  total.linkChars += part.linkChars;
  total.links += part.links;
  total.visuals += part.visuals;
  total.players += part.players;
  total.headings += part.headings;
  total.paragraphs += part.paragraphs;
  total.items += part.items;
  total.elements += part.elements + 1;
  total.structures += part.structures;
}
