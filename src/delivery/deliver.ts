import type { Clock } from '../clock.ts';
import type { Edition } from '../digest/edition.ts';
import { StoreError } from '../library/store-error.ts';
import type { Address } from '../subscription/address.ts';
import type { SubscriptionStore } from '../subscription/store.ts';
import type { Subscription } from '../subscription/subscription.ts';
import { suspend } from '../subscription/suspend.ts';
import type { View } from '../view/view.ts';
import type { Deliverer } from './deliverer.ts';
import type { Delivery } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';
import { DeliveryLost } from './delivery-lost.ts';
import { assertMayContinue, DeliveryInterrupted } from './interruption.ts';
import { moveChat } from './move-chat.ts';
import type { DeliveryQueue } from './queue.ts';
import { recordLater } from './record-later.ts';
import { complete, drop } from './retries/end-delivery.ts';
import { GivenUp } from './retries/given-up.ts';
import { LongWait } from './retries/long-wait.ts';
import { decideAfterFailure, FOLLOWERS, type RetryDecision, toFailureReason } from './retries/retry-policy.ts';

/** A wait that the platform asks for is reported from this length on. */
const LONG_WAIT_MS = 10 * 60_000;

export interface DeliverDeps {
  deliverer: Deliverer;
  deliveries: Pick<DeliveryQueue, 'assertHeld' | 'recordProgress' | 'retryAt' | 'complete' | 'moveChat' | 'resend'>;
  subscriptions: Pick<SubscriptionStore, 'get' | 'change' | 'forChat' | 'remove' | 'moveChat'>;
  /** Composes what is sent; undefined if there are no articles and the chat wants no empty digests. */
  compose(edition: Edition): Promise<View | undefined>;
  /** Remembers what a chat was shown, so that people can type its numbers, and ask for what is new since. */
  remember?(to: Address, view: View, edition: Edition): Promise<void>;
  now(): Date;
  clock: Pick<Clock, 'after'>;
  /** From 0 up to 1. */
  random(): number;
  /** Reports bugs of the bot, and deliveries that it gives up. */
  report(error: unknown): void;
  /** Aborted when the process stops: a running delivery ends before its next part. */
  signal: AbortSignal;
}

/**
 * Sends one delivery from the first unconfirmed part on, and decides what happens if that fails. The delivery stays in the
 * queue until it has a final outcome, so after a crash it continues.
 */
export async function deliverEdition(delivery: Delivery, deps: DeliverDeps): Promise<void> {
  try {
    await attemptDelivery(delivery, deps);
  } catch (error) {
    if (!(error instanceof DeliveryLost)) throw error;
    // Whoever has it now decides what becomes of it.
    deps.report(error);
  }
}

async function attemptDelivery(delivery: Delivery, deps: DeliverDeps): Promise<void> {
  const { edition } = delivery;
  const subscription = await deps.subscriptions.get(edition.subscription);
  if (subscription?.state !== 'active') return await drop(delivery, subscription, deps);
  let current = delivery;
  let isRecorded = true;
  const recordProgress: RecordProgress = async (progress) => {
    const attempts = progress.confirmedParts.length > current.confirmedParts.length ? 0 : current.attempts;
    current = { ...current, ...progress, attempts };
    isRecorded = false;
    await deps.deliveries.recordProgress(edition.id, progress);
    isRecorded = true;
  };
  try {
    const result = await send(delivery, subscription, { ...deps, recordProgress });
    if (result === 'stopping') return;
    if (result === 'inactive') {
      const { confirmedParts } = current;
      const stored = await deps.subscriptions.get(subscription.id);
      return await drop({ edition, confirmedParts, failureReason: null }, stored, deps);
    }
    await complete(edition, { outcome: result }, deps);
  } catch (error) {
    if (error instanceof DeliveryLost) throw error;
    const failure = error instanceof DeliveryError ? error : toFailure(error, deps);
    if (!isRecorded) await recordLater(() => recordProgress(current), deps);
    const decision = decideAfterFailure(failure, current, { now: deps.now(), random: deps.random() });
    await applyDecision(decision, { delivery: current, subscription, failure }, deps);
  }
}

/**
 * A bug must not lose the delivery: it counts as refused, so it is retried once and then kept as failed. A store that cannot be
 * used comes back.
 */
function toFailure(error: unknown, { report }: DeliverDeps): DeliveryError {
  report(error);
  return new DeliveryError(error instanceof StoreError ? 'busy' : 'refused', { cause: error });
}

type RecordProgress = (progress: Pick<Delivery, 'view' | 'confirmedParts'>) => Promise<void>;

async function send(
  delivery: Delivery,
  { to }: Subscription,
  deps: DeliverDeps & { recordProgress: RecordProgress },
): Promise<'sent' | 'empty' | 'stopping' | 'inactive'> {
  const { edition } = delivery;
  const { deliverer, recordProgress, compose } = deps;
  const view = delivery.view ?? (await compose(edition));
  let { confirmedParts } = delivery;
  if (view === undefined) return 'empty';
  if (delivery.view === null) await recordProgress({ view, confirmedParts });
  const remember = async () => await deps.remember?.(to, view, edition).catch(deps.report);
  const begin = () => assertMayContinue(edition, deps);
  const sent = async (part: number, messages: readonly string[]): Promise<void> => {
    confirmedParts = [...confirmedParts.slice(0, part), messages];
    await recordProgress({ view, confirmedParts });
  };
  const { id, language, silent, forFollowers } = edition;
  // A recorded view means that an earlier attempt may have sent a part.
  const earlier = delivery.view === null ? {} : { mayHaveBeenSentSince: new Date(delivery.addedAt) };
  try {
    await deliverer.deliver(to, view, {
      id,
      language,
      silent,
      forFollowers,
      confirmedParts,
      ...earlier,
      beforePart: begin,
      onPartSent: sent,
    });
  } catch (error) {
    if (error instanceof DeliveryInterrupted) return error.why;
    if (error instanceof DeliveryError && error.arrived && delivery.failureReason !== FOLLOWERS) await remember();
    throw error;
  }
  // If only the followers were missing, the chat was shown it long ago.
  if (delivery.failureReason !== FOLLOWERS) await remember();
  return 'sent';
}

interface FailedAttempt {
  delivery: Delivery;
  subscription: Subscription;
  failure: DeliveryError;
}

async function applyDecision(
  decision: RetryDecision,
  { delivery, subscription, failure }: FailedAttempt,
  deps: DeliverDeps,
): Promise<void> {
  const { deliveries, subscriptions, now } = deps;
  const { id } = delivery.edition;
  const reason = toFailureReason(failure);
  switch (decision.kind) {
    case 'retry':
      if ((failure.retryAfterMs ?? 0) >= LONG_WAIT_MS) deps.report(new LongWait(id, decision.at, failure));
      return await deliveries.retryAt(id, { at: decision.at, reason, attempts: decision.attempts });
    case 'follow': {
      const there = { ...subscription.to, chat: decision.movedTo };
      await moveChat(subscription.to, there, { subscriptions, deliveries });
      return await deliveries.retryAt(id, { at: now(), reason, attempts: 1 });
    }
    case 'complete':
      await complete(delivery.edition, { outcome: 'sent', reason }, deps);
      return deps.report(new GivenUp(id, failure));
    case 'fail': {
      if (decision.suspendFor === null) await deliveries.complete(id, 'failed', { at: now(), reason });
      else await drop(delivery, await suspend(subscription.id, decision.suspendFor, subscriptions), deps);
      // People remove bots all the time: nothing to report.
      if (failure.reason !== 'gone') deps.report(new GivenUp(id, failure));
      return undefined;
    }
    default:
      return decision satisfies never;
  }
}
