import type { Suggestion, Typing } from '../../chat/platform.ts';
import { formatDays, formatTimes } from '../../locales/format-slot.ts';
import { createTranslator } from '../../locales/translator.ts';
import { parseRequest } from '../../phrase/parse-request.ts';
import { parseDays } from '../../phrase/parse-times.ts';

const TIMES = [['08:00'], ['07:00'], ['09:00'], ['12:00'], ['18:00'], ['20:00'], ['22:00'], ['08:00', '20:00']];
const DAYS = ['daily', 'weekdays', 'weekends', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

type PartialInput = Pick<Typing, 'typed' | 'language'>;

/** Suggests delivery times that start with the typed text, and the text itself if it can be parsed. */
export function suggestTimes({ typed, language }: PartialInput): readonly Suggestion[] {
  const t = createTranslator(language);
  const known = TIMES.map((times) => ({ value: times.join(' '), label: formatTimes(times, { t }) }));
  const offered = [...known, { value: 'instant', label: t('subscription.instant') }];
  return beginningWith(typed, offered, timesIn);
}

/** Suggests days in the same way. */
export function suggestDays({ typed, language }: PartialInput): readonly Suggestion[] {
  const t = createTranslator(language);
  const offered = DAYS.map((value) => ({ value, label: formatDays(parseDays(value) ?? [], { language, t }) }));
  return beginningWith(typed, offered, (text) => parseDays(text)?.join(' '));
}

/** The times of a text that names times, maybe with days and a zone: `9:30pm EST`. */
function timesIn(typed: string): string | undefined {
  const { problems, times, isInstant, topics } = parseRequest(typed);
  if (problems.length + topics.length > 0) return undefined;
  return isInstant ? 'instant' : times.join(' ') || undefined;
}

function beginningWith(
  typed: string,
  offered: readonly Suggestion[],
  parse: (typed: string) => string | undefined,
): readonly Suggestion[] {
  const own = typed.trim();
  const start = own.toLowerCase();
  const names = ({ value, label }: Suggestion) => [value, label.toLowerCase()];
  // `7` may become 07:00.
  const begins = (name: string) => name.startsWith(start) || name.startsWith(`0${start}`);
  const fitting = offered.filter((one) => names(one).some(begins));
  const meant = parse(own);
  const isOffered = fitting.some((one) => names(one).includes(start) || one.value === meant);
  return meant === undefined || isOffered ? fitting : [{ value: own, label: own }, ...fitting];
}
