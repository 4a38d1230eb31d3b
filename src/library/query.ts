import { segmentWords } from '../text/terms/segment-words.ts';
import { PARTICLES } from '../text/terms/stop-words-chinese.ts';
import { foldedRunsOf, type ScriptRun, tokenize } from '../text/terms/tokenize.ts';
import type { QueryWord } from './store.ts';

const MAX_QUERY = 400;
const MAX_WORDS = 16;
/** A prefix of one letter would match half of everything. */
const MIN_PREFIX = 2;

const SINGLE = /^.$/u;

/**
 * Reads the words of a query: folded, without duplicates. No character is syntax. The last word of a spaced script also
 * matches as a prefix, since the user may still be typing it.
 */
export async function readQuery(query: string): Promise<readonly QueryWord[]> {
  const runs = [...foldedRunsOf(query.slice(0, MAX_QUERY))];
  const words = new Map<string, QueryWord>();
  for (const [at, run] of runs.entries()) {
    const texts = run.spaced ? [run.text] : await wordsIn(run, runs.length === 1);
    for (const text of texts) words.set(text, toQueryWord({ text, spaced: run.spaced }, at === runs.length - 1));
  }
  return [...words.values()].slice(0, MAX_WORDS);
}

function toQueryWord(word: ScriptRun, isLast: boolean): QueryWord {
  const tokens = tokenize(word);
  // Whoever typed a plural has finished the word; the start of its stem would match more: `cats` is not `category`.
  const isOpen = tokens[0] === word.text;
  return { tokens, prefix: word.spaced && isLast && isOpen && word.text.length >= MIN_PREFIX };
}

/** Drops particles and single characters, unless the run is the whole query and nothing else remains. */
async function wordsIn({ text }: ScriptRun, isWholeQuery: boolean): Promise<readonly string[]> {
  if (PARTICLES.has(text)) return isWholeQuery ? [text] : [];
  if ([...text].length <= 2) return [text];
  const words = joinSingles(await segmentWords(text)).filter((word) => !SINGLE.test(word));
  return words.length > 0 || !isWholeQuery ? words : [text];
}

/** The dictionary splits unknown names into single characters; adjacent ones are taken for one word. */
function joinSingles(words: readonly string[]): string[] {
  const joined: string[] = [];
  let singles = '';
  for (const word of [...words, '']) {
    if (SINGLE.test(word) && !PARTICLES.has(word)) {
      singles += word;
      continue;
    }
    if (singles !== '') joined.push(singles);
    singles = '';
    if (word !== '') joined.push(word);
  }
  return joined;
}
