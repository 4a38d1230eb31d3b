import type { Clock } from '../../clock.ts';
import { ALL, limitsOf } from './fair-shares.ts';
import { createPauses } from './pauses.ts';
import { type RateShare, type ShareRate, wholeRate } from './rate-share.ts';
import { type CountedRequest, createSlidingWindow, type Limits } from './sliding-window.ts';
import { TurnLost } from './turn-lost.ts';

/** Answers to people go before pushed digests, and these before revisions of digests that were sent. */
export type Priority = 'answer' | 'push' | 'revision';

/** A request that waits until its limits allow it. */
export interface RateLimitedRequest {
  chat: string;
  priority: Priority;
  /** How many messages it makes. */
  cost: number;
  /** The person who is answered. */
  by?: string;
}

/** Keeps requests within a platform's limits, so that it does not refuse them. */
export interface RateLimiter {
  /** Resolves when the request may be sent; rejects if the signal aborts first, or with `TurnLost`. */
  wait(turn: RateLimitedRequest, signal?: AbortSignal): Promise<void>;
  /** The request was answered: it arrived by now at the latest, and counts from now on. */
  recordAnswered(turn: RateLimitedRequest): void;
  /** The platform asked for a delay in this chat. If it asks in a second chat meanwhile, all chats pause. */
  pause(chat: string, forMs: number): void;
  /** Nothing is sent for a while. */
  pauseAll(forMs: number): void;
}

/** The lowest goes first. */
const RANKS: Readonly<Record<Priority, number>> = { answer: 0, push: 1, revision: 2 };
/** So many pushed messages may go out at once: timers are not exact. */
const MAX_BURST = 4;
/** A push that has waited for so long goes before later answers in its chat. */
const PUSH_PATIENCE_MS = 3000;

interface Waiting extends CountedRequest {
  turn: RateLimitedRequest;
  order: number;
  sinceMs: number;
  /** Settles the wait. */
  ready: PromiseWithResolvers<void>;
}

/** The limits, with the share of this process as the limit of all chats. */
function withShare({ all, of }: Limits, share: RateShare): Limits {
  const { withinMs } = all;
  return {
    all: {
      withinMs,
      get most() {
        return share.most();
      },
    },
    of,
  };
}

/** Starts with nothing sent. With `shareRate`, it uses its share of the limit of all chats. */
export function createRateLimiter(clock: Clock, given: Limits, shareRate: ShareRate = wholeRate): RateLimiter {
  const window = createSlidingWindow(clock.monotonicMs);
  const share = shareRate(given.all, {
    demand: () => ({ waiting: sumOf(waiting), recent: window.recent([ALL, given.all]) }),
    onChange: () => startReady(),
    onLost() {
      waiting = giveUpDeliveries(waiting);
    },
  });
  const limits = withShare(given, share);
  const pushes = createCellRate(clock.monotonicMs, () => limits.all.withinMs / Math.max(1, limits.all.most));
  const pauses = createPauses(clock.monotonicMs);
  const started = new WeakMap<RateLimitedRequest, CountedRequest>();
  let waiting: Waiting[] = [];
  let orders = 0;
  let cancel: (() => void) | undefined;

  /** The names that a request waits for, the widest first, each with when it is free. */
  function waitsFor({ turn, cost, limits: own }: Waiting): [name: string, at: number][] {
    if (!share.covers(cost)) return [[ALL, Number.POSITIVE_INFINITY]];
    const pushAt = turn.priority === 'answer' ? 0 : pushes.freeAt();
    const named = own.map((limit): [string, number] => {
      const [name] = limit;
      return [name === ALL ? turn.chat : name, window.freeAt(limit, cost)];
    });
    return [[turn.chat, Math.max(pushAt, pauses.endOf(turn.chat))] satisfies [string, number], ...named].filter(
      ([, at]) => at > clock.monotonicMs(),
    );
  }

  function start(entry: Waiting): void {
    window.recordSent(entry);
    started.set(entry.turn, entry);
    if (entry.turn.priority !== 'answer') pushes.recordSent(entry.cost);
    entry.ready.resolve();
  }

  function startReady(): void {
    cancel?.();
    const { rest, nextAt } = startInOrder(inOrder(waiting, clock.monotonicMs()), { waitsFor, start });
    waiting = rest;
    if (waiting.length > 0) share.request();
    // A share that is on its way comes by itself.
    cancel = Number.isFinite(nextAt) ? clock.after(Math.max(1, nextAt - clock.monotonicMs()), startReady) : undefined;
  }

  return {
    async wait(turn, signal) {
      const ready = Promise.withResolvers<void>();
      const entry = toWaiting(turn, limits, { order: orders, sinceMs: clock.monotonicMs(), ready });
      waiting.push(entry);
      orders += 1;
      const settled = untilReady(entry, signal, () => {
        waiting = waiting.filter((one) => one !== entry);
      });
      startReady();
      await settled;
    },
    recordAnswered(turn) {
      const request = started.get(turn);
      if (request !== undefined) window.recordAnswered(request);
    },
    pause: pauses.pause,
    pauseAll: pauses.pauseAll,
  };
}

/** Waits for a turn; if the signal aborts first, it is forgotten, and this rejects. */
async function untilReady({ ready }: Waiting, signal: AbortSignal | undefined, forget: () => void): Promise<void> {
  const abort = () => {
    forget();
    ready.reject(new Error('The request was given up while it waited for its turn.'));
  };
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  await ready.promise.finally(() => signal?.removeEventListener('abort', abort));
}

/** Another process sends what was being delivered. Returns what people wait for. */
function giveUpDeliveries(waiting: readonly Waiting[]): Waiting[] {
  for (const { turn, ready } of waiting) if (turn.priority !== 'answer') ready.reject(new TurnLost());
  return waiting.filter(({ turn }) => turn.priority === 'answer');
}

function toWaiting(
  turn: RateLimitedRequest,
  limits: Limits,
  rest: Pick<Waiting, 'order' | 'sinceMs' | 'ready'>,
): Waiting {
  return { turn, cost: turn.cost, limits: limitsOf(turn, limits), ...rest };
}

function sumOf(waiting: readonly CountedRequest[]): number {
  return waiting.reduce((sum, { cost }) => sum + cost, 0);
}

/** Starts what waits for nothing. Returns the rest, and when the first of them may start. */
function startInOrder(
  waiting: readonly Waiting[],
  { waitsFor, start }: { waitsFor(entry: Waiting): [name: string, at: number][]; start(entry: Waiting): void },
): { rest: Waiting[]; nextAt: number } {
  let nextAt = Number.POSITIVE_INFINITY;
  // A small request does not overtake an album that waits for the same, but one that waits for its own share holds up no other.
  const taken = new Set<string>();
  const rest = waiting.filter((entry) => {
    const { turn, limits } = entry;
    const missing = waitsFor(entry);
    const narrowest = missing.at(-1);
    if (narrowest === undefined) {
      if ([turn.chat, ...limits.map(([name]) => name)].some((name) => taken.has(name))) return true;
      start(entry);
      return false;
    }
    taken.add(narrowest[0]);
    nextAt = Math.min(nextAt, Math.max(...missing.map(([, at]) => at)));
    return true;
  });
  return { rest, nextAt };
}

/**
 * Spreads pushed messages evenly, so that an answer soon finds room and does not wait for a whole second to pass:
 * https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
function createCellRate(nowMs: () => number, intervalMs: () => number) {
  let theoreticalArrival = Number.NEGATIVE_INFINITY;
  return {
    freeAt: () => theoreticalArrival - (MAX_BURST - 1) * intervalMs(),
    recordSent(cost: number): void {
      theoreticalArrival = Math.max(theoreticalArrival, nowMs()) + cost * intervalMs();
    },
  };
}

/**
 * Answers go before pushes, and these before revisions, each in the order of asking. A push that has waited long enough takes its place among the answers
 * in its chat, so that they cannot hold it up forever.
 */
function inOrder(waiting: readonly Waiting[], nowMs: number): Waiting[] {
  const answered = new Set(waiting.flatMap(({ turn }) => (turn.priority === 'answer' ? [turn.chat] : [])));
  const isImpatient = ({ turn, sinceMs }: Waiting) => answered.has(turn.chat) && nowMs - sinceMs >= PUSH_PATIENCE_MS;
  const rankOf = (entry: Waiting): number => {
    const { priority } = entry.turn;
    return priority === 'push' && isImpatient(entry) ? RANKS.answer : RANKS[priority];
  };
  const ranked = waiting.map((entry) => ({ entry, rank: rankOf(entry) }));
  return ranked.sort((a, b) => a.rank - b.rank || a.entry.order - b.entry.order).map(({ entry }) => entry);
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
