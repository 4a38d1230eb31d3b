import { PARTICLES, segment } from '../text/segment.ts';
import { type TextRun, textRunsOf, tokenize } from '../text/tokenize.ts';
import type { QueryWord } from './store.ts';

const MAX_QUERY = 400;
const MAX_WORDS = 16;
/** A prefix of one letter would match half of everything. */
const MIN_PREFIX = 2;

const SINGLE = /^.$/u;

/**
 * What a query asks for: its words, folded, each once. Nothing in it is syntax. The last word of a spaced script also
 * stands for the start of a word, since it may still be being typed.
 */
export async function readQuery(query: string): Promise<readonly QueryWord[]> {
  const runs = [...textRunsOf(query.slice(0, MAX_QUERY))];
  const words = new Map<string, QueryWord>();
  for (const [at, run] of runs.entries()) {
    const pieces = run.spaced ? [run.text] : await piecesOf(run, runs.length === 1);
    for (const piece of pieces) words.set(piece, toWord(piece, run.spaced, at === runs.length - 1));
  }
  return [...words.values()].slice(0, MAX_WORDS);
}

function toWord(piece: string, spaced: boolean, last: boolean): QueryWord {
  return { tokens: tokenize({ text: piece, spaced }), prefix: spaced && last && piece.length >= MIN_PREFIX };
}

async function piecesOf({ text }: TextRun, alone: boolean): Promise<readonly string[]> {
  if (PARTICLES.has(text)) return alone ? [text] : [];
  if ([...text].length <= 2) return [text];
  const pieces = joinSingles(await segment(text)).filter((piece) => !SINGLE.test(piece));
  return pieces.length > 0 || !alone ? pieces : [text];
}

/** A dictionary cuts names it does not know into single characters; next to each other they are taken for one word. */
function joinSingles(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  let singles = '';
  for (const piece of [...pieces, '']) {
    if (SINGLE.test(piece) && !PARTICLES.has(piece)) {
      singles += piece;
      continue;
    }
    if (singles !== '') joined.push(singles);
    singles = '';
    if (piece !== '') joined.push(piece);
  }
  return joined;
}
