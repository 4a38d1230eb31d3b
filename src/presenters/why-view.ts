import { type Delivered, type Delivery, isHeld } from '../delivery/delivery.ts';
import type { Explanation } from '../delivery/explain.ts';
import { FOLLOWERS } from '../delivery/retries/retry-policy.ts';
import type { Audience } from '../locales/audience.ts';
import { formatSlot } from '../locales/format-slot.ts';
import type { Address } from '../subscription/address.ts';
import type { Subscription } from '../subscription/subscription.ts';
import { heading, openAction, plain } from '../view/spans.ts';
import type { Action, Span, View } from '../view/view.ts';
import { reasonText, resendAction } from './status-view.ts';
import { describeHere, describeNext, describeSchedule } from './subscription/describe-subscription.ts';

/** Why one subscription sent an article, or did not. */
export interface Why {
  subscription: Subscription;
  nextAt: Date | undefined;
  explanation: Explanation;
}

interface WhyContext {
  now: Date;
  where: Address;
  /** Whether the reader may manage the subscriptions. */
  manages: boolean;
  audience: Audience;
}

/** Why a chat got an article or did not, one line for each subscription. */
export function whyView(title: string, reasons: readonly Why[], { now, where, manages, audience }: WhyContext): View {
  const items = reasons.map((why): Span[] => [
    { kind: 'strong', text: describeHere(why.subscription, where, audience) },
    plain(` · ${describeSchedule(why.subscription.schedule, audience)}\n${sentence(why, now, audience)}`),
  ]);
  return {
    blocks: [heading(audience.t('why.title', { title })), { kind: 'list', ordered: false, items }],
    actions: manages
      ? [...resendActions(reasons, now, audience), openAction(audience.t('button.subscriptions'), '/subscriptions')]
      : [],
  };
}

/** A button for each digest that contains the article and could not be sent. */
function resendActions(reasons: readonly Why[], now: Date, audience: Audience): Action[] {
  return reasons.flatMap(({ subscription, explanation }) => {
    if (explanation.kind !== 'in') return [];
    const { delivery } = explanation;
    const { zone } = subscription.schedule;
    const time = formatSlot(new Date(delivery.edition.slot), now, { ...audience, zone });
    return isHeld(delivery) || hasFailed(delivery) ? [resendAction(delivery, time, audience)] : [];
  });
}

function hasFailed(delivery: Delivery | Delivered): boolean {
  return 'outcome' in delivery && delivery.outcome === 'failed';
}

function sentence({ subscription, nextAt, explanation }: Why, now: Date, audience: Audience): string {
  const { t } = audience;
  const { selection, schedule } = subscription;
  const or = (words: readonly string[]) => words.join(t('join.or'));
  const when = (at: string) => formatSlot(new Date(at), now, { ...audience, zone: schedule.zone });
  switch (explanation.kind) {
    case 'in': {
      const { delivery } = explanation;
      const time = when(delivery.edition.slot);
      const isHere = 'outcome' in delivery || delivery.failureReason === FOLLOWERS;
      if (isHeld(delivery)) return t('why.held', { time, why: reasonText(delivery, audience) });
      if (!isHere) return t('why.onItsWay', { time });
      if (hasFailed(delivery)) return t('why.failed', { time, why: reasonText(delivery, audience) });
      return t('why.sent', { time });
    }
    case 'source':
      return t('why.source', { sites: or(selection.sources) });
    case 'without':
      return t('why.without', { words: or(selection.without) });
    case 'topics':
      return t('why.topics', { words: or(selection.topics) });
    case 'next':
      return `${t('why.next')} ${describeNext(subscription, { nextAt, now }, audience)}`;
    case 'before':
      return t('why.before', { time: when(subscription.createdAt) });
    case 'backfill':
      return t('why.backfill');
    case 'earlier':
      return t('why.earlier');
    default:
      return explanation satisfies never;
  }
}
