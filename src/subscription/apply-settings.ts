import { nextCheck } from '../schedule/next-check.ts';
import type { QuietHours, Schedule } from '../schedule/schedule.ts';
import type { ScheduledSubscription } from './store.ts';
import { isSameSchedule } from './subscribe.ts';
import type { ChatSettings, Subscription } from './subscription.ts';
import { toggles } from './toggles.ts';

/** Changed settings of a chat; null removes quiet hours. */
export type ChangedSettings = Omit<ChatSettings, 'quiet'> & { quiet?: QuietHours | null };

/** A change of settings, with the values before it. */
export interface SettingChange {
  before: Pick<ChatSettings, 'zone' | 'language'>;
  changed: ChangedSettings;
}

/**
 * Applies changed settings of a chat to a subscription: zone and language if it used the old ones, quiet hours if it is instant.
 * Undefined if nothing changes.
 */
export function applySettings(
  { subscription, nextAt }: ScheduledSubscription,
  change: SettingChange,
  now: Date,
): ScheduledSubscription | undefined {
  const { changed, before } = change;
  const schedule = toSchedule(subscription.schedule, change);
  const language =
    changed.language !== undefined && subscription.language === before.language
      ? changed.language
      : subscription.language;
  const applied = { ...subscription, ...togglesIn(changed), schedule, language };
  if (!isSameSchedule(schedule, subscription.schedule)) {
    const isActive = subscription.state === 'active';
    // A slot that is already past in the new schedule must not be sent.
    const enqueuedUntil = isActive ? now.toISOString() : subscription.enqueuedUntil;
    return { subscription: { ...applied, enqueuedUntil }, nextAt: isActive ? nextCheck(schedule, now) : nextAt };
  }
  const isSame =
    language === subscription.language && Object.values(toggles).every((key) => applied[key] === subscription[key]);
  return isSame ? undefined : { subscription: applied, nextAt };
}

function togglesIn(changed: ChangedSettings): Partial<Subscription> {
  return Object.fromEntries(
    Object.values(toggles).flatMap((key) => (changed[key] === undefined ? [] : [[key, changed[key]]])),
  );
}

function toSchedule(schedule: Schedule, { before, changed }: SettingChange): Schedule {
  const zone = changed.zone !== undefined && schedule.zone === before.zone ? changed.zone : schedule.zone;
  if (schedule.kind === 'daily' || changed.quiet === undefined) return { ...schedule, zone };
  return { ...schedule, zone, quiet: changed.quiet };
}
