import { parseSnapshot } from '../../src/snapshot/parse.ts';
import type { ParseResult } from '../../src/snapshot/parse-result.ts';
import { compare, type Score } from './compare.ts';
import { type Given, NOTHING, toGiven } from './given.ts';
import { leaveReachable } from './reachable.ts';
import type { Sample } from './read-samples.ts';

/** How the parser fared with one snapshot; `failure` is why there is no article. */
export interface Outcome {
  id: string;
  group: string;
  milliseconds: number;
  failure: { kind: 'crash' | 'refusal'; message: string } | null;
  score: Score | null;
}

/** Parses a snapshot and compares; a snapshot that gives no article scores as an empty one. */
export function measure({ id, group, bytes, known }: Sample): Outcome {
  const before = performance.now();
  const { failure, given } = attempt(bytes);
  const milliseconds = performance.now() - before;
  const reachable = known && leaveReachable(known, new TextDecoder().decode(bytes));
  return { id, group, milliseconds, failure, score: reachable ? compare(reachable, given()) : null };
}

function attempt(bytes: Uint8Array): { failure: Outcome['failure']; given: () => Given } {
  let result: ParseResult;
  try {
    result = parseSnapshot(bytes);
  } catch (error) {
    return { failure: { kind: 'crash', message: String(error) }, given: () => NOTHING };
  }
  if (!result.ok) return { failure: { kind: 'refusal', message: result.error.message }, given: () => NOTHING };
  const { article } = result;
  return { failure: null, given: () => toGiven(article) };
}
