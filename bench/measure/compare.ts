import type { Extraction } from './extraction.ts';
import type { GroundTruth } from './ground-truth.ts';
import { type Agreement, compareTokens, normalise, removeRun, tokenise } from './text.ts';

/** The comparison of two lists of texts or addresses: those missed, and those added. */
export interface Tally {
  expected: number;
  found: number;
  missed: string[];
  added: string[];
}

/** The comparison of one article; null for what the ground truth does not state. */
export interface Score {
  title: boolean | null;
  authors: Tally | null;
  headings: Tally | null;
  paragraphs: Tally | null;
  /** How many of the found paragraphs are a block of their own. */
  exactParagraphs: number;
  images: Tally | null;
  links: Tally | null;
  captions: Tally | null;
  credits: Tally | null;
  /** Passages that must occur; `added` are those that must not. */
  passages: Tally | null;
  text: Agreement | null;
  /** The share of our characters, 0 to 1, in blocks that are not in the text of the ground truth. */
  wronglyKept: number | null;
}

/** Compares the output of a parser with the ground truth. */
export function compare(expected: GroundTruth, actual: Extraction): Score {
  const paragraphs = expected.paragraphs && compareParagraphs(expected, actual);
  return {
    title: expected.title === null ? null : normalise(expected.title) === normalise(actual.title),
    authors: expected.authors && compareAuthors(expected.authors, actual.authors),
    headings: expected.headings && compareTexts(expected.headings, actual.headings),
    paragraphs: paragraphs?.tally ?? null,
    exactParagraphs: paragraphs?.exact ?? 0,
    images: expected.images && compareImages(expected.images, actual.images),
    links: expected.links && compareTexts(expected.links, actual.links),
    captions: expected.captions && compareCaptions(expected.captions, actual),
    credits: expected.credits && compareTexts(expected.credits, actual.credits),
    passages: comparePassages(expected, actual.text),
    ...compareWhole(expected, actual),
  };
}

function compareTexts(expected: readonly string[], actual: readonly string[]): Tally {
  const expectedTexts = new Map(expected.map((text) => [normalise(text), text]));
  const actualTexts = new Map(actual.map((text) => [normalise(text), text]));
  const missed = [...expectedTexts].filter(([key]) => !actualTexts.has(key)).map(([, text]) => text);
  const added = [...actualTexts].filter(([key]) => !expectedTexts.has(key)).map(([, text]) => text);
  return { expected: expectedTexts.size, found: expectedTexts.size - missed.length, missed, added };
}

/** The caption of a player counts if the ground truth contains it, but is no error otherwise. */
function compareCaptions(expected: readonly string[], { captions, playerCaptions }: Extraction): Tally {
  const keys = new Set(expected.map(normalise));
  return compareTexts(expected, [...captions, ...playerCaptions.filter((caption) => keys.has(normalise(caption)))]);
}

/** Two names match if one contains the other: bylines differ in titles and places. */
function compareAuthors(expected: readonly string[], actual: readonly string[]): Tally {
  const alike = (one: string, other: string) => {
    const [a, b] = [normalise(one).toLowerCase(), normalise(other).toLowerCase()];
    return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
  };
  const missed = expected.filter((name) => !actual.some((other) => alike(name, other)));
  const added = actual.filter((name) => !expected.some((other) => alike(name, other)));
  return { expected: expected.length, found: expected.length - missed.length, missed, added };
}

function compareImages(expected: readonly string[][], actual: readonly string[][]): Tally {
  const matches = (one: readonly string[], others: readonly string[][]) =>
    others.some((other) => other.some((key) => one.includes(key)));
  const missed = expected.filter((image) => !matches(image, actual)).map((image) => image[0] ?? '');
  const added = actual.filter((image) => !matches(image, expected)).map((image) => image[0] ?? '');
  return { expected: expected.length, found: expected.length - missed.length, missed, added: [...new Set(added)] };
}

/**
 * A paragraph is found if its words are in our text, or in a caption. A block is added if its words are not in the ground
 * truth, or not that often.
 */
function compareParagraphs(expected: GroundTruth, actual: Extraction): { tally: Tally; exact: number } {
  const whole = normalise([actual.text, ...actual.beside].join('\n'));
  const blocks = actual.blocks.map(normalise);
  const paragraphs = expected.paragraphs ?? [];
  const missed = paragraphs.filter((text) => !whole.includes(normalise(text)));
  const exact = paragraphs.filter((text) => blocks.includes(normalise(text))).length;
  const added = expected.textIsBeginning ? [] : findAdded(expected, actual);
  return { tally: { expected: paragraphs.length, found: paragraphs.length - missed.length, missed, added }, exact };
}

/** Removes the longest blocks first, so that a short block does not match inside a long one. */
function findAdded(expected: GroundTruth, actual: Extraction): string[] {
  let rest = wholeOf(expected);
  const added = new Set<number>();
  const keys = actual.blocks.map((block, index) => ({ key: normalise(block), index }));
  for (const { key, index } of keys.sort((a, b) => b.key.length - a.key.length)) {
    const at = rest.indexOf(key);
    if (at < 0) added.add(index);
    else rest = `${rest.slice(0, at)}\n${rest.slice(at + key.length)}`;
  }
  return actual.blocks.filter((_, index) => added.has(index));
}

function wholeOf({ text, headings, paragraphs }: GroundTruth): string {
  return text === null ? [...(headings ?? []), ...(paragraphs ?? [])].map(normalise).join('\n') : normalise(text);
}

function comparePassages({ present, absent }: GroundTruth, text: string): Tally | null {
  if (present.length + absent.length === 0) return null;
  const whole = normalise(text);
  const missed = present.filter((passage) => !whole.includes(normalise(passage)));
  const added = absent.filter((passage) => whole.includes(normalise(passage)));
  return { expected: present.length, found: present.length - missed.length, missed, added };
}

/** Removes captions and related links from the text of the ground truth, so that they count neither way. */
function compareWhole(expected: GroundTruth, actual: Extraction): Pick<Score, 'text' | 'wronglyKept'> {
  if (expected.text === null) return { text: null, wronglyKept: null };
  const tokens = actual.beside.map(tokenise).reduce(removeRun, tokenise(expected.text));
  const text = compareTokens(tokens, tokenise(actual.text));
  if (expected.textIsBeginning) return { text: { ...text, precision: 1, f1: text.recall }, wronglyKept: null };
  const size = (blocks: readonly string[]) => blocks.reduce((sum, block) => sum + normalise(block).length, 0);
  const all = size(actual.blocks);
  return { text, wronglyKept: all === 0 ? 0 : size(findAdded(expected, actual)) / all };
}
