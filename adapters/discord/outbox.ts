import { randomUUID } from 'node:crypto';
import type { Priority } from '../../src/messaging/rate-limiter.ts';
import type { Address } from '../../src/subscription/address.ts';
import { withId } from './answer-shapes.ts';
import type { ApiRequest } from './client.ts';
import type { ApiContext } from './context.ts';
import { hasKind, toUnclearDelivery } from './errors.ts';
import { findMessage } from './find-message.ts';
import { toBody, toComponentId, toNonce, withComponentId } from './message-body.ts';
import type { Message } from './render/render.ts';
import { retryRequest } from './retry.ts';
import { type FallbackOptions, sendWithFallbacks } from './send-with-fallbacks.ts';

/** Where a message goes and how. */
export interface Envelope extends FallbackOptions {
  to: Address;
  priority: Priority;
  silent?: boolean;
  /** Identifies the message, so that sending it again makes no second one. */
  name?: string;
  /** The id after which an earlier try may have sent it; undefined if there was no earlier try. */
  mayFollow?: string | undefined;
}

export type Outbox = ReturnType<typeof createOutbox>;

/** Sends and edits messages in channels, without an interaction. Rejects with `DiscordFailure` only. */
export function createOutbox({ client, clock }: ApiContext) {
  const call = <Result>(request: ApiRequest, repeatUnclear = true): Promise<Result> =>
    retryRequest(() => client.call<Result>(request), { clock, repeatUnclear });

  /** Looks for a message that an earlier try may have sent; nothing to look for if there was none. */
  async function findEarlier(componentId: number, { to, mayFollow }: Envelope) {
    if (mayFollow === undefined) return { id: undefined, isSearched: true };
    const channel = `/channels/${channelOf(to)}` as const;
    return await findMessage(componentId, mayFollow, (path, expects, query) =>
      call({ method: 'GET', route: `${channel}${path}`, priority: 'push', expects, ...(query && { query }) }),
    );
  }

  /** The ids of the messages that it became: several if Discord does not accept it whole, none if it was deleted at once. */
  async function send(message: Message, envelope: Envelope): Promise<string[]> {
    const { to, priority, name: whole = randomUUID() } = envelope;
    const ids = await sendWithFallbacks(message, envelope, async (form, piece) => {
      const componentId = toComponentId(whole + piece);
      const { id: earlier, isSearched } = await findEarlier(componentId, envelope);
      if (earlier !== undefined) return [earlier];
      // With a nonce, repeating a request whose answer was lost makes no second message.
      const nonce = { nonce: toNonce(whole + piece), enforce_nonce: true };
      const body = { ...withComponentId(toBody(form, envelope), componentId), ...nonce };
      const route = `/channels/${channelOf(to)}/messages` as const;
      try {
        return [(await call<{ id: string }>({ method: 'POST', route, body, priority, expects: withId })).id];
      } catch (error) {
        // Discord recognised the nonce, but the message was deleted meanwhile (discord-api-docs#6647).
        if (hasKind(error, 'unknown-message')) return [];
        throw hasKind(error, 'unclear') && !isSearched ? toUnclearDelivery(error) : error;
      }
    });
    return ids.flat();
  }

  return {
    send,
    /** Replaces a message; false if it does not exist any more. */
    async edit(message: Message, { to, id }: { to: Address; id: string }): Promise<boolean> {
      const route = `/channels/${channelOf(to)}/messages/${id}` as const;
      let isEdited = false;
      try {
        await sendWithFallbacks(message, {}, async (form) => {
          if (isEdited) return await send(form, { to, priority: 'answer' });
          await call({ method: 'PATCH', route, body: toBody(form) });
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
        await call({ method: 'POST', route, priority: 'push' });
      } catch (error) {
        if (!hasKind(error, 'already-crossposted', 'unknown-message')) throw error;
      }
    },
    /** Any other request that creates something with an id; not repeated if its outcome is unclear. */
    postOnce: (route: `/${string}`, body: object, priority: Priority) =>
      call<{ id: string }>({ method: 'POST', route, body, priority, expects: withId }, false),
  };
}

/** A thread is a channel of its own. */
export function channelOf({ chat, thread }: Address): string {
  return thread ?? chat;
}
