import { bigramsOf } from './bigrams.ts';
import { fold } from './fold.ts';
import { stemOf } from './stem.ts';

/**
 * Runs of letters and digits. The first group is for scripts without spaces between words, and Hangul, whose particles
 * attach to the word; the second is for all others. The length is limited by the stack of the regular expression engine.
 */
const RUN =
  /([[\p{L}\p{N}\p{M}]&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]]{1,4096})|([[\p{L}\p{N}\p{M}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]]{1,4096})/gv;

/** Longer words are truncated, in texts and queries alike: they are usually encoded files. */
const MAX_WORD_UNITS = 64;

/** A run of letters and digits of one kind of script; `spaced` if the script puts spaces between words. */
export interface ScriptRun {
  text: string;
  spaced: boolean;
}

/** The script runs of a folded text, in order. */
export function foldedRunsOf(text: string): Generator<ScriptRun> {
  return scriptRunsOf(fold(text));
}

/** The script runs of a text as written, in order. */
export function* scriptRunsOf(text: string): Generator<ScriptRun> {
  for (const [, unspaced, spaced] of text.matchAll(RUN)) {
    if (unspaced !== undefined) yield { text: unspaced, spaced: false };
    else if (spaced !== undefined) yield { text: spaced.slice(0, MAX_WORD_UNITS), spaced: true };
  }
}

/**
 * The search tokens of a text, folded, separated by spaces: the stems of words of spaced scripts, bigrams of others, so that any
 * part of a compound is found without a dictionary.
 */
export function tokensOf(text: string): string {
  const tokens: string[] = [];
  for (const run of foldedRunsOf(text)) tokens.push(tokenize(run).join(' '));
  return tokens.join(' ');
}

/** As `tokensOf`, with every single ideograph too: a query for a title may be one character. */
export function titleTokensOf(text: string): string {
  const singles: string[] = [];
  for (const run of foldedRunsOf(text)) if (!run.spaced) singles.push(...run.text);
  return [tokensOf(text), ...singles].join(' ');
}

/** The search tokens of one folded word. */
export function tokenize({ text, spaced }: ScriptRun): readonly string[] {
  return spaced ? [stemOf(text)] : bigramsOf(text);
}
