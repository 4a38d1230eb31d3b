/** How many messages a request makes, and in which chat. */
export interface RequestCost {
  chat: string;
  cost: number;
}

/** At most so many messages within any period of that length. */
interface Limit {
  most: number;
  withinMs: number;
}

/** A platform's limits in total, and in one chat if it has its own limit. */
export interface Limits {
  all: Limit;
  of(chat: string): Limit | undefined;
}

const ALL = '';
const MAX_CHATS = 10_000;

/** The times of recent messages, in each chat and in all. */
export function createSlidingWindow(nowMs: () => number, limits: Limits) {
  const sent = new Map<string, number[]>();
  const sentAt = new WeakMap<RequestCost, number>();
  const limitsOf = (chat: string): [key: string, limit: Limit][] => {
    const own = limits.of(chat);
    return [[ALL, limits.all], ...(own === undefined ? [] : [[chat, own] satisfies [string, Limit]])];
  };
  return {
    /** When there is room for a request. */
    freeAt: ({ chat, cost }: RequestCost): number =>
      Math.max(...limitsOf(chat).map(([key, limit]) => roomAt(sent.get(key), limit, cost))),
    recordSent(request: RequestCost): void {
      const now = nowMs();
      sentAt.set(request, now);
      for (const [key, { withinMs }] of limitsOf(request.chat)) {
        const recent = (sent.get(key) ?? []).filter((at) => at > now - withinMs);
        sent.set(key, [...recent, ...repeat(now, request.cost)]);
      }
      if (sent.size <= MAX_CHATS) return;
      for (const [chat, times] of sent) {
        const withinMs = Math.max(...limitsOf(chat).map(([, limit]) => limit.withinMs));
        if (times.every((at) => at <= now - withinMs)) sent.delete(chat);
      }
    },
    /** It arrived by now at the latest, and counts from now on. */
    recordAnswered(request: RequestCost): void {
      const from = sentAt.get(request);
      if (from === undefined) return;
      sentAt.delete(request);
      for (const [key] of limitsOf(request.chat)) {
        sent.set(key, moveTimes(sent.get(key) ?? [], { from, to: nowMs(), cost: request.cost }));
      }
    },
  };
}

/** When a request that makes so many messages fits in. */
function roomAt(times: readonly number[] | undefined, { most, withinMs }: Limit, cost: number): number {
  const last = times?.at(Math.min(0, cost - most) - 1);
  return last === undefined ? 0 : last + withinMs;
}

/** Moves the times of one request. */
function moveTimes(times: readonly number[], { from, to, cost }: { from: number; to: number; cost: number }): number[] {
  const at = times.indexOf(from);
  if (at < 0) return [...times];
  return [...times.slice(0, at), ...times.slice(at + cost), ...repeat(to, cost)];
}

function repeat(time: number, times: number): number[] {
  return Array.from({ length: times }, () => time);
}
