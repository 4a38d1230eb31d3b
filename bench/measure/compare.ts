import type { Given } from './given.ts';
import { type Agreement, compareTokens, cutPiece, normalise, tokenise } from './text.ts';
import type { Known } from './truth.ts';

/** How a list of known things fared: the texts or addresses that were missed, and those added. */
export interface Tally {
  known: number;
  found: number;
  missed: string[];
  added: string[];
}

/** How one article fared; null where the truth does not state the thing. */
export interface Score {
  title: boolean | null;
  authors: Tally | null;
  headings: Tally | null;
  paragraphs: Tally | null;
  /** Of the paragraphs found, how many are a block of their own. */
  exactParagraphs: number;
  images: Tally | null;
  links: Tally | null;
  captions: Tally | null;
  credits: Tally | null;
  /** Passages that must be there; `added` are those that must not. */
  passages: Tally | null;
  text: Agreement | null;
  /** The share of our characters, 0 to 1, in blocks that the truth's text does not have. */
  wronglyKept: number | null;
}

/** Compares what a parser says of an article with what is known of it. */
export function compare(known: Known, given: Given): Score {
  const paragraphs = known.paragraphs && compareParagraphs(known, given);
  return {
    title: known.title === null ? null : normalise(known.title) === normalise(given.title),
    authors: known.authors && compareAuthors(known.authors, given.authors),
    headings: known.headings && compareTexts(known.headings, given.headings),
    paragraphs: paragraphs?.tally ?? null,
    exactParagraphs: paragraphs?.exact ?? 0,
    images: known.images && compareImages(known.images, given.images),
    links: known.links && compareTexts(known.links, given.links),
    captions: known.captions && compareCaptions(known.captions, given),
    credits: known.credits && compareTexts(known.credits, given.credits),
    passages: comparePassages(known, given.text),
    ...compareWhole(known, given),
  };
}

function compareTexts(known: readonly string[], given: readonly string[]): Tally {
  const wanted = new Map(known.map((text) => [normalise(text), text]));
  const got = new Map(given.map((text) => [normalise(text), text]));
  const missed = [...wanted].filter(([key]) => !got.has(key)).map(([, text]) => text);
  const added = [...got].filter(([key]) => !wanted.has(key)).map(([, text]) => text);
  return { known: wanted.size, found: wanted.size - missed.length, missed, added };
}

/** A player's caption may be known as one, but is nothing wrong where it is not. */
function compareCaptions(known: readonly string[], { captions, playerCaptions }: Given): Tally {
  const wanted = new Set(known.map(normalise));
  return compareTexts(known, [...captions, ...playerCaptions.filter((caption) => wanted.has(normalise(caption)))]);
}

/** A name counts where one of the two holds the other: bylines differ in titles and places. */
function compareAuthors(known: readonly string[], given: readonly string[]): Tally {
  const alike = (one: string, other: string) => {
    const [a, b] = [normalise(one).toLowerCase(), normalise(other).toLowerCase()];
    return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
  };
  const missed = known.filter((name) => !given.some((other) => alike(name, other)));
  const added = given.filter((name) => !known.some((other) => alike(name, other)));
  return { known: known.length, found: known.length - missed.length, missed, added };
}

function compareImages(known: readonly string[][], given: readonly string[][]): Tally {
  const matches = (one: readonly string[], others: readonly string[][]) =>
    others.some((other) => other.some((key) => one.includes(key)));
  const missed = known.filter((image) => !matches(image, given)).map((image) => image[0] ?? '');
  const added = given.filter((image) => !matches(image, known)).map((image) => image[0] ?? '');
  return { known: known.length, found: known.length - missed.length, missed, added: [...new Set(added)] };
}

/** A paragraph is found where its words stand in our text, or beside it as a caption's; a block is added where its words are not in the truth's, or too often. */
function compareParagraphs(known: Known, given: Given): { tally: Tally; exact: number } {
  const whole = normalise([given.text, ...given.beside].join('\n'));
  const blocks = given.blocks.map(normalise);
  const wanted = known.paragraphs ?? [];
  const missed = wanted.filter((text) => !whole.includes(normalise(text)));
  const exact = wanted.filter((text) => blocks.includes(normalise(text))).length;
  const added = known.textIsBeginning ? [] : findAdded(known, given);
  return { tally: { known: wanted.length, found: wanted.length - missed.length, missed, added }, exact };
}

/** Longest first, so that a short block does not take its words out of a long one's. */
function findAdded(known: Known, given: Given): string[] {
  let rest = wholeOf(known);
  const added = new Set<number>();
  const keys = given.blocks.map((block, index) => ({ key: normalise(block), index }));
  for (const { key, index } of keys.sort((a, b) => b.key.length - a.key.length)) {
    const at = rest.indexOf(key);
    if (at < 0) added.add(index);
    else rest = `${rest.slice(0, at)}\n${rest.slice(at + key.length)}`;
  }
  return given.blocks.filter((_, index) => added.has(index));
}

function wholeOf({ text, headings, paragraphs }: Known): string {
  return text === null ? [...(headings ?? []), ...(paragraphs ?? [])].map(normalise).join('\n') : normalise(text);
}

function comparePassages({ present, absent }: Known, text: string): Tally | null {
  if (present.length + absent.length === 0) return null;
  const whole = normalise(text);
  const missed = present.filter((passage) => !whole.includes(normalise(passage)));
  const added = absent.filter((passage) => whole.includes(normalise(passage)));
  return { known: present.length, found: present.length - missed.length, missed, added };
}

/** Captions and the like are cut from the truth's text where it has them: neither a gain nor a loss for us. */
function compareWhole(known: Known, given: Given): Pick<Score, 'text' | 'wronglyKept'> {
  if (known.text === null) return { text: null, wronglyKept: null };
  const wanted = given.beside.map(tokenise).reduce(cutPiece, tokenise(known.text));
  const text = compareTokens(wanted, tokenise(given.text));
  if (known.textIsBeginning) return { text: { ...text, precision: 1, f1: text.recall }, wronglyKept: null };
  const size = (blocks: readonly string[]) => blocks.reduce((sum, block) => sum + normalise(block).length, 0);
  const all = size(given.blocks);
  return { text, wronglyKept: all === 0 ? 0 : size(findAdded(known, given)) / all };
}
