import type { Delivery } from '../delivery.ts';
import type { DeliveryError } from '../delivery-error.ts';

/** What happens to a delivery after a failed attempt. */
export type RetryDecision =
  | { kind: 'retry'; at: Date; attempts: number }
  /** The chat has a new id: the delivery continues there. */
  | { kind: 'follow'; movedTo: string }
  /** Give up. If nothing can be sent there at all, `suspendFor` is the reason to suspend the subscription. */
  | { kind: 'fail'; suspendFor: 'gone' | 'forbidden' | null }
  /** Count it as sent: only the followers of the chat do not get it. */
  | { kind: 'complete' };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** A chat may only seem to be gone, and a permission may come back: these pauses make sure. */
const GONE_PAUSES = [5 * MINUTE, HOUR];
const FORBIDDEN_PAUSES = [10 * MINUTE, HOUR, 6 * HOUR];
const REFUSED_PAUSES = [MINUTE];
/** Each retry may show a part twice: few retries, far enough apart for most outages. */
const UNCLEAR_PAUSES = [10 * SECOND, 2 * MINUTE, 20 * MINUTE, 2 * HOUR];
const FIRST_BUSY_PAUSE = 2 * SECOND;
const MAX_BUSY_PAUSE = 10 * MINUTE;
/** After so long the next digest has overtaken this one. */
const MAX_BUSY_AGE = 24 * HOUR;
/** The random share of a pause, so that retries do not all come at once. */
const JITTER = 0.2;

interface RetryContext {
  now: Date;
  /** From 0 up to 1. */
  random: number;
}

type Failure = Pick<DeliveryError, 'reason' | 'retryAfterMs' | 'movedTo' | 'unclear' | 'arrived'>;

/** The reason of a delivery that has arrived in its chat, but not at the followers of the chat. */
export const FOLLOWERS = 'followers';

/** Names a failure as the queue records it. */
export function toFailureReason({
  reason,
  unclear,
  arrived,
}: Pick<Failure, 'reason' | 'unclear' | 'arrived'>): DeliveryError['reason'] | 'unclear' | typeof FOLLOWERS {
  if (arrived) return FOLLOWERS;
  return unclear ? 'unclear' : reason;
}

/** Decides what happens after a failed attempt. Attempts are counted for each kind of failure separately. */
export function decideAfterFailure(
  failure: Failure,
  delivery: Pick<Delivery, 'attempts' | 'failureReason' | 'addedAt'>,
  { now, random }: RetryContext,
): RetryDecision {
  const { reason, retryAfterMs, movedTo, unclear, arrived } = failure;
  const attempts = delivery.failureReason === toFailureReason(failure) ? delivery.attempts + 1 : 1;
  const after = (pauseMs: number): RetryDecision => {
    const jitter = 1 + JITTER * (2 * random - 1);
    return { kind: 'retry', at: new Date(now.getTime() + Math.round(pauseMs * jitter)), attempts };
  };
  const orFail = (pauses: readonly number[], suspendFor: 'gone' | 'forbidden' | null): RetryDecision => {
    const pauseMs = pauses[attempts - 1];
    return pauseMs === undefined ? { kind: 'fail', suspendFor } : after(pauseMs);
  };
  const isOld = now.getTime() - Date.parse(delivery.addedAt) >= MAX_BUSY_AGE;
  if (arrived && (reason !== 'busy' || isOld)) return { kind: 'complete' };
  switch (reason) {
    case 'busy':
      if (isOld) return { kind: 'fail', suspendFor: null };
      if (unclear) return orFail(UNCLEAR_PAUSES, null);
      // Exactly when the platform asked for it: no jitter, which could make it earlier.
      if (retryAfterMs !== undefined)
        return { kind: 'retry', at: new Date(now.getTime() + Math.min(retryAfterMs, MAX_BUSY_AGE)), attempts };
      return after(Math.min(MAX_BUSY_PAUSE, FIRST_BUSY_PAUSE * 2 ** (attempts - 1)));
    case 'moved':
      return movedTo === undefined ? orFail(REFUSED_PAUSES, null) : { kind: 'follow', movedTo };
    case 'gone':
      return orFail(GONE_PAUSES, 'gone');
    case 'forbidden':
      return orFail(FORBIDDEN_PAUSES, 'forbidden');
    case 'refused':
      return orFail(REFUSED_PAUSES, null);
    default:
      return reason satisfies never;
  }
}
