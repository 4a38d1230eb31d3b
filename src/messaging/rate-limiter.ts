import type { Clock } from '../clock.ts';
import { createSlidingWindow, type Limits, type RequestCost } from './sliding-window.ts';

/** Answers to people go before pushed digests. */
export type Priority = 'answer' | 'push';

/** A request that waits until its limits allow it. */
export interface RateLimitedRequest extends RequestCost {
  priority: Priority;
}

/** Keeps requests within a platform's limits, so that it does not refuse them. */
export interface RateLimiter {
  /** Resolves when the request may be sent; rejects if the signal aborts first. */
  wait(turn: RateLimitedRequest, signal?: AbortSignal): Promise<void>;
  /** The request was answered: it arrived by now at the latest, and counts from now on. */
  recordAnswered(turn: RateLimitedRequest): void;
  /** The platform asked for a delay in this chat. If it asks in a second chat meanwhile, all chats pause. */
  pause(chat: string, forMs: number): void;
  /** Nothing is sent for a while. */
  pauseAll(forMs: number): void;
}

const ALL = '';
/** So many pushed messages may go out at once: timers are not exact. */
const MAX_BURST = 4;

interface Waiting {
  turn: RateLimitedRequest;
  order: number;
  start(): void;
}

/** Starts with nothing sent. */
export function createRateLimiter(clock: Clock, limits: Limits): RateLimiter {
  const window = createSlidingWindow(clock.nowMs, limits);
  const pushes = createCellRate(clock.nowMs, limits.all.withinMs / limits.all.most);
  const pausedUntil = new Map<string, number>();
  let waiting: Waiting[] = [];
  let orders = 0;
  let cancel: (() => void) | undefined;

  const readyAt = (turn: RateLimitedRequest): number =>
    Math.max(
      ...[pausedUntil.get(ALL) ?? 0, pausedUntil.get(turn.chat) ?? 0, window.freeAt(turn)],
      turn.priority === 'push' ? pushes.freeAt() : 0,
    );

  function startReady(): void {
    cancel?.();
    cancel = undefined;
    let next = Number.POSITIVE_INFINITY;
    const blockedChats = new Set<string>();
    waiting = waiting.toSorted(byPriority).filter(({ turn, start }) => {
      const at = readyAt(turn);
      // A small request does not overtake an album of the same chat.
      if (at <= clock.nowMs() && !blockedChats.has(turn.chat)) {
        window.recordSent(turn);
        if (turn.priority === 'push') pushes.recordSent(turn.cost);
        start();
        return false;
      }
      blockedChats.add(turn.chat);
      next = Math.min(next, Math.max(at, clock.nowMs() + 1));
      return true;
    });
    if (waiting.length > 0) cancel = clock.after(Math.max(1, next - clock.nowMs()), startReady);
  }

  return {
    async wait(turn, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const entry = { turn, order: orders, start: resolve };
      const abort = () => {
        waiting = waiting.filter((one) => one !== entry);
        reject(new Error('The request was given up while it waited for its turn.'));
      };
      if (signal?.aborted) abort();
      else waiting.push(entry);
      orders += 1;
      signal?.addEventListener('abort', abort);
      startReady();
      await promise.finally(() => signal?.removeEventListener('abort', abort));
    },
    recordAnswered: window.recordAnswered,
    pause: (chat, forMs) => extendPause(pausedUntil, { chat, forMs, now: clock.nowMs() }),
    pauseAll: (forMs) => pausedUntil.set(ALL, Math.max(pausedUntil.get(ALL) ?? 0, clock.nowMs() + forMs)),
  };
}

/**
 * Spreads pushed messages evenly, so that an answer soon finds room and does not wait for a whole second to pass:
 * https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
function createCellRate(nowMs: () => number, intervalMs: number) {
  let theoreticalArrival = Number.NEGATIVE_INFINITY;
  return {
    freeAt: () => theoreticalArrival - (MAX_BURST - 1) * intervalMs,
    recordSent(cost: number): void {
      theoreticalArrival = Math.max(theoreticalArrival, nowMs()) + cost * intervalMs;
    },
  };
}

function extendPause(
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

interface RateLimitOptions {
  limiter: RateLimiter;
  turn: RateLimitedRequest;
  /** Aborts the wait. */
  signal?: AbortSignal | undefined;
}

/** Makes a request as soon as the limiter allows it. */
export async function withRateLimit<Result>(
  request: () => Promise<Result>,
  { limiter, turn, signal }: RateLimitOptions,
): Promise<Result> {
  await limiter.wait(turn, signal);
  return await request().finally(() => limiter.recordAnswered(turn));
}
