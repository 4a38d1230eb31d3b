import type { FoldedText } from './fold-text.ts';
import type { Meaning } from './lexicons.ts';

/** A token found at a place of the text. */
export interface Found extends Meaning {
  length: number;
}

/** A text to scan. */
export interface Scannable extends FoldedText {
  /** Where words of Chinese and Japanese end. */
  borders: ReadonlySet<number>;
}

/** A sticky pattern of folded text, and what it means; undefined for no match after all. */
export type Pattern = readonly [RegExp, (found: RegExpExecArray, text: Scannable) => Meaning | undefined];

/** Finds the first of several patterns that matches at a place of a text. */
export function scanPattern(patterns: readonly Pattern[], text: Scannable, at: number): Found | undefined {
  for (const [pattern, read] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text.folded);
    const length = found?.[0].trimEnd().length ?? 0;
    const meaning = found === null || length === 0 ? undefined : read(found, text);
    if (meaning !== undefined) return { ...meaning, length };
  }
  return undefined;
}
