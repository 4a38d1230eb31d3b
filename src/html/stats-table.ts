import type { Element } from './tree/dom.ts';

/** The content of an element. */
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

/** The statistics of all elements of a document, in one array: an object for each would take more than the document. */
export interface StatsTable {
  set(element: Element, stats: ElementStats): void;
  /** Zeros for an element that was never set. */
  get(element: Element): ElementStats;
}

const COLUMNS = 12;

/** The statistics of an element without content. */
export function emptyStats(): ElementStats {
  return {
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
  };
}

/** Creates a table for a document of so many elements. */
export function createStatsTable(elements: number): StatsTable {
  const table = new Uint32Array(elements * COLUMNS);
  return {
    set({ index }, stats) {
      const { chars, linkChars, links, sentences, visuals, players } = stats;
      const { captions, headings, paragraphs, items, elements: below, structures } = stats;
      const at = index * COLUMNS;
      table[at] = chars;
      table[at + 1] = linkChars;
      table[at + 2] = links;
      table[at + 3] = sentences;
      table[at + 4] = visuals;
      table[at + 5] = players;
      table[at + 6] = captions;
      table[at + 7] = headings;
      table[at + 8] = paragraphs;
      table[at + 9] = items;
      table[at + 10] = below;
      table[at + 11] = structures;
    },
    get: ({ index }) => toStats(table, index * COLUMNS),
  };
}

function toStats(table: Uint32Array, at: number): ElementStats {
  return {
    chars: table[at] ?? 0,
    linkChars: table[at + 1] ?? 0,
    links: table[at + 2] ?? 0,
    sentences: table[at + 3] ?? 0,
    visuals: table[at + 4] ?? 0,
    players: table[at + 5] ?? 0,
    captions: table[at + 6] ?? 0,
    headings: table[at + 7] ?? 0,
    paragraphs: table[at + 8] ?? 0,
    items: table[at + 9] ?? 0,
    elements: table[at + 10] ?? 0,
    structures: table[at + 11] ?? 0,
  };
}
