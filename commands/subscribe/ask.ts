import { fitButtonCommand } from '../../src/chat/button-command.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { formatRecurring, formatTimes } from '../../src/locales/format-slot.ts';
import { zoneName } from '../../src/locales/zone-name.ts';
import type { Problem } from '../../src/phrase/find-problems.ts';
import type { RequestParts } from '../../src/phrase/format-request.ts';
import { parseRequest, type RequestReading } from '../../src/phrase/parse-request.ts';
import { describeSelection, describeStyle } from '../../src/presenters/subscription/describe-subscription.ts';
import { nearZones } from '../../src/presenters/subscription/zone-menu.ts';
import { openAction } from '../../src/view/spans.ts';
import type { Action } from '../../src/view/view.ts';

type Offer = (label: string, instead: Partial<RequestParts>) => Action;

const VAGUE_TIMES = ['07:00', '12:00', '18:00', '22:00'];
const WEEKDAYS = [1, 2, 3, 4, 5];

interface AskContext extends PlatformLimits {
  /** Makes the command of a button from the whole request, with a part replaced. */
  again(instead: Partial<RequestParts>): string;
  /** The same for one of several subscriptions. */
  another(instead: Partial<RequestParts>): string;
  audience: Audience;
}

/** Asks about the first words that were not understood, and says what was: always throws a `UsageError`. */
export function askAbout(problem: Problem, reading: RequestReading, context: AskContext): never {
  const { audience, maxButtonBytes } = context;
  const { t } = audience;
  if (problem.kind === 'time') throw new UsageError(t('wrong.time', { typed: problem.words }));
  const read = describeRead(reading, audience);
  const isAlone = /^(?:schedules|channel|end)$/u.test(problem.kind) || read === '';
  const question = t(`ask.${problem.kind}`, { words: problem.words });
  const actions = offersFor(problem, reading, context).filter(
    (action) => !('command' in action) || fitButtonCommand(action.command, maxButtonBytes) !== undefined,
  );
  throw new UsageError(isAlone ? question : t('ask.read', { read, question }), { actions });
}

function offersFor(problem: Problem, reading: RequestReading, context: AskContext): readonly Action[] {
  const { kind, words, choices = [] } = problem;
  const { again, another, audience } = context;
  const { t } = audience;
  const offer = (label: string, instead: Partial<RequestParts>): Action => ({
    label,
    role: 'contents',
    command: again(instead),
  });
  const atAll = (times: readonly string[]) =>
    offer(formatTimes(times, audience), { times: [...reading.times, ...times].toSorted() });
  const at = (time: string) => atAll([time]);
  const asTopic = offer(t('button.asTopic', { words }), { topics: [...reading.topics, words], isEverything: false });
  const without = asLeftOut({ reading, offer, audience });
  switch (kind) {
    case 'unknown':
      return [...asUnknown(problem, { reading, offer, audience }), ...hourIn(words).map(at), asTopic, ...without];
    case 'frequency':
    case 'once':
      return [
        ...[[1, 2, 3, 4, 5, 6, 7], WEEKDAYS, [1]].map((days) => offer(formatRecurring(days, audience), { days })),
        ...(reading.times.length > 0 ? [] : [offer(t('subscription.instant'), { times: 'instant', days: [] })]),
      ];
    case 'pictures':
      return [offer(describeStyle('headlines', audience), { style: 'headlines' }), ...without];
    case 'meridiem':
      return choices.map(atAll);
    case 'vague':
      return VAGUE_TIMES.map(at);
    case 'window':
      return parseRequest(words.replaceAll(/[^\p{L}\p{N}:.]+|\b(?:between|to|and)\b|[到至]/gu, ', ')).times.map(at);
    case 'breaking':
      return [
        offer(t('subscription.instant'), { times: 'instant', days: [] }),
        asTopic,
        ...(reading.isInstant ? [] : without),
      ];
    case 'end':
      return [asTyped(`/unsubscribe ${words}`.trim()), openAction(t('button.subscriptions'), '/subscriptions')];
    case 'zone':
      return [...nearZones(words, { choose: (zone) => again({ zone }) }, audience), asTopic];
    case 'schedules':
      return reading.schedules.map((schedule) => ({
        label: describeSchedule(schedule, audience),
        role: 'contents',
        command: another(schedule),
      }));
    case 'not':
    case 'count':
    case 'elsewhere':
      return without;
    case 'time':
    case 'channel':
      return [];
    default:
      return kind satisfies never;
  }
}

function asTyped(command: string): Action {
  return { label: command, role: 'contents', command };
}

/** The request without the words, if anything else was read. */
function asLeftOut({ reading, offer, audience }: OfferContext): readonly Action[] {
  return describeRead(reading, audience) === '' ? [] : [offer(audience.t('button.leaveOut'), {})];
}

/** The word of which another is a typing error, if it names a day or a time. */
function asMeant(meant = '', offer: Offer): readonly Action[] {
  const { days, times, isInstant } = parseRequest(meant);
  const instead = {
    ...(days.length > 0 && { days }),
    ...(times.length > 0 && { times }),
    ...(isInstant && { times: 'instant' as const }),
  };
  return Object.keys(instead).length === 0 ? [] : [offer(meant, instead)];
}

interface OfferContext {
  reading: RequestReading;
  offer: Offer;
  audience: Audience;
}

/** What unknown words may be: a typing error, or the rest of a topic. */
function asUnknown(problem: Problem, context: OfferContext): readonly Action[] {
  return [...asMeant(problem.meant, context.offer), ...asContinued(problem, context)];
}

/** The words with the topic before them, which is wanted or excluded: `formula 1`, `without celebrity gossip`. */
function asContinued({ before = '', words }: Problem, { reading, offer, audience }: OfferContext): readonly Action[] {
  const whole = `${before} ${words}`;
  const replaced = (all: readonly string[]) => all.map((topic) => (topic === before ? whole : topic));
  if (reading.topics.includes(before))
    return [offer(audience.t('button.asTopic', { words: whole }), { topics: replaced(reading.topics) })];
  if (!reading.without.includes(before)) return [];
  const label = describeSelection({ sources: [], topics: [], without: [whole] }, audience);
  return [offer(label, { without: replaced(reading.without) })];
}

/** A number that may be an hour. */
function hourIn(words: string): readonly string[] {
  const [, hour] = /(?:^|\D)([01]?\d|2[0-3])(?:\D|$)/u.exec(words) ?? [];
  return hour === undefined || /[-:.]\d|\d[\p{L}]/u.test(words) ? [] : [`${hour.padStart(2, '0')}:00`];
}

/** One of several schedules, with the topics and sites that it is for. */
function describeSchedule(
  { days, times, topics = [], sources = [] }: RequestReading['schedules'][number],
  audience: Audience,
): string {
  const about =
    topics.length + sources.length === 0 ? '' : describeSelection({ sources, topics, without: [] }, audience);
  return [about, days.length === 0 ? '' : formatRecurring(days, audience), formatTimes(times, audience)]
    .filter((part) => part !== '')
    .join(' ');
}

/** What was understood, in the order in which subscriptions show it; empty if nothing was. */
function describeRead(reading: RequestReading, audience: Audience): string {
  const { times, days, isInstant, zone, sources, topics, without, style } = reading;
  const parts = [
    ...(sources.length + topics.length + without.length > 0
      ? [describeSelection({ sources, topics, without }, audience)]
      : []),
    ...(isInstant ? [audience.t('subscription.instant')] : []),
    ...(days.length > 0 ? [formatRecurring(days, audience)] : []),
    ...(times.length > 0 ? [formatTimes(times, audience)] : []),
    ...(zone === undefined ? [] : [zoneName(zone, audience.language)]),
    ...(style === undefined ? [] : [describeStyle(style, audience)]),
  ];
  return parts.join(audience.t('join.names'));
}
