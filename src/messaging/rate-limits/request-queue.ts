import type { Priority, RateLimitedRequest } from './rate-limited-request.ts';
import type { CountedRequest, NamedLimit } from './sliding-window.ts';
import { TurnLost } from './turn-lost.ts';

/** A request that waits for its turn. */
export interface Waiting extends CountedRequest {
  turn: RateLimitedRequest;
  order: number;
  sinceMs: number;
  /** Settles the wait, with what to call once the request is answered. */
  ready: PromiseWithResolvers<() => void>;
}

/** The lowest goes first. */
const RANKS: Readonly<Record<Priority, number>> = { answer: 0, push: 1, revision: 2 };
/** A push that has waited for so long goes before later answers in its chat. */
const PUSH_PATIENCE_MS = 3000;

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

interface Gate {
  /** The names that a request waits for, the widest first, each with when it is free. */
  waitsFor(entry: Waiting): [name: string, at: number][];
  start(entry: Waiting): void;
}

/** Starts what waits for nothing. Returns the rest, and when the first of them may start. */
function startInOrder(waiting: readonly Waiting[], { waitsFor, start }: Gate): { rest: Waiting[]; nextAt: number } {
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

/** Creates the line of requests that wait for their turns, empty. */
export function createRequestQueue(nowMs: () => number) {
  let waiting: Waiting[] = [];
  let orders = 0;
  return {
    /** How many messages wait. */
    length: (): number => waiting.reduce((sum, { cost }) => sum + cost, 0),
    /** Adds a request. Resolves when it starts, with what to call once it is answered; if the signal aborts first, this rejects. */
    async add(turn: RateLimitedRequest, limits: readonly NamedLimit[], signal?: AbortSignal): Promise<() => void> {
      const ready = Promise.withResolvers<() => void>();
      const entry = { turn, cost: turn.cost, limits, order: orders, sinceMs: nowMs(), ready };
      waiting.push(entry);
      orders += 1;
      const abort = () => {
        waiting = waiting.filter((one) => one !== entry);
        ready.reject(new Error('The request was given up while it waited for its turn.'));
      };
      if (signal?.aborted) abort();
      signal?.addEventListener('abort', abort);
      return await ready.promise.finally(() => signal?.removeEventListener('abort', abort));
    },
    /** Starts what waits for nothing. Returns when the next one may start. */
    startReady(gate: Gate): number {
      const { rest, nextAt } = startInOrder(inOrder(waiting, nowMs()), gate);
      waiting = rest;
      return nextAt;
    },
    /** Rejects deliveries with `TurnLost`, since another process sends them. Answers keep waiting. */
    giveUpDeliveries(): void {
      for (const { turn, ready } of waiting) if (turn.priority !== 'answer') ready.reject(new TurnLost());
      waiting = waiting.filter(({ turn }) => turn.priority === 'answer');
    },
  };
}
