import type { Clock } from '../../clock.ts';
import { createCellRate } from './cell-rate.ts';
import { ALL, limitsOf } from './fair-shares.ts';
import { createPauses } from './pauses.ts';
import type { RateLimitedRequest } from './rate-limited-request.ts';
import { type RateShare, type ShareRate, wholeRate } from './rate-share.ts';
import { createRequestQueue, type Waiting } from './request-queue.ts';
import { createSlidingWindow, type Limit, type Limits } from './sliding-window.ts';

/** Keeps requests within a platform's limits, so that it does not refuse them. */
export interface RateLimiter {
  /**
   * Resolves when the request may be sent, with a function to call once it is answered or given up: until then, it may arrive at
   * any time. Rejects if the signal aborts first, or with `TurnLost`.
   */
  wait(turn: RateLimitedRequest, signal?: AbortSignal): Promise<() => void>;
  /** The platform asked for a delay in this chat. If it asks in a second chat meanwhile, all chats pause. */
  pause(chat: string, forMs: number): void;
  /** Nothing is sent for a while. */
  pauseAll(forMs: number): void;
}

/** The limit of all chats, as far as this process may use it. */
function toOwnLimit({ withinMs }: Limit, share: RateShare): Limit {
  return {
    withinMs,
    get most() {
      return share.most();
    },
  };
}

/** Starts with nothing sent. With `shareRate`, it uses its share of the limit of all chats. */
export function createRateLimiter(clock: Clock, given: Limits, shareRate: ShareRate = wholeRate): RateLimiter {
  const nowMs = clock.monotonicMs;
  const window = createSlidingWindow(nowMs);
  const line = createRequestQueue(nowMs);
  const share = shareRate(given.all, {
    demand: () => ({ waiting: line.length(), held: window.held([ALL, given.all]) }),
    onChange: () => startReady(),
    onLost: line.giveUpDeliveries,
  });
  const limits = { ...given, all: toOwnLimit(given.all, share) };
  const pushes = createCellRate(nowMs, limits.all);
  const pauses = createPauses(nowMs);
  let cancel: (() => void) | undefined;

  function waitsFor({ turn, cost, limits: own }: Waiting): [name: string, at: number][] {
    if (!share.covers(cost)) return [[ALL, Number.POSITIVE_INFINITY]];
    const pushAt = turn.priority === 'answer' ? 0 : pushes.freeAt();
    const named = own.map((limit): [string, number] => {
      const [name] = limit;
      return [name === ALL ? turn.chat : name, window.freeAt(limit, cost)];
    });
    return [[turn.chat, Math.max(pushAt, pauses.endOf(turn.chat))] satisfies [string, number], ...named].filter(
      ([, at]) => at > nowMs(),
    );
  }

  function start(entry: Waiting): void {
    const end = window.start(entry);
    if (entry.turn.priority !== 'answer') pushes.recordSent(entry.cost);
    entry.ready.resolve(() => {
      end();
      startReady();
    });
  }

  function startReady(): void {
    cancel?.();
    const nextAt = line.startReady({ waitsFor, start });
    if (line.length() > 0) share.request();
    // What waits for an answer or a larger share needs no timer: both call this.
    cancel = Number.isFinite(nextAt) ? clock.after(Math.max(1, nextAt - nowMs()), startReady) : undefined;
  }

  return {
    async wait(turn, signal) {
      const started = line.add(turn, limitsOf(turn, limits), signal);
      startReady();
      return await started;
    },
    pause: pauses.pause,
    pauseAll: pauses.pauseAll,
  };
}
