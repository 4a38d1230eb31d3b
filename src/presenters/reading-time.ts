import type { Article } from '../article/article.ts';
import { spansOf } from '../article/block-text.ts';

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const UNSPACED_PER_MINUTE = 400;
const WORDS_PER_MINUTE = 220;

/** The reading time in minutes, at least one. */
export function readingMinutes({ sections }: Pick<Article, 'sections'>): number {
  const text = sections
    .flatMap((section) => section.text.flatMap(spansOf))
    .map((span) => span.text)
    .join('\n');
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const words = text.replace(UNSPACED, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(unspaced / UNSPACED_PER_MINUTE + words / WORDS_PER_MINUTE));
}
