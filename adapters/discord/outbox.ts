import { randomUUID } from 'node:crypto';
import type { Priority } from '../../src/messaging/rate-limiter.ts';
import { withRateLimit } from '../../src/messaging/rate-limiter.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { ApiRequest } from './client.ts';
import type { ApiContext } from './context.ts';
import { hasKind } from './errors.ts';
import { findMessage } from './find-message.ts';
import { toBody, toComponentId, toNonce, withComponentId } from './message-body.ts';
import type { Message } from './render/render.ts';
import { retryRequest } from './retry.ts';
import { sendWithFallbacks } from './send-with-fallbacks.ts';

/** Where a message goes and how. */
export interface Envelope {
  to: Address;
  priority: Priority;
  silent?: boolean;
  /** Identifies the message, so that sending it again makes no second one. */
  name?: string;
  /** The moment or the message after which an earlier try may have sent it. */
  mayHaveBeenSentSince?: Date | string | undefined;
}

type Turn = Pick<Envelope, 'to' | 'priority'>;

export type Outbox = ReturnType<typeof createOutbox>;

/** Sends and edits messages in channels, without an interaction. Rejects with `DiscordFailure` only. */
export function createOutbox({ client, rateLimiter, clock }: ApiContext) {
  async function call<Result>({ to, priority }: Turn, request: ApiRequest, repeatUnclear = true): Promise<Result> {
    const turn = { chat: channelOf(to), priority, cost: 1 };
    const work = () => withRateLimit(() => client.call<Result>(request), { limiter: rateLimiter, turn });
    return await retryRequest(work, { clock, repeatUnclear });
  }

  /** The ids of the messages that it became: several if Discord does not accept it whole. */
  async function send(message: Message, envelope: Envelope): Promise<string[]> {
    const { to, mayHaveBeenSentSince: since, name: whole = randomUUID() } = envelope;
    const channel = `/channels/${channelOf(to)}` as const;
    return await sendWithFallbacks(message, async (form, piece) => {
      const componentId = toComponentId(whole + piece);
      const earlier =
        since === undefined
          ? undefined
          : await findMessage(componentId, since, (path, query) =>
              call({ to, priority: 'push' }, { method: 'GET', route: `${channel}${path}`, ...(query && { query }) }),
            );
      if (earlier !== undefined) return earlier;
      const body = withComponentId(toBody(form, envelope), componentId);
      // With a nonce, repeating a request whose answer was lost makes no second message.
      const request = { ...body, nonce: toNonce(whole + piece), enforce_nonce: true };
      const route = `${channel}/messages` as const;
      return (await call<{ id: string }>(envelope, { method: 'POST', route, body: request })).id;
    });
  }

  return {
    send,
    /** Replaces a message; false if it does not exist any more. */
    async edit(message: Message, { to, id }: { to: Address; id: string }): Promise<boolean> {
      const route = `/channels/${channelOf(to)}/messages/${id}` as const;
      const turn = { to, priority: 'answer' } as const;
      let isEdited = false;
      try {
        await sendWithFallbacks(message, async (form) => {
          if (isEdited) return await send(form, turn);
          await call(turn, { method: 'PATCH', route, body: toBody(form) });
          isEdited = true;
          return [id];
        });
        return true;
      } catch (error) {
        if (hasKind(error, 'unknown-message')) return false;
        throw error;
      }
    },
    /** Publishes a message of an announcement channel to its followers, unless it was published or deleted before. */
    async crosspost(message: string, to: Address): Promise<void> {
      const route = `/channels/${channelOf(to)}/messages/${message}/crosspost` as const;
      try {
        await call({ to, priority: 'push' }, { method: 'POST', route });
      } catch (error) {
        if (!hasKind(error, 'already-crossposted', 'unknown-message')) throw error;
      }
    },
    /** Any other request that creates something in a channel; not repeated if its outcome is unclear. */
    postOnce: <Result>(route: `/${string}`, body: object, turn: Turn) =>
      call<Result>(turn, { method: 'POST', route, body }, false),
  };
}

/** A thread is a channel of its own. */
export function channelOf({ chat, thread }: Address): string {
  return thread ?? chat;
}
