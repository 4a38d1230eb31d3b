import type { Audience } from '../../locales/audience.ts';
import type { Address } from '../../subscription/address.ts';
import type { Subscription } from '../../subscription/subscription.ts';
import { numberedLabel } from '../../view/label.ts';
import { messageView } from '../../view/message-view.ts';
import { heading, openAction, plain, subline, text } from '../../view/spans.ts';
import type { Action, Span, View } from '../../view/view.ts';
import {
  describeHere,
  describeNext,
  describeSchedule,
  describeSelection,
  describeStyle,
} from './describe-subscription.ts';
import { describeForumPlace, forumPlaceActions } from './forum-place.ts';

/** A subscription with the time of its next check. */
export interface SubscriptionStatus {
  subscription: Subscription;
  nextAt: Date | undefined;
}

interface ViewContext {
  /** Where it is shown. */
  where: Address;
  now: Date;
  /** Confirms a change. */
  notice?: string | undefined;
}

/**
 * A subscription, its next digest, and buttons for everything that can be changed. `unknown` are topics that no article
 * contains yet.
 */
export function subscriptionView(
  { subscription, nextAt }: SubscriptionStatus,
  { notice, where, now, unknown = [] }: ViewContext & { unknown?: readonly string[] },
  audience: Audience,
): View {
  const { schedule, selection, style } = subscription;
  const { t } = audience;
  return {
    blocks: [
      heading(notice ?? t('subscription.title', { what: describeSelection(selection, audience) })),
      text(
        [
          ...(notice === undefined ? [] : [describeSelection(selection, audience)]),
          describeSchedule(schedule, audience),
          describeStyle(style, audience),
        ].join(' · '),
      ),
      text(describeNext(subscription, { nextAt, now }, audience)),
      ...(unknown.length === 0 ? [] : [text(t('subscribe.unknown', { words: unknown.join(t('join.names')) }))]),
      ...subline([describeForumPlace(subscription, where, audience), t('subscription.id', { id: subscription.id })]),
    ],
    actions: actionsFor(subscription, where, audience),
  };
}

/** The subscriptions of a chat, one line and one button each. */
export function subscriptionsView(
  planned: readonly SubscriptionStatus[],
  context: ViewContext,
  audience: Audience,
): View {
  const { t } = audience;
  const settings = openAction(t('button.settings'), '/settings');
  if (planned.length === 0) {
    return messageView(t('subscriptions.none'), {
      actions: [openAction(t('button.subscribe'), '/subscribe'), settings],
    });
  }
  return {
    blocks: [
      heading(context.notice ?? t('subscriptions.title')),
      { kind: 'list', ordered: true, start: 1, items: planned.map((one) => lineOf(one, context, audience)) },
    ],
    actions: [...choicesOf(planned, { command: 'subscriptions', where: context.where, audience }), settings],
  };
}

/** A button for each subscription, with a command for it. */
export function choicesOf(
  planned: readonly Pick<SubscriptionStatus, 'subscription'>[],
  { command, where, audience }: { command: string; where: Address; audience: Audience },
): Action[] {
  return planned.map(({ subscription }, index) => ({
    label: numberedLabel(index + 1, describeHere(subscription, where, audience)),
    role: 'contents',
    command: `/${command} #${subscription.id}`,
  }));
}

function lineOf({ subscription, nextAt }: SubscriptionStatus, { where, now }: ViewContext, audience: Audience): Span[] {
  const { schedule, style } = subscription;
  const place = describeForumPlace(subscription, where, audience);
  const how = [describeSchedule(schedule, audience), describeStyle(style, audience), ...(place ? [place] : [])].join(
    ' · ',
  );
  const next = describeNext(subscription, { nextAt, now }, audience);
  return [{ kind: 'strong', text: describeHere(subscription, where, audience) }, plain(`\n${how}\n${next}`)];
}

function actionsFor(subscription: Subscription, where: Address, audience: Audience): Action[] {
  const { id, state, schedule } = subscription;
  const { t } = audience;
  const menu = (what: 'topics' | 'time' | 'days' | 'style' | 'zone') =>
    openAction(t(`button.${what}`), `/subscriptions #${id} ${what}`);
  return [
    openAction(t('button.preview'), `/preview #${id}`),
    menu('topics'),
    menu('time'),
    ...(schedule.kind === 'daily' ? [menu('days')] : []),
    menu('style'),
    menu('zone'),
    ...forumPlaceActions(subscription, where, audience),
    state === 'active'
      ? openAction(t('button.pause'), `/pause #${id}`)
      : openAction(t('button.resume'), `/resume #${id}`),
    openAction(t('button.unsubscribe'), `/unsubscribe #${id}`),
    openAction(t('button.subscriptions'), '/subscriptions'),
  ];
}
