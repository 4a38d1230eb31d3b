import type { Article } from '../article/article.ts';
import { spansOf } from '../article/block-text.ts';

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const UNSPACED_PER_MINUTE = 400;
const WORDS_PER_MINUTE = 220;

/** The time of a longer text is estimated from its start, in UTF-16 units. */
const MAX_COUNTED_UNITS = 200_000;

/** The reading time in minutes, at least one. */
export function readingMinutes({ sections }: Pick<Article, 'sections'>): number {
  const start: string[] = [];
  let counted = 0;
  let units = 0;
  for (const text of textsOf(sections)) {
    units += text.length;
    if (counted >= MAX_COUNTED_UNITS) continue;
    const counting = text.slice(0, MAX_COUNTED_UNITS - counted);
    counted += counting.length;
    start.push(counting);
  }
  return Math.max(1, Math.round(countMinutes(start.join('\n')) * (units / Math.max(1, counted))));
}

/** One after the other: a huge article has hundreds of thousands. */
function* textsOf(sections: Article['sections']): Generator<string> {
  for (const section of sections) for (const block of section.text) for (const { text } of spansOf(block)) yield text;
}

function countMinutes(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const words = text.replace(UNSPACED, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return unspaced / UNSPACED_PER_MINUTE + words / WORDS_PER_MINUTE;
}
