import type { Delivery } from './delivery.ts';
import type { DeliveryError } from './delivery-error.ts';

/** What is done about a delivery that failed. */
export type RetryDecision =
  | { kind: 'again'; at: Date; tries: number }
  /** The chat has another address: the delivery goes on there. */
  | { kind: 'follow'; movedTo: string }
  /** It is given up and kept; `park` its subscription where nothing can be sent there at all. */
  | { kind: 'fail'; park: 'gone' | 'forbidden' | null }
  /** It counts as sent: only the followers of its chat do not get it. */
  | { kind: 'settle' };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** A chat may only seem to be gone, and a permission may come back: that is certain after so many tries, these far apart. */
const GONE_PAUSES = [5 * MINUTE, HOUR];
const FORBIDDEN_PAUSES = [10 * MINUTE, HOUR, 6 * HOUR];
const REFUSED_PAUSES = [MINUTE];
/** Each further try may show a part once more: few of them, far enough apart for most outages. */
const UNCLEAR_PAUSES = [10 * SECOND, 2 * MINUTE, 20 * MINUTE, 2 * HOUR];
const FIRST_BUSY_PAUSE = 2 * SECOND;
const LONGEST_BUSY_PAUSE = 10 * MINUTE;
/** A digest that is older has been overtaken by the next. */
const MOST_BUSY = 24 * HOUR;
/** So much of a pause is left to chance, that not all come back at once. */
const JITTER = 0.2;

interface Circumstances {
  now: Date;
  /** From 0 up to 1. */
  random: number;
}

type Failure = Pick<DeliveryError, 'reason' | 'retryAfterMs' | 'movedTo' | 'unclear' | 'arrived'>;

/** Why a delivery is kept that has arrived, but not at the followers of its chat. */
export const FOLLOWERS = 'followers';

/** What is kept of why a delivery did not arrive. */
export function failureReason({
  reason,
  unclear,
  arrived,
}: Pick<Failure, 'reason' | 'unclear' | 'arrived'>): DeliveryError['reason'] | 'unclear' | typeof FOLLOWERS {
  if (arrived) return FOLLOWERS;
  return unclear ? 'unclear' : reason;
}

/** Decides what a failure means for a delivery. Each kind of failure is counted by itself. */
export function decideAfterFailure(
  failure: Failure,
  delivery: Pick<Delivery, 'tries' | 'reason' | 'addedAt'>,
  { now, random }: Circumstances,
): RetryDecision {
  const { reason, retryAfterMs, movedTo, unclear, arrived } = failure;
  const tries = delivery.reason === failureReason(failure) ? delivery.tries + 1 : 1;
  const after = (pauseMs: number): RetryDecision => {
    const jitter = 1 + JITTER * (2 * random - 1);
    return { kind: 'again', at: new Date(now.getTime() + Math.round(pauseMs * jitter)), tries };
  };
  const orFail = (pauses: readonly number[], park: 'gone' | 'forbidden' | null): RetryDecision => {
    const pauseMs = pauses[tries - 1];
    return pauseMs === undefined ? { kind: 'fail', park } : after(pauseMs);
  };
  const isOld = now.getTime() - Date.parse(delivery.addedAt) >= MOST_BUSY;
  if (arrived && (reason !== 'busy' || isOld)) return { kind: 'settle' };
  switch (reason) {
    case 'busy':
      if (isOld) return { kind: 'fail', park: null };
      if (unclear) return orFail(UNCLEAR_PAUSES, null);
      // To the moment that the platform named, and no earlier.
      if (retryAfterMs !== undefined)
        return { kind: 'again', at: new Date(now.getTime() + Math.min(retryAfterMs, MOST_BUSY)), tries };
      return after(Math.min(LONGEST_BUSY_PAUSE, FIRST_BUSY_PAUSE * 2 ** (tries - 1)));
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
