import type { Reader } from '../locales/audience.ts';
import type { Address } from '../subscription/address.ts';
import type { Subscription } from '../subscription/subscription.ts';
import { numberedLabel } from '../view/label.ts';
import { messageView } from '../view/message-view.ts';
import { heading, openAction, plain, subline, text } from '../view/spans.ts';
import type { Action, Span, View } from '../view/view.ts';
import {
  describeHere,
  describeNext,
  describeSchedule,
  describeSelection,
  describeStyle,
} from './describe-subscription.ts';
import { describeForumPlace, forumPlaceActions } from './forum-place.ts';

/** A subscription, and when its next digest comes. */
export interface Planned {
  subscription: Subscription;
  nextAt: Date | undefined;
}

interface Asked {
  /** Where it was asked. */
  where: Address;
  now: Date;
}

/** What a subscription is, when it comes next, and everything that can be done about it; `said` is what was just done. */
export function subscriptionView(
  { subscription, nextAt }: Planned,
  { said, where, now }: Asked & { said?: string | undefined },
  reader: Reader,
): View {
  const { schedule, selection, style } = subscription;
  const { t } = reader;
  return {
    blocks: [
      heading(said ?? t('subscription.title', { what: describeSelection(selection, reader) })),
      text(
        [
          ...(said === undefined ? [] : [describeSelection(selection, reader)]),
          describeSchedule(schedule, reader),
          describeStyle(style, reader),
        ].join(' · '),
      ),
      text(describeNext(subscription, { nextAt, now }, reader)),
      ...subline([describeForumPlace(subscription, where, reader), t('subscription.id', { id: subscription.id })]),
    ],
    actions: actionsFor(subscription, where, reader),
  };
}

/** All of a chat, a line each and each a button. */
export function subscriptionsView(planned: readonly Planned[], asked: Asked, reader: Reader): View {
  const { t } = reader;
  const settings = openAction(t('button.settings'), '/settings');
  if (planned.length === 0) {
    return messageView(t('subscriptions.none'), {
      actions: [openAction(t('button.subscribe'), '/subscribe'), settings],
    });
  }
  return {
    blocks: [
      heading(t('subscriptions.title')),
      { kind: 'list', ordered: true, start: 1, items: planned.map((one) => lineOf(one, asked, reader)) },
    ],
    actions: [...choicesOf(planned, { command: 'subscriptions', where: asked.where, reader }), settings],
  };
}

/** A button for each of these subscriptions, that types a command with it. */
export function choicesOf(
  planned: readonly Pick<Planned, 'subscription'>[],
  { command, where, reader }: { command: string; where: Address; reader: Reader },
): Action[] {
  return planned.map(({ subscription }, index) => ({
    label: numberedLabel(index + 1, describeHere(subscription, where, reader)),
    role: 'contents',
    command: `/${command} #${subscription.id}`,
  }));
}

function lineOf({ subscription, nextAt }: Planned, { where, now }: Asked, reader: Reader): Span[] {
  const { schedule, style } = subscription;
  const place = describeForumPlace(subscription, where, reader);
  const how = [describeSchedule(schedule, reader), describeStyle(style, reader), ...(place ? [place] : [])].join(' · ');
  const next = describeNext(subscription, { nextAt, now }, reader);
  return [{ kind: 'strong', text: describeHere(subscription, where, reader) }, plain(`\n${how}\n${next}`)];
}

function actionsFor(subscription: Subscription, where: Address, reader: Reader): Action[] {
  const { id, state, schedule } = subscription;
  const { t } = reader;
  const menu = (what: 'topics' | 'time' | 'days' | 'style' | 'zone') =>
    openAction(t(`button.${what}`), `/subscriptions #${id} ${what}`);
  return [
    openAction(t('button.preview'), `/preview #${id}`),
    menu('topics'),
    menu('time'),
    ...(schedule.kind === 'daily' ? [menu('days')] : []),
    menu('style'),
    menu('zone'),
    ...forumPlaceActions(subscription, where, reader),
    state === 'active'
      ? openAction(t('button.pause'), `/pause #${id}`)
      : openAction(t('button.resume'), `/resume #${id}`),
    openAction(t('button.unsubscribe'), `/unsubscribe #${id}`),
    openAction(t('button.subscriptions'), '/subscriptions'),
  ];
}
