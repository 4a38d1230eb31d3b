import type { FoldedText } from './fold-text.ts';
import type { Meaning } from './lexicons.ts';

/** A token found at a place of the text. */
export interface Found extends Meaning {
  length: number;
}

/** A sticky pattern of folded text, and what it means; undefined for no match after all. */
export type Pattern = readonly [RegExp, (found: RegExpExecArray, typed: string) => Meaning | undefined];

/** Finds the first of several patterns that matches at a place of a text. */
export function scanPattern(patterns: readonly Pattern[], text: FoldedText, at: number): Found | undefined {
  for (const [pattern, read] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text.folded);
    const length = found?.[0].trimEnd().length ?? 0;
    const meaning = found === null || length === 0 ? undefined : read(found, text.typed);
    if (meaning !== undefined) return { ...meaning, length };
  }
  return undefined;
}
