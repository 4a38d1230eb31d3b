import { fold } from './fold.ts';

/**
 * Runs of letters and digits, in pieces that the pattern's stack can hold: first those of scripts that put no spaces between words (and Hangul, whose particles stick
 * to the word), then all others.
 */
const RUN =
  /([[\p{L}\p{N}\p{M}]&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]]{1,4096})|([[\p{L}\p{N}\p{M}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]]{1,4096})/gv;

/** A longer word is cut here, in texts and queries alike: no reader types it, and it is usually an encoded file. */
const MAX_WORD = 64;

/** A run of letters; `spaced` where the script puts spaces between words. */
export interface TextRun {
  text: string;
  spaced: boolean;
}

/** The runs of letters and digits in a text, folded, in their order. */
export function textRunsOf(text: string): Generator<TextRun> {
  return runsAsWritten(fold(text));
}

/** The runs of letters and digits in a text, in their order. */
export function* runsAsWritten(text: string): Generator<TextRun> {
  for (const [, unspaced, spaced] of text.matchAll(RUN)) {
    if (unspaced !== undefined) yield { text: unspaced, spaced: false };
    else if (spaced !== undefined) yield { text: spaced.slice(0, MAX_WORD), spaced: true };
  }
}

/**
 * The words a text is found by, folded, with a space between: words of spaced scripts as they are, others as
 * overlapping pairs of characters, so that any part of a compound is found whatever a dictionary thinks of it.
 */
export function wordsOf(text: string): string {
  const words: string[] = [];
  for (const run of textRunsOf(text)) words.push(run.spaced ? run.text : bigramsOf(run.text));
  return words.join(' ');
}

/** As `wordsOf`, with every single ideograph too: for titles, where one character may be all that is looked for. */
export function titleWordsOf(text: string): string {
  const singles: string[] = [];
  for (const run of textRunsOf(text)) if (!run.spaced) singles.push(...run.text);
  return [wordsOf(text), ...singles].join(' ');
}

const ASTRAL = /[\ud800-\udfff]/;

/** The overlapping pairs of a run, with a space between; a single character is itself. */
export function bigramsOf(run: string): string {
  // Taking a string apart into characters is three times slower, and only rare ideographs need it.
  const characters = ASTRAL.test(run) ? [...run] : run;
  if (characters.length < 2) return run;
  const pairs: string[] = [];
  for (let at = 1; at < characters.length; at += 1) pairs.push(`${characters[at - 1]}${characters[at]}`);
  return pairs.join(' ');
}

/** A folded word as the words of articles are kept. */
export function tokenize({ text, spaced }: TextRun): readonly string[] {
  return spaced ? [text] : bigramsOf(text).split(' ');
}
