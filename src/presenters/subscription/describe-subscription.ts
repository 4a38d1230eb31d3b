import type { Selection } from '../../library/selection.ts';
import type { Audience } from '../../locales/audience.ts';
import { formatRecurring, formatSlot, formatTimes } from '../../locales/format-slot.ts';
import { localName } from '../../locales/local-name.ts';
import { zoneName } from '../../locales/zone-name.ts';
import { quietUntil } from '../../schedule/quiet-hours.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { Address } from '../../subscription/address.ts';
import type { Subscription } from '../../subscription/subscription.ts';

/** Describes which articles a subscription takes: `all articles`, `bbc.com · ferry or strait · not sport`. */
export function describeSelection({ sources, topics, without }: Selection, { t }: Pick<Audience, 't'>): string {
  const or = (words: readonly string[]) => words.join(t('join.or'));
  const parts = [
    sources.length > 0 ? or(sources) : undefined,
    topics.length > 0 ? or(topics) : undefined,
    without.length > 0 ? t('subscription.without', { words: or(without) }) : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? t('subscription.everything') : parts.join(' · ');
}

/** Describes a subscription among others of its chat: its articles, and its place if it is not this one. */
export function describeHere(
  { selection, to }: Pick<Subscription, 'selection' | 'to'>,
  where: Address,
  audience: Pick<Audience, 't'>,
): string {
  const isHere = to.thread === where.thread || (to.thread === undefined && where.forum === true);
  return describeSelection(selection, audience) + (isHere ? '' : ` · ${audience.t('subscription.elsewhere')}`);
}

/** Describes a schedule: `weekdays at 08:00 (Asia/Shanghai)`. */
export function describeSchedule(schedule: Schedule, audience: Audience): string {
  const { t } = audience;
  const zone = zoneName(schedule.zone, audience.language);
  if (schedule.kind === 'daily') {
    const [days, times] = [formatRecurring(schedule.days, audience), formatTimes(schedule.times, audience)];
    return t('subscription.daily', { days, times, zone });
  }
  const { quiet } = schedule;
  return quiet === null ? t('subscription.instant') : t('subscription.instantQuiet', { ...quiet, zone });
}

export function describeStyle(style: Subscription['style'], { language }: Audience): string {
  return localName('choice', style, language) ?? style;
}

/** Describes the next digest, or why there is none, in the subscription's zone. */
export function describeNext(
  { state, suspendedFor, schedule }: Pick<Subscription, 'state' | 'suspendedFor' | 'schedule'>,
  { nextAt, now }: { nextAt: Date | undefined; now: Date },
  audience: Audience,
): string {
  const { t } = audience;
  if (state === 'paused') return t('subscription.paused');
  if (state === 'suspended') return t(suspendedFor === 'forbidden' ? 'subscription.forbidden' : 'subscription.gone');
  if (schedule.kind === 'instant') {
    const until = quietUntil(schedule, now);
    if (until === undefined) return t('subscription.nextInstant');
    return t('subscription.nextAfterQuiet', { time: formatSlot(until, now, { ...audience, zone: schedule.zone }) });
  }
  if (nextAt === undefined || nextAt <= now) return t('subscription.soon');
  return t('subscription.next', { time: formatSlot(nextAt, now, { ...audience, zone: schedule.zone }) });
}
