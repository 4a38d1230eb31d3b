import { parseSnapshot } from '../../src/snapshot/parse.ts';
import type { ParseResult } from '../../src/snapshot/parse-result.ts';
import { compare, type Score } from './compare.ts';
import { EMPTY_EXTRACTION, type Extraction, toExtraction } from './extraction.ts';
import { keepReachable } from './reachable.ts';
import type { Sample } from './read-samples.ts';

/** The result of parsing one snapshot; `failure` is why there is no article. */
export interface ParserOutcome {
  id: string;
  group: string;
  milliseconds: number;
  failure: { kind: 'crash' | 'refusal'; message: string } | null;
  score: Score | null;
}

/** Parses a snapshot and compares the article; without an article, compares an empty one. */
export function measure({ id, group, bytes, expected }: Sample): ParserOutcome {
  const before = performance.now();
  const { failure, actual } = attempt(bytes);
  const milliseconds = performance.now() - before;
  const reachable = expected && keepReachable(expected, new TextDecoder().decode(bytes));
  return { id, group, milliseconds, failure, score: reachable ? compare(reachable, actual()) : null };
}

function attempt(bytes: Uint8Array): { failure: ParserOutcome['failure']; actual: () => Extraction } {
  let result: ParseResult;
  try {
    result = parseSnapshot(bytes);
  } catch (error) {
    return { failure: { kind: 'crash', message: String(error) }, actual: () => EMPTY_EXTRACTION };
  }
  if (!result.ok)
    return { failure: { kind: 'refusal', message: result.error.message }, actual: () => EMPTY_EXTRACTION };
  const { article } = result;
  return { failure: null, actual: () => toExtraction(article) };
}
