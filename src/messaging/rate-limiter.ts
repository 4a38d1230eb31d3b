import type { Clock } from '../clock.ts';
import { createSlidingWindow, type Limits, type RequestCost } from './sliding-window.ts';

/** Who waits for whom: answers to people go before pushed digests. */
export type Priority = 'answer' | 'push';

/** What a request to a platform has to wait for. */
export interface RateLimitedRequest extends RequestCost {
  priority: Priority;
}

/** Keeps requests within what a platform allows, so that it never has to say no. */
export interface RateLimiter {
  /** Resolves when the request may be sent; rejects where it is given up. */
  wait(turn: RateLimitedRequest, signal?: AbortSignal): Promise<void>;
  /** The request of a turn was answered: it had arrived by now at the latest, and counts from now on. */
  recordAnswered(turn: RateLimitedRequest): void;
  /** The platform said to wait, for this chat; where it says so of a second chat meanwhile, it means all. */
  pause(chat: string, forMs: number): void;
  /** Nothing is sent for a while. */
  pauseAll(forMs: number): void;
}

const ALL = '';
/** So many pushed messages may go out together: timers are not exact. */
const TOGETHER = 4;

interface Waiting {
  turn: RateLimitedRequest;
  order: number;
  go(): void;
}

/** Starts with nothing sent. */
export function createRateLimiter(clock: Clock, limits: Limits): RateLimiter {
  const window = createSlidingWindow(clock.nowMs, limits);
  const pausedUntil = new Map<string, number>();
  let waiting: Waiting[] = [];
  let orders = 0;
  let cancel: (() => void) | undefined;

  const spread = createSpread(clock.nowMs, limits.all.withinMs / limits.all.most);

  const readyAt = (turn: RateLimitedRequest): number =>
    Math.max(
      ...[pausedUntil.get(ALL) ?? 0, pausedUntil.get(turn.chat) ?? 0, window.freeAt(turn)],
      turn.priority === 'push' ? spread.freeAt() : 0,
    );

  function pump(): void {
    cancel?.();
    cancel = undefined;
    let next = Number.POSITIVE_INFINITY;
    const held = new Set<string>();
    waiting = waiting.toSorted(byPriority).filter(({ turn, go }) => {
      const at = readyAt(turn);
      // What is small does not slip past an album of the same chat.
      if (at <= clock.nowMs() && !held.has(turn.chat)) {
        window.recordSent(turn);
        if (turn.priority === 'push') spread.left(turn.cost);
        go();
        return false;
      }
      held.add(turn.chat);
      next = Math.min(next, Math.max(at, clock.nowMs() + 1));
      return true;
    });
    if (waiting.length > 0) cancel = clock.after(Math.max(1, next - clock.nowMs()), pump);
  }

  return {
    async wait(turn, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const entry = { turn, order: orders, go: resolve };
      const giveUp = () => {
        waiting = waiting.filter((one) => one !== entry);
        reject(new Error('The request was given up while it waited for its turn.'));
      };
      if (signal?.aborted) giveUp();
      else waiting.push(entry);
      orders += 1;
      signal?.addEventListener('abort', giveUp);
      pump();
      await promise.finally(() => signal?.removeEventListener('abort', giveUp));
    },
    recordAnswered: window.recordAnswered,
    pause: (chat, forMs) => notePause(pausedUntil, { chat, forMs, now: clock.nowMs() }),
    pauseAll: (forMs) => pausedUntil.set(ALL, Math.max(pausedUntil.get(ALL) ?? 0, clock.nowMs() + forMs)),
  };
}

/**
 * What is pushed goes out evenly and not in bursts: so there is always room soon for an answer, which would otherwise wait for
 * a whole second to pass. A virtual schedule: https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
function createSpread(nowMs: () => number, everyMs: number) {
  let due = Number.NEGATIVE_INFINITY;
  return {
    freeAt: () => due - (TOGETHER - 1) * everyMs,
    left(cost: number): void {
      due = Math.max(due, nowMs()) + cost * everyMs;
    },
  };
}

function notePause(
  until: Map<string, number>,
  { chat, forMs, now }: { chat: string; forMs: number; now: number },
): void {
  for (const [key, end] of until) if (end <= now) until.delete(key);
  const others = [...until.keys()].some((key) => key !== chat && key !== ALL);
  for (const key of others ? [chat, ALL] : [chat]) until.set(key, Math.max(until.get(key) ?? 0, now + forMs));
}

function byPriority(one: Waiting, other: Waiting): number {
  return Number(one.turn.priority === 'push') - Number(other.turn.priority === 'push') || one.order - other.order;
}
