/** Who waits for whom: answers to people go before pushed digests. */
export type Priority = 'answer' | 'push';

/** What a request to a platform has to wait for. */
export interface Turn {
  chat: string;
  priority: Priority;
  /** How many messages it makes. */
  cost: number;
}

/** Keeps requests within what a platform allows, so that it never has to say no. */
export interface Pace {
  /** Resolves when the request may be sent; rejects where it is given up. */
  wait(turn: Turn, signal?: AbortSignal): Promise<void>;
  /** The platform said to wait, for this chat; where it says so of a second chat meanwhile, it means all. */
  pause(chat: string, forMs: number): void;
  /** Nothing is sent for a while. */
  pauseAll(forMs: number): void;
}

/** Time, passed in. `after` calls once, later, and gives what takes that back. */
export interface Clock {
  nowMs(): number;
  after(delayMs: number, call: () => void): () => void;
}

/** At most so many messages within any such span. */
export interface Limit {
  most: number;
  withinMs: number;
}

/** What a platform allows in all, and in one chat where that is less. */
export interface Limits {
  all: Limit;
  of(chat: string): Limit | undefined;
}

const ALL = '';
/** Beyond so many chats, those that may be written to anyway are forgotten. */
const MOST_CHATS = 10_000;

interface Waiting extends Turn {
  order: number;
  go(): void;
}

/** Starts with nothing sent. */
export function createPace(clock: Clock, limits: Limits): Pace {
  const sent = new Map<string, number[]>();
  const pausedUntil = new Map<string, number>();
  let waiting: Waiting[] = [];
  let orders = 0;
  let cancel: (() => void) | undefined;

  const readyAt = ({ chat, cost }: Turn): number =>
    Math.max(
      pausedUntil.get(ALL) ?? 0,
      pausedUntil.get(chat) ?? 0,
      freeAt(sent.get(ALL), limits.all, cost),
      freeAt(sent.get(chat), limits.of(chat), cost),
    );

  function pump(): void {
    cancel?.();
    cancel = undefined;
    let next = Number.POSITIVE_INFINITY;
    const left: Waiting[] = [];
    const held = new Set<string>();
    for (const turn of waiting.toSorted(byPriority)) {
      const at = readyAt(turn);
      // What is small does not slip past an album of the same chat.
      if (at <= clock.nowMs() && !held.has(turn.chat)) {
        note(turn);
        turn.go();
      } else {
        left.push(turn);
        held.add(turn.chat);
        next = Math.min(next, Math.max(at, clock.nowMs() + 1));
      }
    }
    waiting = left;
    if (left.length > 0) cancel = clock.after(Math.max(1, next - clock.nowMs()), pump);
  }

  function note({ chat, cost }: Turn): void {
    const now = clock.nowMs();
    for (const [key, limit] of [[ALL, limits.all] as const, [chat, limits.of(chat)] as const]) {
      if (limit === undefined) continue;
      const recent = (sent.get(key) ?? []).filter((at) => at > now - limit.withinMs);
      sent.set(key, [...recent, ...Array.from({ length: cost }, () => now)]);
    }
    if (sent.size > MOST_CHATS) forgetOld(sent, limits, now);
  }

  return {
    wait(turn, signal) {
      return new Promise((resolve, reject) => {
        const entry: Waiting = { ...turn, order: orders, go: resolve };
        orders += 1;
        waiting.push(entry);
        signal?.addEventListener('abort', () => {
          waiting = waiting.filter((one) => one !== entry);
          reject(new Error('The request was given up while it waited for its turn.'));
        });
        pump();
      });
    },
    pause: (chat, forMs) => notePause(pausedUntil, { chat, forMs, now: clock.nowMs() }),
    pauseAll: (forMs) => pausedUntil.set(ALL, Math.max(pausedUntil.get(ALL) ?? 0, clock.nowMs() + forMs)),
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

function forgetOld(sent: Map<string, number[]>, limits: Limits, now: number): void {
  for (const [chat, times] of sent) {
    const withinMs = (chat === ALL ? limits.all : limits.of(chat))?.withinMs ?? 0;
    if (times.every((at) => at <= now - withinMs)) sent.delete(chat);
  }
}

/** When a request that makes so many messages fits into the window. */
function freeAt(times: readonly number[] | undefined, limit: Limit | undefined, cost: number): number {
  const last = limit === undefined ? undefined : times?.at(Math.min(0, cost - limit.most) - 1);
  return last === undefined || limit === undefined ? 0 : last + limit.withinMs;
}

function byPriority(one: Waiting, other: Waiting): number {
  return Number(one.priority === 'push') - Number(other.priority === 'push') || one.order - other.order;
}
