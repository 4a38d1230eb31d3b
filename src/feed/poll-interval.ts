/** What is known of a feed when its next look is chosen. */
export interface FeedHabit {
  /** When its last entries were published or first seen, newest first, in milliseconds since 1970. */
  publishedMs: readonly number[];
  nowMs: number;
  /** How often in a row it could not be read. */
  failures: number;
  /** How many readings in a row had nothing new. Unknown counts as many. */
  quietReadings?: number;
  /** What the server asked for: `Retry-After`, `Cache-Control: max-age`, `<ttl>`, the longest of them. */
  askedMs?: number;
}

/** The shortest and the longest pause between two looks, in milliseconds. */
export interface PollLimits {
  minMs: number;
  maxMs: number;
}

/** So many entries show how often a feed publishes. */
const SAMPLE = 10;
/** A look about four times for each entry finds it soon without asking in vain too often. */
const LOOKS_PER_ENTRY = 4;
/** So long after news the pause stays the shortest, however short that is. */
const EAGER_MS = 10 * 60_000;
/** How much longer each later pause without news is. */
const QUIET_GROWTH = 1.5;
const MANY = 50;
/** Of a feed with one entry or none. */
const UNKNOWN_GAP_MS = 4 * 60 * 60_000;

/**
 * The pause until the next look at a feed: the shortest for some minutes after news, which rarely come alone, and then longer
 * each time up to what the feed's usual pace asks for; longer with each failure, never less than the server asks for.
 */
export function pollInterval(habit: FeedHabit, limits: PollLimits): number {
  const { publishedMs, nowMs, failures, quietReadings = Number.POSITIVE_INFINITY, askedMs = 0 } = habit;
  const usualMs = usualGapMs({ publishedMs, nowMs }) ?? UNKNOWN_GAP_MS;
  const shortPauses = Math.max(1, Math.floor(EAGER_MS / limits.minMs));
  const longerPauses = Math.min(Math.max(0, quietReadings + 1 - shortPauses), MANY);
  const eagerMs = limits.minMs * QUIET_GROWTH ** longerPauses;
  const wantedMs = clamp(Math.min(usualMs / LOOKS_PER_ENTRY, eagerMs), limits);
  return clamp(Math.max(wantedMs * 2 ** Math.min(failures, 20), askedMs), limits);
}

/** Whether a feed has been silent for a day longer than is usual for it. */
export function isUnusuallySilent(habit: Pick<FeedHabit, 'publishedMs' | 'nowMs'>): boolean {
  const [newestMs] = habit.publishedMs;
  const gaps = gapsOf(habit.publishedMs);
  if (newestMs === undefined || gaps.length === 0) return false;
  return habit.nowMs - newestMs > Math.max(...gaps) + DAY_MS;
}

const DAY_MS = 24 * 60 * 60_000;

/** The median gap between the last entries; the time since the newest counts too, so that a feed that ends is asked less. */
function usualGapMs({ publishedMs, nowMs }: Pick<FeedHabit, 'publishedMs' | 'nowMs'>): number | undefined {
  const [newestMs] = publishedMs;
  const gaps = gapsOf(publishedMs);
  if (newestMs === undefined || gaps.length === 0) return undefined;
  const sorted = gaps.toSorted((a, b) => a - b);
  return Math.max(sorted[Math.floor(sorted.length / 2)] ?? 0, (nowMs - newestMs) / 2);
}

function gapsOf(publishedMs: readonly number[]): number[] {
  const last = publishedMs.slice(0, SAMPLE);
  return last.slice(1).map((at, index) => Math.max(0, (last[index] ?? at) - at));
}

function clamp(ms: number, { minMs, maxMs }: PollLimits): number {
  return Math.min(maxMs, Math.max(minMs, Math.round(ms)));
}
