import { type Call, tooMany, toText } from './call.ts';
import type { Chat } from './model.ts';

interface Limit {
  limit: number;
  perMs: number;
}

/** Rate limits for messages: global, per private chat, per group. */
export interface Rates {
  global?: Limit;
  private?: Limit;
  group?: Limit;
}

interface Gate {
  sentAt: number[];
  closedUntil: number;
}

/** Applies the flood limits. Requests before `retry_after` has passed are refused too, and counted. */
export function createFlood(rates: Rates | null) {
  const gates = new Map<string, Gate>();
  const held = new Map<string, number>();
  let early = 0;

  function gateOf(key: string): Gate {
    const gate = gates.get(key) ?? { sentAt: [], closedUntil: 0 };
    gates.set(key, gate);
    return gate;
  }

  /** An album passes as a whole if there is room for one of its messages. */
  function pass(chat: Chat, cost: number): void {
    if (rates === null) return;
    const limits: [Gate, Limit | undefined][] = [
      [gateOf('global'), rates.global],
      [gateOf(`chat ${chat.id}`), chat.type === 'private' ? rates.private : rates.group],
    ];
    const now = Date.now();
    const closedUntil = Math.max(...limits.map(([gate]) => gate.closedUntil));
    if (closedUntil > now) {
      early += 1;
      throw tooMany(toWholeSeconds(closedUntil - now));
    }
    for (const [gate, limit] of limits) if (limit) close(gate, limit, now);
    for (const [gate] of limits) gate.sentAt.push(...Array.from({ length: cost }, () => now));
  }

  return {
    pass,
    /** Records an injected 429, so that early requests are counted. */
    hold: (call: Call, retryAfter: number) => held.set(kindOf(call), Date.now() + retryAfter * 1000),
    notice(call: Call): void {
      if ((held.get(kindOf(call)) ?? 0) > Date.now()) early += 1;
    },
    early: () => early,
  };
}

function close(gate: Gate, { limit, perMs }: Limit, now: number): void {
  gate.sentAt = gate.sentAt.filter((at) => at > now - perMs);
  const [oldest] = gate.sentAt;
  if (oldest === undefined || gate.sentAt.length < limit) return;
  const retryAfter = toWholeSeconds(oldest + perMs - now);
  gate.closedUntil = now + retryAfter * 1000;
  throw tooMany(retryAfter);
}

function toWholeSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}

function kindOf({ method, params }: Call): string {
  return `${method} ${toText(params['chat_id'])}`;
}
