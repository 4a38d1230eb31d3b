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

/** What counts against a limit: messages under way, and the times of answers, oldest first. */
interface Count {
  inFlight: number;
  answered: readonly number[];
  withinMs: number;
}

const MAX_NAMES = 10_000;
const NOTHING: Omit<Count, 'withinMs'> = { inFlight: 0, answered: [] };

/**
 * Counts messages by the names of their limits. A message arrives at some time between its start and its answer, so it counts
 * from its start until a whole period after its answer. So no period has too many, however long the process or the network stalls.
 */
export function createSlidingWindow(nowMs: () => number) {
  const counts = new Map<string, Count>();
  const recentOf = ([name, { withinMs }]: NamedLimit): Count => {
    const { inFlight, answered } = counts.get(name) ?? NOTHING;
    return { inFlight, answered: answered.filter((at) => at > nowMs() - withinMs), withinMs };
  };
  const change = (named: NamedLimit, cost: number, answeredNow: readonly number[]): void => {
    const { inFlight, answered, withinMs } = recentOf(named);
    counts.set(named[0], { inFlight: inFlight + cost, answered: [...answered, ...answeredNow], withinMs });
  };

  function forgetOld(): void {
    if (counts.size <= MAX_NAMES) return;
    for (const [name, { inFlight, answered, withinMs }] of counts) {
      if (inFlight === 0 && answered.every((at) => at <= nowMs() - withinMs)) counts.delete(name);
    }
  }

  return {
    /** When there is room for so many messages within one limit; infinite if that depends on an answer. */
    freeAt: ([name, { most, withinMs }]: NamedLimit, cost: number): number => {
      const { inFlight, answered } = counts.get(name) ?? NOTHING;
      // A request larger than the limit goes when nothing else counts.
      const places = Math.max(0, most - cost) - inFlight;
      if (places < 0) return Number.POSITIVE_INFINITY;
      return (answered.at(-places - 1) ?? Number.NEGATIVE_INFINITY) + withinMs;
    },
    /** How many messages count against a limit. */
    held(named: NamedLimit): number {
      const { inFlight, answered } = recentOf(named);
      return inFlight + answered.length;
    },
    /** Counts a request that starts now. Returns what to call once it is answered or given up. */
    start({ cost, limits }: CountedRequest): () => void {
      for (const named of limits) change(named, cost, []);
      forgetOld();
      return () => {
        const times = Array.from({ length: cost }, nowMs);
        for (const named of limits) change(named, -cost, times);
      };
    },
  };
}
