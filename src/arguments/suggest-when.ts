import type { Suggestion, Typing } from '../chat/platform.ts';
import { formatDays, formatTimes } from '../locales/slots.ts';
import { createTranslator } from '../locales/translator.ts';
import { parseDays } from '../schedule/parse-days.ts';
import { parseTimes } from '../schedule/parse-times.ts';

const TIMES = [['08:00'], ['07:00'], ['09:00'], ['12:00'], ['18:00'], ['20:00'], ['22:00'], ['08:00', '20:00']];
const DAYS = ['daily', 'weekdays', 'weekends', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

type Typed = Pick<Typing, 'typed' | 'language'>;

/** Times for a subscription that begin with what is being typed, in the words of who types; and that itself, where it is some. */
export function suggestTimes({ typed, language }: Typed): readonly Suggestion[] {
  const t = createTranslator(language);
  const known = TIMES.map((times) => ({ value: times.join(' '), label: formatTimes(times, { t }) }));
  const offered = [...known, { value: 'instant', label: t('subscription.instant') }];
  return beginningWith(typed, offered, parseTimes);
}

/** Days for a subscription, likewise. */
export function suggestDays({ typed, language }: Typed): readonly Suggestion[] {
  const t = createTranslator(language);
  const offered = DAYS.map((value) => ({ value, label: formatDays(parseDays(value) ?? [], { language, t }) }));
  return beginningWith(typed, offered, parseDays);
}

function beginningWith(
  typed: string,
  offered: readonly Suggestion[],
  parse: (typed: string) => unknown,
): readonly Suggestion[] {
  const own = typed.trim();
  const given = own.toLowerCase();
  const names = ({ value, label }: Suggestion) => [value, label.toLowerCase()];
  // `7` may become 07:00.
  const begins = (name: string) => name.startsWith(given) || name.startsWith(`0${given}`);
  const fitting = offered.filter((one) => names(one).some(begins));
  const isOffered = fitting.some((one) => names(one).includes(given));
  return parse(given) === undefined || isOffered ? fitting : [{ value: own, label: own }, ...fitting];
}
