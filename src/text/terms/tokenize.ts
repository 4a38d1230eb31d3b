import { bigramsOf } from './bigrams.ts';
import { fold } from './fold.ts';
import { stemOf } from './stem.ts';

/**
 * A letter or digit. The first group is for scripts without spaces between words, and Hangul, whose particles attach to the
 * word; the second is for all others.
 */
const LETTER =
  /^(?:([[\p{L}\p{N}\p{M}]&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]])|([\p{L}\p{N}\p{M}]))$/v;

const SEPARATOR = 1;
const UNSPACED = 2;
const SPACED = 3;
/** The kind of each UTF-16 unit, as far as it has occurred; 0 is unknown. */
const kinds = new Uint8Array(0x1_0000);

function classify(character: string): number {
  const [, unspaced, spaced] = LETTER.exec(character) ?? [];
  if (unspaced !== undefined) return UNSPACED;
  return spaced === undefined ? SEPARATOR : SPACED;
}

/** A surrogate has no kind by itself; a pair is so rare that its kind is not kept. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const known = kinds[code];
  if (known !== undefined && known > 0) return known;
  if (code >= 0xd800 && code <= 0xdfff) return classify(String.fromCodePoint(text.codePointAt(at) ?? 0));
  kinds[code] = classify(text.charAt(at));
  return kinds[code];
}

/** A longer run is divided, in characters. */
const MAX_RUN = 4096;

/** The end of the run of one kind that starts at `from`. */
function runEnd(text: string, from: number, kind: number): number {
  let at = from;
  for (let length = 0; length < MAX_RUN && at < text.length && kindAt(text, at) === kind; length += 1)
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

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
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    const end = runEnd(text, at, kind);
    if (kind === UNSPACED) yield { text: text.slice(at, end), spaced: false };
    else if (kind === SPACED) yield { text: text.slice(at, Math.min(end, at + MAX_WORD_UNITS)), spaced: true };
    at = end;
  }
}

/**
 * The search tokens of a text, folded, separated by spaces: the stems of words of spaced scripts, bigrams of others, so that any
 * part of a compound is found without a dictionary.
 */
export function tokensOf(text: string): string {
  return joinTokens(foldedRunsOf(text));
}

/** As `tokensOf`, with every single ideograph too: a query for a title may be one character. */
export function titleTokensOf(text: string): string {
  const runs = [...foldedRunsOf(text)];
  return [joinTokens(runs), ...runs.flatMap((run) => (run.spaced ? [] : [...run.text]))].join(' ');
}

function joinTokens(runs: Iterable<ScriptRun>): string {
  const tokens: string[] = [];
  for (const run of runs) for (const token of tokenize(run)) tokens.push(token);
  return tokens.join(' ');
}

/** The search tokens of one folded word. */
export function tokenize({ text, spaced }: ScriptRun): readonly string[] {
  return spaced ? [stemOf(text)] : bigramsOf(text);
}
