import { parseDays } from './parse-days.ts';
import { parseTimes } from './parse-times.ts';

const MAX_CHARS = 60;

/** Days and times that someone typed as one word, as is usual in Chinese: `工作日8点`, `周一三五晚上8点`. Undefined for anything else. */
export function splitWhen(word: string): { days: readonly number[]; times: readonly string[] } | undefined {
  const letters = [...word.normalize('NFKC').slice(0, MAX_CHARS)];
  for (let end = letters.length - 1; end > 0; end -= 1) {
    const days = parseDays(letters.slice(0, end).join(''));
    const times = days && parseTimes(letters.slice(end).join(''));
    if (days && times && times !== 'instant') return { days, times };
  }
  return undefined;
}
