import type { Call } from './call.ts';
import { type Refusal, refusal, type Scope } from './refusal.ts';

interface Limit {
  limit: number;
  perMs: number;
}

/** Rate limits: global, and by route for each channel, guild or interaction. */
export interface Rates {
  perSecond?: number;
  routes?: Readonly<Record<string, Limit>>;
}

type Headers = Readonly<Record<string, string>>;

/** Interactions do not count towards the global limit. */
const EXEMPT = /^\/(?:interactions|webhooks)\//;

/** Applies the rate limits, and counts requests that are repeated before `retry_after` has passed. */
export function createLimits(rates: Rates | null) {
  const buckets = new Map<string, { used: number; resetsAt: number }>();
  const held = new Map<string, number>();
  let recent: number[] = [];
  let early = 0;

  function passGlobal(call: Call, now: number): void {
    if (rates?.perSecond === undefined || EXEMPT.test(call.path)) return;
    recent = recent.filter((at) => at > now - 1000);
    const [oldest = now] = recent;
    if (recent.length >= rates.perSecond)
      throw hold(call, { retryAfter: (oldest + 1000 - now) / 1000, scope: 'global' });
    recent.push(now);
  }

  function passBucket(call: Call, now: number): Headers {
    const limit = rates?.routes?.[call.route];
    if (!limit) return {};
    const key = keyOf(call);
    const found = buckets.get(key);
    const bucket = found && found.resetsAt > now ? found : { used: 0, resetsAt: now + limit.perMs };
    buckets.set(key, bucket);
    const retryAfter = (bucket.resetsAt - now) / 1000;
    const headers = (remaining: number) => ({
      'x-ratelimit-limit': String(limit.limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(bucket.resetsAt / 1000),
      'x-ratelimit-reset-after': String(retryAfter),
      'x-ratelimit-bucket': Buffer.from(call.route).toString('hex').slice(-32),
    });
    if (bucket.used >= limit.limit) throw hold(call, { retryAfter, scope: 'user', headers: headers(0) });
    bucket.used += 1;
    return headers(limit.limit - bucket.used);
  }

  function hold(call: Call, limit: { retryAfter: number; scope: Scope; headers?: Headers }): Refusal {
    held.set(limit.scope === 'global' ? '*' : keyOf(call), Date.now() + limit.retryAfter * 1000);
    return refusal('rateLimited', limit);
  }

  return {
    /** Returns the rate limit headers of an allowed request; throws 429 otherwise. */
    pass(call: Call): Headers {
      const now = Date.now();
      passGlobal(call, now);
      return passBucket(call, now);
    },
    /** Makes the bot wait; requests in the meantime count as early. */
    hold,
    notice(call: Call): void {
      const now = Date.now();
      const isEarly = [keyOf(call), '*'].some((key) => (held.get(key) ?? 0) > now);
      if (isEarly) early += 1;
    },
    early: () => early,
  };
}

function keyOf({ route, ids }: Call): string {
  return [route, ids['channel_id'], ids['guild_id'], ids['webhook_token'], ids['interaction_token']].join(' ');
}
