/** What a request sends, and where. */
export interface Load {
  chat: string;
  /** How many messages it makes: each picture of an album is one. */
  cost: number;
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
const MOST_CHATS = 10_000;

/** What was sent lately, to each chat and to all. */
export interface Window {
  /** When there is room for it. */
  freeAt(load: Load): number;
  left(load: Load): void;
  /** It had arrived by now at the latest, and counts from now on. */
  arrived(load: Load): void;
}

/** Starts with nothing sent. */
export function createWindow(nowMs: () => number): Window {
  const sent = new Map<string, number[]>();
  const leftAt = new WeakMap<Load, number>();
  return {
    freeAt: ({ chat, cost }) =>
      Math.max(roomAt(sent.get(ALL), GLOBAL, cost), roomAt(sent.get(chat), limitOf(chat), cost)),
    left(load) {
      const now = nowMs();
      leftAt.set(load, now);
      for (const [key, { withinMs }] of [[ALL, GLOBAL] as const, [load.chat, limitOf(load.chat)] as const]) {
        const recent = (sent.get(key) ?? []).filter((at) => at > now - withinMs);
        sent.set(key, [...recent, ...repeat(now, load.cost)]);
      }
      if (sent.size > MOST_CHATS) forgetOld(sent, now);
    },
    arrived(load) {
      const left = leftAt.get(load);
      if (left === undefined) return;
      leftAt.delete(load);
      for (const key of [ALL, load.chat]) {
        sent.set(key, later(sent.get(key) ?? [], { left, cost: load.cost, now: nowMs() }));
      }
    },
  };
}

/** When a request that makes so many messages fits in. */
function roomAt(times: readonly number[] | undefined, { most, withinMs }: Limit, cost: number): number {
  const last = times?.at(Math.min(0, cost - most) - 1);
  return last === undefined ? 0 : last + withinMs;
}

/** The times of what was sent, those of one request moved from when it left to now. */
function later(times: readonly number[], { left, cost, now }: { left: number; cost: number; now: number }): number[] {
  const at = times.indexOf(left);
  if (at < 0) return [...times];
  return [...times.slice(0, at), ...times.slice(at + cost), ...repeat(now, cost)];
}

function repeat(time: number, times: number): number[] {
  return Array.from({ length: times }, () => time);
}

function forgetOld(sent: Map<string, number[]>, now: number): void {
  for (const [chat, times] of sent) if (times.every((at) => at <= now - GROUP.withinMs)) sent.delete(chat);
}

/** Groups, supergroups and channels have negative ids. */
function limitOf(chat: string): Limit {
  return chat.startsWith('-') ? GROUP : PRIVATE;
}
