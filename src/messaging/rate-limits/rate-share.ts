import type { Limit } from './sliding-window.ts';

/** What a rate limiter needs of a rate now. */
export interface RateDemand {
  /** Messages that wait. */
  waiting: number;
  /** Messages that are under way, or were answered within the last period. */
  held: number;
}

/** Who uses a share of a rate. */
export interface RateUser {
  demand(): RateDemand;
  /** Called when the share has changed. */
  onChange(): void;
  /** Called when another process may have taken over what is being delivered, before there is a new share. */
  onLost(): void;
}

/** The part of a rate that this process may use now. */
export interface RateShare {
  /** At most so many messages within any period of the limit's length. */
  most(): number;
  /** Whether so many messages at once may be sent; false if a larger share is on its way. */
  covers(cost: number): boolean;
  /** Messages wait: asks for what they need. */
  request(): void;
}

/** Joins the users of a rate. */
export type ShareRate = (limit: Limit, user: RateUser) => RateShare;

/** A process that has a rate for itself. */
export const wholeRate: ShareRate = ({ most }) => ({
  most: () => most,
  covers: () => true,
  request: () => undefined,
});

/** How much of a rate one process needs. */
export interface RateNeed {
  id: string;
  wants: number;
}

/** So many messages a process may always send, so that nobody waits for a first answer. */
const MIN_SHARE = 1;

/**
 * Divides a rate among processes, to the last message: each gets what it wants, or else as much as the others. What is left
 * belongs to nobody until somebody wants it.
 */
export function divideRate(total: number, needs: readonly RateNeed[]): ReadonlyMap<string, number> {
  const base = Math.min(MIN_SHARE, Math.floor(total / Math.max(1, needs.length)));
  const shares = new Map(needs.map(({ id }) => [id, base]));
  let rest = total - base * needs.length;
  // Those who want least are served first, and leave the most for the others.
  const hungry = needs.filter(({ wants }) => wants > base).toSorted((a, b) => a.wants - b.wants || compare(a.id, b.id));
  for (const [at, { id, wants }] of hungry.entries()) {
    const more = Math.min(wants - base, Math.floor(rest / (hungry.length - at)));
    shares.set(id, base + more);
    rest -= more;
  }
  return shares;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
