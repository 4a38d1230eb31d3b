/** How long visitors wait after wrong guesses. */
export interface GuessLimit {
  /** The rest of the wait; 0 if there is none. */
  waitMs(visitor: string, now: Date): number;
  /** Counts a wrong guess. */
  count(visitor: string, now: Date): void;
  forget(visitor: string): void;
}

const FIRST_WAIT_MS = 1000;
const MAX_WAIT_MS = 60_000;
const FORGET_MS = 60 * 60 * 1000;
const MAX_VISITORS = 1000;

/** Creates the limit: each wrong guess doubles the wait, up to a minute. */
export function createGuessLimit(): GuessLimit {
  const wrong = new Map<string, { count: number; lastMs: number }>();
  return {
    waitMs(visitor, now) {
      const { count, lastMs } = wrong.get(visitor) ?? { count: 0, lastMs: 0 };
      if (count === 0) return 0;
      return Math.max(0, lastMs + Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (count - 1)) - now.getTime());
    },
    count(visitor, now) {
      const before = wrong.get(visitor);
      const isFresh = before !== undefined && now.getTime() - before.lastMs < FORGET_MS;
      // The visitor goes to the end, so that the first is the one that was quiet for longest.
      wrong.delete(visitor);
      wrong.set(visitor, { count: isFresh ? before.count + 1 : 1, lastMs: now.getTime() });
      const [oldest] = wrong.keys();
      if (wrong.size > MAX_VISITORS && oldest !== undefined) wrong.delete(oldest);
    },
    forget: (visitor) => void wrong.delete(visitor),
  };
}
