import { Temporal } from 'temporal-polyfill';
import { parseChineseNumber } from '../text/chinese-number.ts';

type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';

interface Measure {
  unit: Unit;
  pattern: RegExp;
  half: Temporal.DurationLike;
}

const MEASURES: readonly Measure[] = [
  { unit: 'minutes', pattern: /^(?:min|mins|minutes?|分钟|分鐘)$/u, half: { seconds: 30 } },
  { unit: 'hours', pattern: /^(?:h|hrs?|hours?|[个個]?(?:小时|小時|钟头|鐘頭))$/u, half: { minutes: 30 } },
  { unit: 'days', pattern: /^(?:d|days?|天|日)$/u, half: { hours: 12 } },
  { unit: 'weeks', pattern: /^(?:w|wks?|weeks?|周|週|[个個]?(?:星期|礼拜|禮拜))$/u, half: { hours: 84 } },
  { unit: 'months', pattern: /^(?:months?|[个個]月)$/u, half: { days: 15 } },
  { unit: 'years', pattern: /^(?:y|yrs?|years?|年)$/u, half: { months: 6 } },
];
const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const LENGTH = new RegExp(
  `^(\\d{1,4}|half an?|an?\\b|(?:${WORDS.slice(1).join('|')})\\b|半|[一二两兩三四五六七八九十]{1,3})?\\s*(\\D+)$`,
  'u',
);

/** Parses a duration: `3d`, `24 hours`, `three weeks`, `两天`, `半年`, `half an hour`; one unit without a number. */
export function parseTimeSpan(text: string): Temporal.Duration | undefined {
  const [, amount = '', name = ''] = LENGTH.exec(text) ?? [];
  const measure = MEASURES.find(({ pattern }) => pattern.test(name));
  if (measure === undefined) return undefined;
  const half = amount === '半' || amount.startsWith('half');
  return Temporal.Duration.from(half ? measure.half : { [measure.unit]: toNumber(amount) });
}

function toNumber(amount: string): number {
  if (/^\d+$/u.test(amount)) return Number(amount);
  const word = WORDS.indexOf(amount);
  return word > 0 ? word : (parseChineseNumber(amount) ?? 1);
}
