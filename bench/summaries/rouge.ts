import { tokenise } from '../measure/text.ts';

/** ROUGE-1, ROUGE-2 and ROUGE-L, each the F1 from 0 to 1. */
export interface Rouge {
  one: number;
  two: number;
  longest: number;
}

/**
 * ROUGE (https://aclanthology.org/W04-1013/) of a text against one reference, without stemming; Chinese and Japanese by
 * character, other scripts by word. ROUGE-L is over the whole text.
 */
export function measureRouge(text: string, reference: string): Rouge {
  const actual = tokenise(text);
  const expected = tokenise(reference);
  return {
    one: overlap(countRuns(actual, 1), countRuns(expected, 1)),
    two: overlap(countRuns(actual, 2), countRuns(expected, 2)),
    longest: toF1(commonLength(actual, expected), actual.length, expected.length),
  };
}

function countRuns(tokens: readonly string[], length: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + length <= tokens.length; at += 1) {
    const run = tokens.slice(at, at + length).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

function overlap(actual: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): number {
  let both = 0;
  for (const [run, count] of actual) both += Math.min(count, expected.get(run) ?? 0);
  const total = (counts: ReadonlyMap<string, number>) => counts.values().reduce((sum, count) => sum + count, 0);
  return toF1(both, total(actual), total(expected));
}

function toF1(both: number, actual: number, expected: number): number {
  return actual + expected === 0 ? 0 : (2 * both) / (actual + expected);
}

/** The length of the longest common subsequence. */
function commonLength(left: readonly string[], right: readonly string[]): number {
  let before = new Uint32Array(right.length + 1);
  for (const token of left) {
    const row = new Uint32Array(right.length + 1);
    for (const [at, other] of right.entries()) {
      row[at + 1] = token === other ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0);
    }
    before = row;
  }
  return before[right.length] ?? 0;
}
