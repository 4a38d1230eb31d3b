/** Who waits for whom: answers to people go before pushed digests. */
export type Priority = 'answer' | 'push';

/** What a request to Telegram has to wait for. */
export interface Turn {
  chat: string;
  priority: Priority;
  /** How many messages it makes: each picture of an album is one. */
  cost: number;
}

/** Keeps requests within what Telegram allows, so that it never has to say no. */
export interface Pace {
  /** Resolves when the request may be sent; rejects where it is given up. */
  wait(turn: Turn, signal?: AbortSignal): Promise<void>;
  /** The request of a turn was answered: it had arrived by now at the latest, and counts from now on. */
  arrived(turn: Turn): void;
  /** Telegram said to wait, for this chat; where it says so of a second chat meanwhile, it means all. */
  pause(chat: string, forMs: number): void;
}

/** Time, passed in. `after` calls once, later, and gives what takes that back. */
export interface Clock {
  nowMs(): number;
  after(delayMs: number, call: () => void): () => void;
}

interface Limit {
  most: number;
  withinMs: number;
}

/**
 * What Telegram asks of bots (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this), with a
 * little more time: clocks do not run as evenly as that.
 */
const GLOBAL: Limit = { most: 30, withinMs: 1020 };
const PRIVATE: Limit = { most: 1, withinMs: 1020 };
const GROUP: Limit = { most: 20, withinMs: 60_500 };
const ALL = '';

interface Waiting extends Turn {
  turn: Turn;
  order: number;
  go(): void;
}

/** Starts with nothing sent. */
export function createPace(clock: Clock): Pace {
  const sent = new Map<string, number[]>();
  const leftAt = new WeakMap<Turn, number>();
  const pausedUntil = new Map<string, number>();
  let waiting: Waiting[] = [];
  let orders = 0;
  let cancel: (() => void) | undefined;

  const readyAt = ({ chat, cost }: Turn): number =>
    Math.max(
      pausedUntil.get(ALL) ?? 0,
      pausedUntil.get(chat) ?? 0,
      freeAt(sent.get(ALL), GLOBAL, cost),
      freeAt(sent.get(chat), isGroup(chat) ? GROUP : PRIVATE, cost),
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

  function note({ turn, chat, cost }: Waiting): void {
    const now = clock.nowMs();
    leftAt.set(turn, now);
    for (const [key, limit] of [[ALL, GLOBAL] as const, [chat, isGroup(chat) ? GROUP : PRIVATE] as const]) {
      const recent = (sent.get(key) ?? []).filter((at) => at > now - limit.withinMs);
      sent.set(key, [...recent, ...Array.from({ length: cost }, () => now)]);
    }
    if (sent.size > MOST_CHATS) forgetOld(sent, now);
  }

  return {
    wait(turn, signal) {
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          waiting = waiting.filter((one) => one !== entry);
          reject(new Error('The request was given up while it waited for its turn.'));
          pump();
        };
        const go = () => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        };
        const entry: Waiting = { ...turn, turn, order: orders, go };
        if (signal?.aborted) return giveUp();
        orders += 1;
        waiting.push(entry);
        signal?.addEventListener('abort', giveUp);
        pump();
      });
    },
    arrived(turn) {
      const left = leftAt.get(turn);
      if (left === undefined) return;
      leftAt.delete(turn);
      for (const key of [ALL, turn.chat])
        sent.set(key, later(sent.get(key) ?? [], { left, ...turn, now: clock.nowMs() }));
    },
    pause: (chat, forMs) => notePause(pausedUntil, { chat, forMs, now: clock.nowMs() }),
  };
}

/** The times of what was sent, those of one request moved from when it left to now. */
function later(times: readonly number[], { left, cost, now }: { left: number; cost: number; now: number }): number[] {
  const at = times.indexOf(left);
  if (at < 0) return [...times];
  return [...times.slice(0, at), ...times.slice(at + cost), ...Array.from({ length: cost }, () => now)];
}

function notePause(
  until: Map<string, number>,
  { chat, forMs, now }: { chat: string; forMs: number; now: number },
): void {
  for (const [key, end] of until) if (end <= now) until.delete(key);
  const others = [...until.keys()].some((key) => key !== chat && key !== ALL);
  for (const key of others ? [chat, ALL] : [chat]) until.set(key, Math.max(until.get(key) ?? 0, now + forMs));
}

const MOST_CHATS = 10_000;

function forgetOld(sent: Map<string, number[]>, now: number): void {
  for (const [chat, times] of sent) if (times.every((at) => at <= now - GROUP.withinMs)) sent.delete(chat);
}

/** When a request that makes so many messages fits into the window. */
function freeAt(times: readonly number[] | undefined, { most, withinMs }: Limit, cost: number): number {
  const last = times?.at(Math.min(0, cost - most) - 1);
  return last === undefined ? 0 : last + withinMs;
}

/** Groups, supergroups and channels have negative ids. */
function isGroup(chat: string): boolean {
  return chat.startsWith('-');
}

function byPriority(one: Waiting, other: Waiting): number {
  return Number(one.priority === 'push') - Number(other.priority === 'push') || one.order - other.order;
}
