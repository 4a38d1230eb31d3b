import type { Article } from '../article/article.ts';
import { spansOf } from '../article/block-text.ts';

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const UNSPACED_PER_MINUTE = 400;
const WORDS_PER_MINUTE = 220;

/** The time of a longer text is estimated from its start, in UTF-16 units. */
const MAX_COUNTED_UNITS = 200_000;

/** The reading time in minutes, at least one. */
export function readingMinutes({ sections }: Pick<Article, 'sections'>): number {
  const texts = sections.flatMap(({ text }) => text.flatMap(spansOf)).map(({ text }) => text);
  const units = texts.reduce((sum, { length }) => sum + length, 0);
  const start = startOf(texts);
  const minutes = countMinutes(start.join('\n')) * (units / Math.max(1, start.join('').length));
  return Math.max(1, Math.round(minutes));
}

function countMinutes(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const words = text.replace(UNSPACED, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return unspaced / UNSPACED_PER_MINUTE + words / WORDS_PER_MINUTE;
}

function startOf(texts: readonly string[]): string[] {
  const start: string[] = [];
  let remaining = MAX_COUNTED_UNITS;
  for (const text of texts) {
    if (remaining <= 0) break;
    start.push(text.slice(0, remaining));
    remaining -= text.length;
  }
  return start;
}
