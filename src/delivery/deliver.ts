import type { Edition } from '../digest/edition.ts';
import type { Address } from '../subscription/address.ts';
import { changeSubscription } from '../subscription/change.ts';
import type { SubscriptionStore } from '../subscription/store.ts';
import type { Subscription } from '../subscription/subscription.ts';
import { suspend } from '../subscription/suspend.ts';
import type { View } from '../view/view.ts';
import type { Deliverer } from './deliverer.ts';
import type { Delivery } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';
import { assertMayContinue, DeliveryInterrupted } from './interruption.ts';
import type { DeliveryQueue } from './queue.ts';
import { decideAfterFailure, FOLLOWERS, failureReason, type RetryDecision } from './retry-policy.ts';

export interface DeliverDeps {
  deliverer: Deliverer;
  deliveries: Pick<DeliveryQueue, 'note' | 'again' | 'finish' | 'move' | 'resend'>;
  subscriptions: Pick<SubscriptionStore, 'get' | 'change' | 'move'>;
  /** What an edition says; undefined where nothing came and nothing is said. */
  compose(edition: Edition): Promise<View | undefined>;
  /** Is told what a chat was shown, so that its numbers can be typed there. */
  remember?(to: Address, view: View): Promise<void>;
  now(): Date;
  /** From 0 up to 1. */
  random(): number;
  /** Is told of failures that are nobody's but ours, and of what is given up. */
  report(error: unknown): void;
  /** Says that the process is about to end: what is in hand stops between two parts. */
  signal: AbortSignal;
}

/**
 * Sends one delivery, going on after the last part that arrived, and decides what happens where that fails. Only a final
 * outcome ends it; a process that dies at any moment leaves it to be gone on with.
 */
export async function deliverEdition(delivery: Delivery, deps: DeliverDeps): Promise<void> {
  const { edition } = delivery;
  const subscription = await deps.subscriptions.get(edition.subscription);
  if (subscription?.state !== 'active') return await drop(delivery, subscription, deps);
  try {
    const { said, done } = await send(delivery, subscription, deps);
    if (said === 'stopped') return;
    if (said === 'rests') {
      return await drop({ edition, done, reason: null }, await deps.subscriptions.get(subscription.id), deps);
    }
    await settle(edition, { outcome: said }, deps);
  } catch (error) {
    const failure = error instanceof DeliveryError ? error : toFault(error, deps);
    const reaction = decideAfterFailure(failure, delivery, { now: deps.now(), random: deps.random() });
    await act(reaction, { delivery, subscription, failure }, deps);
  }
}

/** Ends a delivery that arrived. */
async function settle(
  { id, subscription, slot }: Edition,
  { outcome, reason }: { outcome: 'sent' | 'empty'; reason?: string },
  { deliveries, subscriptions, now }: DeliverDeps,
): Promise<void> {
  await deliveries.finish(id, outcome, { at: now(), ...(reason !== undefined && { reason }) });
  await subscriptions.change(subscription, ({ subscription: current, nextAt }) =>
    isOvertaken({ slot }, current) ? undefined : { subscription: { ...current, sentUntil: slot }, nextAt },
  );
}

/**
 * Nobody is there to send it to: what it was to tell comes with the next one after all. Where a part of it or a later one
 * arrived, that would tell things twice: it is kept to be sent again, as it is once its subscription is resumed.
 */
async function drop(
  { edition, done, reason: late }: Pick<Delivery, 'edition' | 'done' | 'reason'>,
  subscription: Subscription | undefined,
  deps: DeliverDeps,
): Promise<void> {
  if (late === FOLLOWERS) return await settle(edition, { outcome: 'sent', reason: late }, deps);
  const { deliveries, subscriptions, now } = deps;
  const reason = subscription === undefined ? 'unsubscribed' : (subscription.parkedFor ?? 'paused');
  const isKept = subscription !== undefined && (done.length > 0 || isOvertaken(edition, subscription));
  if (subscription !== undefined && !isKept) {
    const { after } = edition;
    await changeSubscription(subscription.id, { position: Math.min(subscription.position, after) }, subscriptions);
  }
  await deliveries.finish(edition.id, isKept ? 'failed' : 'dropped', { at: now(), reason });
  if (!isKept && subscription !== undefined) return;
  // It may have been resumed or put back before there was anything to go on with.
  const current = await subscriptions.get(edition.subscription);
  const isBack = reason === 'unsubscribed' ? current !== undefined : reason === 'paused' && current?.state === 'active';
  if (isBack) await deliveries.resend(edition.id, now());
}

/** Whether a later edition has arrived. */
function isOvertaken({ slot }: Pick<Edition, 'slot'>, { sentUntil }: Subscription): boolean {
  return sentUntil !== null && Date.parse(sentUntil) > Date.parse(slot);
}

/** A fault of ours must not take the delivery with it: it is tried once more, then given up and kept. */
function toFault(error: unknown, { report }: DeliverDeps): DeliveryError {
  report(error);
  return new DeliveryError('refused', { cause: error });
}

async function send(
  delivery: Delivery,
  { id: subscription, to }: Subscription,
  deps: DeliverDeps,
): Promise<{ said: 'sent' | 'empty' | 'stopped' | 'rests'; done: Delivery['done'] }> {
  const { edition } = delivery;
  const { deliverer, deliveries, compose } = deps;
  const view = delivery.view ?? (await compose(edition));
  let { done } = delivery;
  if (view === undefined) return { said: 'empty', done };
  if (delivery.view === null) await deliveries.note(edition.id, { view, done });
  const remember = async () => await deps.remember?.(to, view).catch(deps.report);
  const begin = () => assertMayContinue(subscription, deps);
  const sent = async (part: number, messages: readonly string[]): Promise<void> => {
    done = [...done.slice(0, part), messages];
    await deliveries.note(edition.id, { view, done });
  };
  const { id, language, silent, forFollowers } = edition;
  // Its view is kept before anything of it is sent.
  const earlier = delivery.view === null ? {} : { triedSince: new Date(delivery.addedAt) };
  try {
    await deliverer.deliver(to, view, { id, language, silent, forFollowers, done, ...earlier, begin, sent });
  } catch (error) {
    if (error instanceof DeliveryInterrupted) return { said: error.why, done };
    if (error instanceof DeliveryError && error.arrived && delivery.reason !== FOLLOWERS) await remember();
    throw error;
  }
  // What arrived long ago is not what the chat was shown last.
  if (delivery.reason !== FOLLOWERS) await remember();
  return { said: 'sent', done };
}

/** What is not tried any more, and why. */
class GivenUp extends DeliveryError {
  override readonly name = 'GivenUp';

  constructor(id: string, failure: DeliveryError) {
    super(failure.reason, { cause: failure });
    this.message = `${id} is given up. ${failure.message}`;
  }
}

interface Failed {
  delivery: Delivery;
  subscription: Subscription;
  failure: DeliveryError;
}

async function act(
  reaction: RetryDecision,
  { delivery, subscription, failure }: Failed,
  deps: DeliverDeps,
): Promise<void> {
  const { deliveries, subscriptions, now } = deps;
  const { id } = delivery.edition;
  const reason = failureReason(failure);
  switch (reaction.kind) {
    case 'again':
      return await deliveries.again(id, { at: reaction.at, reason, tries: reaction.tries });
    case 'follow': {
      const there = { ...subscription.to, chat: reaction.movedTo };
      await subscriptions.move(subscription.to, there);
      await deliveries.move(subscription.to, there);
      return await deliveries.again(id, { at: now(), reason, tries: 1 });
    }
    case 'settle':
      await settle(delivery.edition, { outcome: 'sent', reason }, deps);
      return deps.report(new GivenUp(id, failure));
    case 'fail': {
      if (reaction.park === null) await deliveries.finish(id, 'failed', { at: now(), reason });
      else await drop(delivery, await suspend(subscription.id, reaction.park, subscriptions), deps);
      // That people leave is no news for the operator.
      if (failure.reason !== 'gone') deps.report(new GivenUp(id, failure));
      return undefined;
    }
    default:
      return reaction satisfies never;
  }
}
