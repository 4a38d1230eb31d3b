import { subscriptionOf } from '../src/arguments/find-subscriptions.ts';
import { type CommandContext, defineCommand } from '../src/chat/command.ts';
import type { PlatformLimits } from '../src/chat/platform.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import { CATCH_UP_MS } from '../src/delivery/catch-up.ts';
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

/** The dependencies of `/subscribe`. */
export interface SubscribeDeps extends PlatformLimits {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'save' | 'change' | 'settings'>;
  arrivals: Pick<Arrivals, 'position'>;
  deliveries: Pick<DeliveryQueue, 'forChat' | 'resend'>;
  library: Pick<Library, 'sources'>;
  keywords: Pick<Keywords, 'current'>;
  now: () => Date;
  /** Creates an id of six characters a-z0-9. */
  newId: () => string;
  /** `HH:MM`. */
  defaultTime: string;
  /** The IANA zone of last resort. */
  defaultZone: string;
  /** Whether the platform can deliver digests. */
  delivers: (platform: string) => boolean;
}

/** `/subscribe times? days? zone? topics? source? style?`: adds a subscription, or changes the one with the same selection. */
export const subscribeCommand = (deps: SubscribeDeps) =>
  defineCommand({
    name: 'subscribe',
    adminsOnly: true,
    takesBareWords: true,
    summary: 'command.subscribe',
    examples: 'examples.subscribe',
    args: subscribeArgs(deps),
    async run({ subscription: id, style, place, ...typed }, audience, request) {
      if (!deps.delivers(request.in.platform)) {
        const digest = openAction(audience.t('button.digest'), '/digest');
        throw new UsageError(audience.t('subscribe.nowhere'), { actions: [digest] });
      }
      const again = (instead: Partial<typeof typed>) => toCommand({ ...typed, ...instead }, [id, style, place]);
      const { library, maxButtonBytes } = deps;
      const reading = { library, again, audience, maxButtonBytes };
      const wish = { ...readWhen(typed, reading), style };
      const selected = await readSelection(typed, reading);
      const store = deps.subscriptions;
      const named = id === undefined ? undefined : await subscriptionOf(id, { store, where: request.in, audience });
      const [settings, position] = [await store.settings(request.in), await deps.arrivals.position()];
      const context = { deps, request, audience, settings, position };
      const { subscription, notice } = await subscribe({ wish, selected, named, place }, context);
      const nextAt = subscription.state === 'active' ? nextCheck(subscription.schedule, deps.now()) : undefined;
      return subscriptionView(
        { subscription, nextAt },
        { notice: audience.t(notice), where: request.in, now: deps.now() },
        audience,
      );
    },
  });

interface SubscribeWish {
  wish: ScheduleRequest & { style: DigestStyle | undefined };
  selected: Partial<Selection>;
  /** The subscription to change, if the request names one. */
  named: Subscription | undefined;
  /** The place in a forum. */
  place: ForumPlace | undefined;
}

interface SubscribeContext {
  deps: SubscribeDeps;
  request: CommandContext;
  audience: Audience;
  settings: ChatSettings;
  /** The newest position of the library. */
  position: number;
}

interface SubscribeResult {
  subscription: Subscription;
  notice: 'subscribe.done' | 'subscribe.changed' | 'subscribe.same';
}

async function subscribe(
  { wish, selected, named, place }: SubscribeWish,
  context: SubscribeContext,
): Promise<SubscribeResult> {
  const { deps, request } = context;
  const to = toForumPlace(request.in, place);
  if (named !== undefined) return await change(named, { wish, selected, ...(place && { to }) }, context);
  const selection = { sources: [], topics: [], without: [], ...selected };
  const { platform, chat } = request.in;
  const all = await deps.subscriptions.forChat({ platform, chat });
  const same = all.find((one) => one.to.thread === to.thread && isSameSelection(one.selection, selection));
  // Subscribing to a paused one resumes it.
  if (same !== undefined) return await change(same, { wish, selected: {}, wakes: true }, context);
  return { subscription: await begin({ selection, to }, wish, context), notice: 'subscribe.done' };
}

async function begin(
  what: Pick<Subscription, 'selection' | 'to'>,
  wish: SubscribeWish['wish'],
  context: SubscribeContext,
): Promise<Subscription> {
  const { deps, audience, settings, position } = context;
  const { platform, chat } = what.to;
  if ((await deps.subscriptions.forChat({ platform, chat })).length >= MAX_SUBSCRIPTIONS) {
    const list = openAction(audience.t('button.subscriptions'), '/subscriptions');
    throw new UsageError(audience.t('wrong.manySubscriptions', { count: MAX_SUBSCRIPTIONS }), { actions: [list] });
  }
  const schedule = changeSchedule(undefined, wish, defaultsOf(context));
  const draft = {
    id: await freshId(deps),
    ...what,
    schedule,
    style: wish.style ?? 'brief',
    language: settings.language ?? audience.language,
    ...chooseToggles(settings),
  } as const;
  const subscription = beginSubscription(draft, { now: deps.now(), position });
  await deps.subscriptions.save(subscription, nextCheck(schedule, deps.now()));
  return subscription;
}

interface Changes {
  wish: SubscribeWish['wish'];
  selected: Partial<Selection>;
  to?: Address;
  wakes?: true;
}

/** Applies only the requested changes, so that concurrent ones are kept. */
async function change(before: Subscription, changes: Changes, context: SubscribeContext): Promise<SubscribeResult> {
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
  return { subscription, notice: isSame ? 'subscribe.same' : 'subscribe.changed' };
}

function toChanged(
  before: Subscription,
  { wish, selected, to, wakes }: Changes,
  context: SubscribeContext & { nextAt: Date | null },
): ScheduledSubscription {
  const { position, nextAt } = context;
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
      subscription: resume(wanted, { now, position, catchUpMs: CATCH_UP_MS }).subscription,
      nextAt: nextCheck(wanted.schedule, now),
    };
  }
  if (before.state !== 'active' || isSameSchedule(wanted.schedule, before.schedule))
    return { subscription: wanted, nextAt };
  // A slot that is already past in the new schedule must not be sent.
  return { subscription: { ...wanted, enqueuedUntil: now.toISOString() }, nextAt: nextCheck(wanted.schedule, now) };
}

function defaultsOf({ deps, request, settings }: SubscribeContext) {
  const zone = settings.zone ?? guessZone(request.locale) ?? deps.defaultZone;
  return { time: deps.defaultTime, zone, quiet: settings.quiet ?? null };
}

async function freshId({ newId, subscriptions }: SubscribeDeps): Promise<string> {
  for (;;) {
    const id = newId();
    if ((await subscriptions.get(id)) === undefined) return id;
  }
}
