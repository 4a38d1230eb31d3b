import { nextCheck } from '../schedule/next-check.ts';
import type { QuietHours, Schedule } from '../schedule/schedule.ts';
import type { ScheduledSubscription } from './store.ts';
import { isSameSchedule } from './subscribe.ts';
import type { ChatSettings, Subscription } from './subscription.ts';
import { toggles } from './toggles.ts';

/** What a chat sets anew; quiet hours may be taken away. */
export type Changed = Omit<ChatSettings, 'quiet'> & { quiet?: QuietHours | null };

/** What a chat had before a setting was changed, and the change. */
export interface SettingChange {
  before: Pick<ChatSettings, 'zone' | 'language'>;
  changed: Changed;
}

/**
 * A subscription by a changed setting of its chat: zone and language where it used the old one, quiet hours where it sends as
 * articles come. Undefined where nothing changes.
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
  const applied = { ...subscription, ...switched(changed), schedule, language };
  if (!isSameSchedule(schedule, subscription.schedule)) {
    const isActive = subscription.state === 'active';
    // A slot that is past by the new schedule was none when it came.
    const enqueuedUntil = isActive ? now.toISOString() : subscription.enqueuedUntil;
    return { subscription: { ...applied, enqueuedUntil }, nextAt: isActive ? nextCheck(schedule, now) : nextAt };
  }
  const isSame =
    language === subscription.language && Object.values(toggles).every((key) => applied[key] === subscription[key]);
  return isSame ? undefined : { subscription: applied, nextAt };
}

function switched(changed: Changed): Partial<Subscription> {
  return Object.fromEntries(
    Object.values(toggles).flatMap((key) => (changed[key] === undefined ? [] : [[key, changed[key]]])),
  );
}

function toSchedule(schedule: Schedule, { before, changed }: SettingChange): Schedule {
  const zone = changed.zone !== undefined && schedule.zone === before.zone ? changed.zone : schedule.zone;
  if (schedule.kind === 'daily' || changed.quiet === undefined) return { ...schedule, zone };
  return { ...schedule, zone, quiet: changed.quiet };
}
