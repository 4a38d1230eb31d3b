import type { CommandContext } from '../../src/chat/command.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import { CATCH_UP_MS } from '../../src/delivery/enqueue/catch-up.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import { resumePausedDeliveries } from '../../src/delivery/retries/resume-paused.ts';
import type { Selection } from '../../src/library/selection.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { guessZone } from '../../src/schedule/guess-zone.ts';
import { nextCheck } from '../../src/schedule/next-check.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { DigestStyle } from '../../src/subscription/digest-style.ts';
import { type ForumPlace, toForumPlace } from '../../src/subscription/forum-place.ts';
import { resume } from '../../src/subscription/resume.ts';
import type { ScheduledSubscription, SubscriptionStore } from '../../src/subscription/store.ts';
import {
  beginSubscription,
  changeSchedule,
  isSameSchedule,
  isSameSelection,
  MAX_SUBSCRIPTIONS,
  type ScheduleRequest,
} from '../../src/subscription/subscribe.ts';
import type { ChatSettings, Subscription } from '../../src/subscription/subscription.ts';
import { chooseToggles } from '../../src/subscription/toggles.ts';
import { unusedId } from '../../src/subscription/unused-id.ts';
import { openAction } from '../../src/view/spans.ts';

/** A request to subscribe, read from the arguments. Undefined values keep what is there, or else take a default. */
export interface SubscribeRequest {
  schedule: ScheduleRequest;
  selection: Partial<Selection>;
  style: DigestStyle | undefined;
  /** The subscription to change, if the request names one. */
  named: Subscription | undefined;
  /** The place in a forum. */
  place: ForumPlace | undefined;
  /** Whether to add a subscription even if there is one with the same selection. */
  isAnother: boolean;
}

export interface ApplyDeps {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'save' | 'change' | 'settings'>;
  deliveries: Pick<DeliveryQueue, 'forChat' | 'resend'>;
  now: () => Date;
  /** Creates an id of six characters a-z0-9. */
  newId: () => string;
  /** `HH:MM`. */
  defaultTime: string;
  /** The IANA zone of last resort. */
  defaultZone: string;
}

interface ApplyContext {
  deps: ApplyDeps;
  caller: CommandContext;
  audience: Audience;
  settings: ChatSettings;
  /** The newest position of the library. */
  position: number;
}

interface ApplyResult {
  subscription: Subscription;
  notice: 'subscribe.done' | 'subscribe.changed' | 'subscribe.same';
}

/** Adds a subscription, or changes the one that is named or has the same selection. */
export async function applyRequest(request: SubscribeRequest, context: ApplyContext): Promise<ApplyResult> {
  const { deps, caller } = context;
  const { named, place } = request;
  const to = toForumPlace(caller.in, place);
  if (named !== undefined) return await change(named, { ...request, ...(place && { to }) }, context);
  const selection = { sources: [], topics: [], without: [], ...request.selection };
  const { platform, chat } = caller.in;
  const all = await deps.subscriptions.forChat({ platform, chat });
  const schedule = changeSchedule(undefined, request.schedule, defaultsOf(context));
  const same = all.find(
    (one) =>
      one.to.thread === to.thread &&
      isSameSelection(one.selection, selection) &&
      (!request.isAnother || isSameSchedule(one.schedule, schedule)),
  );
  // Subscribing to a paused one resumes it.
  if (same !== undefined) return await change(same, { ...request, selection: {}, resumes: true }, context);
  return { subscription: await add({ selection, to }, request, context), notice: 'subscribe.done' };
}

async function add(
  target: Pick<Subscription, 'selection' | 'to'>,
  request: Pick<SubscribeRequest, 'schedule' | 'style'>,
  context: ApplyContext,
): Promise<Subscription> {
  const { deps, audience, settings, position } = context;
  const { platform, chat } = target.to;
  if ((await deps.subscriptions.forChat({ platform, chat })).length >= MAX_SUBSCRIPTIONS) {
    const list = openAction(audience.t('button.subscriptions'), '/subscriptions');
    throw new UsageError(audience.t('wrong.manySubscriptions', { count: MAX_SUBSCRIPTIONS }), { actions: [list] });
  }
  const schedule = changeSchedule(undefined, request.schedule, defaultsOf(context));
  const draft = {
    id: await unusedId(deps),
    ...target,
    schedule,
    style: request.style ?? 'brief',
    language: settings.language ?? audience.language,
    ...chooseToggles(settings),
  } as const;
  const subscription = beginSubscription(draft, { now: deps.now(), position });
  await deps.subscriptions.save(subscription, nextCheck(schedule, deps.now()));
  return subscription;
}

interface Changes extends Pick<SubscribeRequest, 'schedule' | 'selection' | 'style'> {
  to?: Address;
  /** Whether it becomes active again. */
  resumes?: true;
}

/** Applies only the requested changes, so that concurrent ones are kept. */
async function change(before: Subscription, changes: Changes, context: ApplyContext): Promise<ApplyResult> {
  const { subscriptions, deliveries, now } = context.deps;
  const stored = await subscriptions.change(before.id, (current) => applyChanges(current, changes, context));
  const subscription = stored ?? before;
  if (changes.resumes) await resumePausedDeliveries(subscription, { deliveries, now: now() });
  const isSame =
    isSameSchedule(subscription.schedule, before.schedule) &&
    isSameSelection(subscription.selection, before.selection) &&
    subscription.to.thread === before.to.thread &&
    subscription.style === before.style &&
    subscription.state === before.state;
  return { subscription, notice: isSame ? 'subscribe.same' : 'subscribe.changed' };
}

function applyChanges(
  { subscription: before, nextAt }: ScheduledSubscription,
  { schedule, selection, style, to, resumes }: Changes,
  context: ApplyContext,
): ScheduledSubscription {
  const { position, deps } = context;
  const now = deps.now();
  const changed = {
    ...before,
    ...(to && { to }),
    schedule: changeSchedule(before.schedule, schedule, defaultsOf(context)),
    selection: { ...before.selection, ...selection },
    style: style ?? before.style,
  };
  if (resumes && before.state !== 'active') {
    return {
      subscription: resume(changed, { now, position, catchUpMs: CATCH_UP_MS }).subscription,
      nextAt: nextCheck(changed.schedule, now),
    };
  }
  if (before.state !== 'active' || isSameSchedule(changed.schedule, before.schedule))
    return { subscription: changed, nextAt };
  // A slot that is already past in the new schedule must not be sent.
  return { subscription: { ...changed, enqueuedUntil: now.toISOString() }, nextAt: nextCheck(changed.schedule, now) };
}

/** The zone of a subscription that names none: from the settings, else guessed from the locale. */
export function defaultZoneOf(
  { zone }: Pick<ChatSettings, 'zone'>,
  { locale }: Pick<CommandContext, 'locale'>,
  { defaultZone }: Pick<ApplyDeps, 'defaultZone'>,
): string {
  return zone ?? guessZone(locale) ?? defaultZone;
}

function defaultsOf({ deps, caller, settings }: ApplyContext) {
  return { time: deps.defaultTime, zone: defaultZoneOf(settings, caller, deps), quiet: settings.quiet ?? null };
}
