import { subscriptionOf } from '../src/arguments/find-subscriptions.ts';
import { type CommandContext, defineCommand } from '../src/chat/command.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { DeliveryQueue } from '../src/delivery/queue.ts';
import { resumePausedDeliveries } from '../src/delivery/resume-paused.ts';
import type { Arrivals } from '../src/library/arrivals.ts';
import type { Keywords } from '../src/library/keywords.ts';
import type { Library } from '../src/library/library.ts';
import type { Selection } from '../src/library/selection.ts';
import type { Audience } from '../src/locales/audience.ts';
import { subscriptionView } from '../src/presenters/subscription-view.ts';
import { guessZone } from '../src/schedule/guess-zone.ts';
import { nextCheck } from '../src/schedule/next-check.ts';
import type { Address } from '../src/subscription/address.ts';
import type { DigestStyle } from '../src/subscription/digest-style.ts';
import { type ForumPlace, toForumPlace } from '../src/subscription/forum-place.ts';
import { resume } from '../src/subscription/resume.ts';
import type { ScheduledSubscription, SubscriptionStore } from '../src/subscription/store.ts';
import {
  beginSubscription,
  changeSchedule,
  isSameSchedule,
  isSameSelection,
  MAX_SUBSCRIPTIONS,
  type ScheduleRequest,
} from '../src/subscription/subscribe.ts';
import type { ChatSettings, Subscription } from '../src/subscription/subscription.ts';
import { chooseToggles } from '../src/subscription/toggles.ts';
import { openAction } from '../src/view/spans.ts';
import { readSelection, readWhen, subscribeArgs, toCommand } from './subscribe-args.ts';

/** What `/subscribe` stands on. */
export interface SubscribeDeps {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'save' | 'change' | 'settings'>;
  arrivals: Pick<Arrivals, 'position'>;
  deliveries: Pick<DeliveryQueue, 'forChat' | 'resend'>;
  library: Pick<Library, 'sources'>;
  keywords: Pick<Keywords, 'current'>;
  now: () => Date;
  /** A new id for a subscription, six characters a-z0-9. */
  newId: () => string;
  /** `HH:MM`. */
  defaultTime: string;
  /** The IANA zone where nothing tells another. */
  defaultZone: string;
  /** How far back what was missed is made up for, in milliseconds. */
  catchUpMs: number;
  /** Whether something can be sent there that nobody asked for. */
  delivers: (platform: string) => boolean;
}

/** `/subscribe times? days? zone? topics? source? style?`: makes a subscription, or changes the one with the same selection. */
export const subscribeCommand = (deps: SubscribeDeps) =>
  defineCommand({
    name: 'subscribe',
    adminsOnly: true,
    takesBareWords: true,
    summary: 'command.subscribe',
    examples: 'examples.subscribe',
    args: subscribeArgs(deps),
    async run({ subscription: id, style, place, ...typed }, audience, asking) {
      if (!deps.delivers(asking.in.platform)) {
        const digest = openAction(audience.t('button.digest'), '/digest');
        throw new UsageError(audience.t('subscribe.nowhere'), { actions: [digest] });
      }
      const again = (instead: Partial<typeof typed>) => toCommand({ ...typed, ...instead }, [id, style, place]);
      const reading = { library: deps.library, again, audience };
      const wish = { ...readWhen(typed, reading), style };
      const selected = await readSelection(typed, reading);
      const store = deps.subscriptions;
      const named = id === undefined ? undefined : await subscriptionOf(id, { store, where: asking.in, audience });
      const [settings, position] = [await store.settings(asking.in), await deps.arrivals.position()];
      const context = { deps, asking, audience, settings, position };
      const { subscription, said } = await subscribe({ wish, selected, named, place }, context);
      const nextAt = subscription.state === 'active' ? nextCheck(subscription.schedule, deps.now()) : undefined;
      return subscriptionView(
        { subscription, nextAt },
        { said: audience.t(said), where: asking.in, now: deps.now() },
        audience,
      );
    },
  });

interface Asked {
  wish: ScheduleRequest & { style: DigestStyle | undefined };
  selected: Partial<Selection>;
  /** The one that was named. */
  named: Subscription | undefined;
  /** Where in a forum. */
  place: ForumPlace | undefined;
}

interface Context {
  deps: SubscribeDeps;
  asking: CommandContext;
  audience: Audience;
  settings: ChatSettings;
  /** How far the library has come. */
  position: number;
}

interface Done {
  subscription: Subscription;
  said: 'subscribe.done' | 'subscribe.changed' | 'subscribe.same';
}

async function subscribe({ wish, selected, named, place }: Asked, context: Context): Promise<Done> {
  const { deps, asking } = context;
  const to = toForumPlace(asking.in, place);
  if (named !== undefined) return await change(named, { wish, selected, ...(place && { to }) }, context);
  const selection = { sources: [], topics: [], without: [], ...selected };
  const { platform, chat } = asking.in;
  const all = await deps.subscriptions.forChat({ platform, chat });
  const same = all.find((one) => one.to.thread === to.thread && isSameSelection(one.selection, selection));
  // Who subscribes to what is paused wants it again.
  if (same !== undefined) return await change(same, { wish, selected: {}, wakes: true }, context);
  return { subscription: await begin({ selection, to }, wish, context), said: 'subscribe.done' };
}

async function begin(
  what: Pick<Subscription, 'selection' | 'to'>,
  wish: Asked['wish'],
  context: Context,
): Promise<Subscription> {
  const { deps, audience, settings, position } = context;
  const { platform, chat } = what.to;
  if ((await deps.subscriptions.forChat({ platform, chat })).length >= MAX_SUBSCRIPTIONS) {
    const list = openAction(audience.t('button.subscriptions'), '/subscriptions');
    throw new UsageError(audience.t('wrong.manySubscriptions', { count: MAX_SUBSCRIPTIONS }), { actions: [list] });
  }
  const schedule = changeSchedule(undefined, wish, defaultsOf(context));
  const told = {
    id: await freshId(deps),
    ...what,
    schedule,
    style: wish.style ?? 'brief',
    language: settings.language ?? audience.language,
    ...chooseToggles(settings),
  } as const;
  const subscription = beginSubscription(told, { now: deps.now(), position });
  await deps.subscriptions.save(subscription, nextCheck(schedule, deps.now()));
  return subscription;
}

interface Changes {
  wish: Asked['wish'];
  selected: Partial<Selection>;
  to?: Address;
  wakes?: true;
}

/** Changes what was asked as it is kept now, whoever else changes it meanwhile; all else stays. */
async function change(before: Subscription, changes: Changes, context: Context): Promise<Done> {
  const { subscriptions, deliveries, now } = context.deps;
  const kept = await subscriptions.change(before.id, ({ subscription, nextAt }) =>
    toChanged(subscription, changes, { ...context, nextAt }),
  );
  const subscription = kept ?? before;
  if (changes.wakes) await resumePausedDeliveries(subscription, { deliveries, now: now() });
  const isSame =
    isSameSchedule(subscription.schedule, before.schedule) &&
    isSameSelection(subscription.selection, before.selection) &&
    subscription.to.thread === before.to.thread &&
    subscription.style === before.style &&
    subscription.state === before.state;
  return { subscription, said: isSame ? 'subscribe.same' : 'subscribe.changed' };
}

function toChanged(
  before: Subscription,
  { wish, selected, to, wakes }: Changes,
  context: Context & { nextAt: Date | null },
): ScheduledSubscription {
  const { position, nextAt } = context;
  const { catchUpMs } = context.deps;
  const now = context.deps.now();
  const wanted = {
    ...before,
    ...(to && { to }),
    schedule: changeSchedule(before.schedule, wish, defaultsOf(context)),
    selection: { ...before.selection, ...selected },
    style: wish.style ?? before.style,
  };
  if (wakes && before.state !== 'active') {
    return {
      subscription: resume(wanted, { now, position, catchUpMs }).subscription,
      nextAt: nextCheck(wanted.schedule, now),
    };
  }
  if (before.state !== 'active' || isSameSchedule(wanted.schedule, before.schedule))
    return { subscription: wanted, nextAt };
  // A slot that is past by the new schedule was none when it came.
  return { subscription: { ...wanted, enqueuedUntil: now.toISOString() }, nextAt: nextCheck(wanted.schedule, now) };
}

function defaultsOf({ deps, asking, settings }: Context) {
  const zone = settings.zone ?? guessZone(asking.locale) ?? deps.defaultZone;
  return { time: deps.defaultTime, zone, quiet: settings.quiet ?? null };
}

async function freshId({ newId, subscriptions }: SubscribeDeps): Promise<string> {
  for (;;) {
    const id = newId();
    if ((await subscriptions.get(id)) === undefined) return id;
  }
}
