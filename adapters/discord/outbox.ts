import { randomUUID } from 'node:crypto';
import type { Clock } from '../../src/clock.ts';
import type { Priority, RateLimiter } from '../../src/messaging/rate-limiter.ts';
import { withRateLimit } from '../../src/messaging/with-rate-limit.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { Client } from './client.ts';
import { sendWithFallbacks } from './degrade.ts';
import { hasKind } from './errors.ts';
import { findSent, type Get } from './find-sent.ts';
import { toBody, withComponentId } from './message-body.ts';
import { toComponentId, toNonce } from './nonce.ts';
import type { Message } from './render/render.ts';
import { retryRequest } from './retry.ts';

/** Where a message goes and how. */
export interface Envelope {
  to: Address;
  priority: Priority;
  silent?: boolean;
  /** Names the message, so that sending it again makes no second one. */
  name?: string;
  /** It may have been sent since this moment, or after this message, without anybody having heard of it. */
  triedSince?: Date | string | undefined;
}

/** Sends and edits messages in channels, without an interaction. Rejects with `DiscordFailure` only. */
export interface Outbox {
  /** The ids of the messages that it became: several where Discord does not take it whole. */
  send(message: Message, envelope: Envelope): Promise<string[]>;
  /** Puts a message in the place of another one; whether that one was still there. */
  edit(message: Message, at: { to: Address; message: string }): Promise<boolean>;
  /** Hands a message of an announcement channel on to the channels that follow it; one that was is left, as is one that was removed. */
  crosspost(message: string, to: Address): Promise<void>;
  /** Any other request that makes something in a channel, at the same pace; not repeated where its outcome is unclear. */
  postWithoutRetry<Result>(route: `/${string}`, body: object, turn: Turn): Promise<Result>;
}

type Turn = Pick<Envelope, 'to' | 'priority'>;

interface OutboxDeps {
  client: Client;
  pace: RateLimiter;
  clock: Pick<Clock, 'after'>;
}

export function createOutbox({ client, pace, clock }: OutboxDeps): Outbox {
  async function paced<Result>({ to, priority }: Turn, work: () => Promise<Result>, repeatUnclear = true) {
    const request = () => withRateLimit(work, { limiter: pace, turn: { chat: channelOf(to), priority, cost: 1 } });
    return await retryRequest(request, { clock, repeatUnclear });
  }
  async function send(message: Message, envelope: Envelope): Promise<string[]> {
    const channel = channelOf(envelope.to);
    const route = `/channels/${channel}/messages` as const;
    const whole = envelope.name ?? randomUUID();
    const get: Get = (path, query) =>
      paced({ ...envelope, priority: 'push' }, () =>
        client.call({ method: 'GET', route: `/channels/${channel}${path}`, ...(query && { query }) }),
      );
    return await sendWithFallbacks(message, async (one, piece) => {
      const name = whole + piece;
      const { triedSince } = envelope;
      const earlier = triedSince === undefined ? undefined : await findSent(toComponentId(name), triedSince, get);
      if (earlier !== undefined) return earlier;
      // One that Discord has seen in the last minutes it does not show again: so that a lost answer can be asked for again.
      const body = {
        ...withComponentId(toBody(one, envelope), toComponentId(name)),
        nonce: toNonce(name),
        enforce_nonce: true,
      };
      return (await paced(envelope, () => client.call<{ id: string }>({ method: 'POST', route, body }))).id;
    });
  }

  return {
    send,
    async edit(message, { to, message: id }) {
      const route = `/channels/${channelOf(to)}/messages/${id}` as const;
      const turn = { to, priority: 'answer' } as const;
      let isChanged = false;
      try {
        await sendWithFallbacks(message, async (one) => {
          if (isChanged) return await send(one, turn);
          await paced(turn, () => client.call({ method: 'PATCH', route, body: toBody(one) }));
          isChanged = true;
          return [id];
        });
      } catch (error) {
        if (hasKind(error, 'no-message')) return false;
        throw error;
      }
      return true;
    },
    async crosspost(message, to) {
      const route = `/channels/${channelOf(to)}/messages/${message}/crosspost` as const;
      try {
        await paced({ to, priority: 'push' }, () => client.call({ method: 'POST', route }));
      } catch (error) {
        if (!hasKind(error, 'handed-on', 'no-message')) throw error;
      }
    },
    postWithoutRetry: (route, body, turn) => paced(turn, () => client.call({ method: 'POST', route, body }), false),
  };
}

/** A thread is a channel of its own. */
export function channelOf({ chat, thread }: Address): string {
  return thread ?? chat;
}
