/** What a request sends, and where. */
export interface RequestCost {
  chat: string;
  /** How many messages it makes. */
  cost: number;
}

/** At most so many messages within any such span. */
interface Limit {
  most: number;
  withinMs: number;
}

/** What a platform allows in all, and in one chat where that is less. */
export interface Limits {
  all: Limit;
  of(chat: string): Limit | undefined;
}

const ALL = '';
const MAX_CHATS = 10_000;

/** What was sent lately, to each chat and to all. */
export interface SlidingWindow {
  /** When there is room for it. */
  freeAt(load: RequestCost): number;
  recordSent(load: RequestCost): void;
  /** It had arrived by now at the latest, and counts from now on. */
  recordAnswered(load: RequestCost): void;
}

/** Starts with nothing sent. */
export function createSlidingWindow(nowMs: () => number, limits: Limits): SlidingWindow {
  const sent = new Map<string, number[]>();
  const leftAt = new WeakMap<RequestCost, number>();
  const limitsOf = (chat: string): [key: string, limit: Limit][] => {
    const own = limits.of(chat);
    return [[ALL, limits.all], ...(own === undefined ? [] : [[chat, own] satisfies [string, Limit]])];
  };
  return {
    freeAt: ({ chat, cost }) => Math.max(...limitsOf(chat).map(([key, limit]) => roomAt(sent.get(key), limit, cost))),
    recordSent(load) {
      const now = nowMs();
      leftAt.set(load, now);
      for (const [key, { withinMs }] of limitsOf(load.chat)) {
        const recent = (sent.get(key) ?? []).filter((at) => at > now - withinMs);
        sent.set(key, [...recent, ...repeat(now, load.cost)]);
      }
      if (sent.size <= MAX_CHATS) return;
      for (const [chat, times] of sent) {
        const withinMs = Math.max(...limitsOf(chat).map(([, limit]) => limit.withinMs));
        if (times.every((at) => at <= now - withinMs)) sent.delete(chat);
      }
    },
    recordAnswered(load) {
      const left = leftAt.get(load);
      if (left === undefined) return;
      leftAt.delete(load);
      for (const [key] of limitsOf(load.chat)) {
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
