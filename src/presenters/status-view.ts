import type { SourceTrouble } from '../background-service.ts';
import { canSendDropped, type Delivered, type Delivery, isDropped, isHeld } from '../delivery/delivery.ts';
import { FOLLOWERS } from '../delivery/retries/retry-policy.ts';
import type { FollowedFeed } from '../following/followed-feed.ts';
import type { Audience } from '../locales/audience.ts';
import { formatSlot } from '../locales/format-slot.ts';
import { zoneName } from '../locales/zone-name.ts';
import type { Subscription } from '../subscription/subscription.ts';
import { heading, openAction, plain, subline } from '../view/spans.ts';
import type { Action, Span, View } from '../view/view.ts';
import { describeFeed, describeFeedFailure } from './following/describe-feed.ts';
import { describeNext, describeSelection } from './subscription/describe-subscription.ts';

/** The deliveries of a chat. */
export interface Status {
  subscriptions: readonly Subscription[];
  nextAt: Date | undefined;
  deliveries: readonly (Delivery | Delivered)[];
  /** The feeds that the chat follows. */
  feeds: readonly FollowedFeed[];
  /** The sources of the bot that cannot be read. */
  troubles: readonly SourceTrouble[];
  /** Snapshots that could not be parsed. */
  refused: number;
  /** Stored entries of this chat that cannot be read. */
  unreadable: number;
  /** Whether the platform can deliver digests: where it cannot, subscribing is not offered. */
  delivers: boolean;
}

const FAILED_SHOWN = 5;

/** What was sent last, what comes next, what is pending, and what has failed, with buttons to resend it. */
export function statusView(
  { subscriptions, nextAt, deliveries, feeds, troubles, refused, unreadable, delivers }: Status,
  now: Date,
  audience: Audience,
): View {
  const { t } = audience;
  const zone = subscriptions[0]?.schedule.zone ?? audience.zone;
  const when = (at: string | Date) => formatSlot(new Date(at), now, { ...audience, zone });
  const ended = deliveries.filter((one) => 'outcome' in one);
  const failed = ended.filter(({ outcome }) => outcome === 'failed').slice(-FAILED_SHOWN);
  const dropped = ended.filter((one) => isDropped(one) && subscriptions.some((mine) => canSendDropped(one, mine)));
  const suspended = subscriptions.filter(({ state }) => state === 'suspended');
  const last = ended.filter(({ outcome }) => outcome === 'sent').at(-1);
  const onTheWay = deliveries.filter((one) => !('outcome' in one));
  const late = onTheWay.filter(({ failureReason }) => failureReason === FOLLOWERS);
  const held = onTheWay.filter(isHeld);
  const waiting = onTheWay.length - late.length - held.length;
  const lines = [
    t('status.subscriptions', { count: subscriptions.length }),
    ...(last !== undefined ? [t('status.last', { time: when(last.endedAt) })] : []),
    ...(last === undefined && late.length === 0 ? [t('status.noLast')] : []),
    ...(last?.failureReason === FOLLOWERS ? [t('status.notToFollowers')] : []),
    ...late.map(({ edition }) => t('status.toFollowers', { time: when(edition.slot) })),
    ...suspended.map((one) => describeSuspended(one, subscriptions.length > 1, audience)),
    ...(nextAt !== undefined || suspended.length < subscriptions.length || subscriptions.length === 0
      ? describeComing(subscriptions, { nextAt, now }, { ...audience, zone })
      : []),
    ...(waiting > 0 ? [t('status.waiting', { count: waiting })] : []),
    ...held.map((one) => t('status.held', { time: when(one.edition.slot), why: reasonText(one, audience) })),
    ...[...failed, ...dropped].map((one) =>
      t('status.failed', { time: when(one.edition.slot), why: reasonText(one, audience) }),
    ),
    ...feeds.flatMap((feed) => describeTrouble(feed, audience)),
    ...troubles.map(({ name, since }) => t('status.source', { name, time: when(since) })),
    ...(unreadable > 0 ? [t('status.unreadable', { count: unreadable })] : []),
    ...(refused > 0 ? [t('status.refused', { count: refused })] : []),
  ];
  return {
    blocks: [
      heading(t('status.title')),
      ...(subscriptions.length > 0
        ? subline([`${t('settings.zone')}${t('join.value')}${zoneName(zone, audience.language)}`])
        : []),
      { kind: 'list', ordered: false, items: lines.map((line): Span[] => [plain(line)]) },
    ],
    actions: [
      ...[...held, ...failed, ...dropped].map((one) => resendAction(one, when(one.edition.slot), audience)),
      ...(subscriptions.length > 0 || delivers ? nextSteps(subscriptions, suspended, audience) : []),
    ],
  };
}

/** A button that sends a failed or held digest again; `time` is when it was due. */
export function resendAction({ edition }: Delivery | Delivered, time: string, audience: Audience): Action {
  const what = describeSelection(edition.selection, audience);
  return openAction(audience.t('button.resend', { time, what }), `/resend ${edition.id}`);
}

/** To subscribe where nobody has, to resume what is suspended, and to see the rest. */
function nextSteps(all: readonly Subscription[], suspended: readonly Subscription[], { t }: Audience): Action[] {
  const [first, ...others] = suspended;
  if (all.length === 0) return [openAction(t('button.subscribe'), '/subscribe')];
  const resume = first === undefined || others.length > 0 ? '/resume' : `/resume #${first.id}`;
  return [
    ...(first === undefined ? [] : [openAction(t('button.resume'), resume)]),
    openAction(t('button.subscriptions'), '/subscriptions'),
  ];
}

/** Why a subscription is suspended, with its articles if the chat has several. */
function describeSuspended(subscription: Subscription, isAmongOthers: boolean, audience: Audience): string {
  const why = describeNext(subscription, { nextAt: undefined, now: new Date(0) }, audience);
  return isAmongOthers ? `${describeSelection(subscription.selection, audience)}: ${why}` : why;
}

/** What comes next: the next digest, and what happens to new articles where they are sent as they arrive. */
function describeComing(
  subscriptions: readonly Subscription[],
  { nextAt, now }: { nextAt: Date | undefined; now: Date },
  audience: Audience,
): string[] {
  const instant = subscriptions.filter(({ state, schedule }) => state === 'active' && schedule.kind === 'instant');
  const held = new Set(instant.map((one) => describeNext(one, { nextAt: undefined, now }, audience)));
  return nextAt === undefined && held.size > 0 ? [...held] : [describeNextSlot(nextAt, now, audience), ...held];
}

/** When the next digest comes. One that is due is not announced for a time that is over. */
function describeNextSlot(nextAt: Date | undefined, now: Date, audience: Audience): string {
  if (nextAt === undefined) return audience.t('status.noNext');
  if (nextAt <= now) return audience.t('subscription.soon');
  return audience.t('status.next', { time: formatSlot(nextAt, now, audience) });
}

/** What is wrong with a feed; nothing if all is well. */
function describeTrouble(feed: FollowedFeed, audience: Audience): string[] {
  const { reported, failure } = feed;
  const name = describeFeed(feed);
  if (reported === 'silent') return [audience.t('status.silent', { feed: name })];
  if (reported === null || failure === null) return [];
  return [audience.t('status.failing', { feed: name, why: describeFeedFailure(failure, audience) })];
}

const REASONS = new Map<
  string | null,
  'reason.gone' | 'reason.forbidden' | 'reason.busy' | 'reason.refused' | 'reason.paused'
>([
  ['gone', 'reason.gone'],
  ['forbidden', 'reason.forbidden'],
  ['busy', 'reason.busy'],
  ['refused', 'reason.refused'],
  ['paused', 'reason.paused'],
]);

/** Describes why something could not be sent. */
export function reasonText({ failureReason }: Pick<Delivery, 'failureReason'>, { t }: Audience): string {
  return t(REASONS.get(failureReason) ?? 'reason.other');
}
