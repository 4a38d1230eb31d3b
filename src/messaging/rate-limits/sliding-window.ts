/** At most so many messages within any period of that length. */
export interface Limit {
  most: number;
  withinMs: number;
}

/** A platform's limits in total, and in one chat if it has its own limit. */
export interface Limits {
  all: Limit;
  of(chat: string): Limit | undefined;
}

/** A limit, by the name of what it counts. */
export type NamedLimit = readonly [name: string, limit: Limit];

/** A request with everything that it counts against. */
export interface CountedRequest {
  /** How many messages it makes. */
  cost: number;
  limits: readonly NamedLimit[];
}

const MAX_NAMES = 10_000;

/** The times of recent messages, by the names of the limits that they count against. */
export function createSlidingWindow(nowMs: () => number) {
  const sent = new Map<string, { times: number[]; withinMs: number }>();
  const sentAt = new WeakMap<CountedRequest, number>();
  return {
    /** When there is room for so many messages within one limit. */
    freeAt: ([name, limit]: NamedLimit, cost: number): number => roomAt(sent.get(name)?.times, limit, cost),
    /** How many messages were sent within the last period. */
    recent: ([name, { withinMs }]: NamedLimit): number =>
      (sent.get(name)?.times ?? []).filter((at) => at > nowMs() - withinMs).length,
    recordSent(request: CountedRequest): void {
      const now = nowMs();
      sentAt.set(request, now);
      for (const [name, { withinMs }] of request.limits) {
        const recent = (sent.get(name)?.times ?? []).filter((at) => at > now - withinMs);
        sent.set(name, { times: [...recent, ...repeat(now, request.cost)], withinMs });
      }
      if (sent.size <= MAX_NAMES) return;
      for (const [name, { times, withinMs }] of sent) {
        if (times.every((at) => at <= now - withinMs)) sent.delete(name);
      }
    },
    /** It arrived by now at the latest, and counts from now on. */
    recordAnswered(request: CountedRequest): void {
      const from = sentAt.get(request);
      if (from === undefined) return;
      sentAt.delete(request);
      for (const [name, { withinMs }] of request.limits) {
        const times = moveTimes(sent.get(name)?.times ?? [], { from, to: nowMs(), cost: request.cost });
        sent.set(name, { times, withinMs });
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
