import type { Priority } from '../../src/messaging/rate-limits/rate-limited-request.ts';
import type { Address } from '../../src/subscription/address.ts';
import { withId } from './answer-shapes.ts';
import type { ApiRequest } from './client.ts';
import type { ApiContext } from './context.ts';
import { DiscordFailure, hasKind } from './errors.ts';
import type { Message } from './render/render.ts';
import { retryRequest } from './retry.ts';
import { toBody, toComponentId, toPayload, withComponentId } from './send/message-body.ts';
import { channelOf, type Envelope, sendMessage } from './send/send-message.ts';
import { sendWithFallbacks } from './send/send-with-fallbacks.ts';

export type Outbox = ReturnType<typeof createOutbox>;

/** Sends and edits messages in channels, without an interaction. Rejects with `DiscordFailure` only. */
export function createOutbox({ client, clock }: ApiContext) {
  const call = <Result>(request: ApiRequest, repeatUnclear = true): Promise<Result> =>
    retryRequest(() => client.call<Result>(request), { clock, repeatUnclear });

  const send = (message: Message, envelope: Envelope) => sendMessage(message, envelope, { client, clock });

  return {
    send,
    /** Replaces a message; false if it does not exist any more. */
    async edit(message: Message, { to, id }: { to: Address; id: string }): Promise<boolean> {
      const route = `/channels/${channelOf(to)}/messages/${id}` as const;
      let isEdited = false;
      try {
        await sendWithFallbacks(message, {}, async (form) => {
          if (isEdited) return await send(form, { to, priority: 'answer' });
          await call({ method: 'PATCH', route, ...toPayload(form) });
          isEdited = true;
          return [id];
        });
        return true;
      } catch (error) {
        if (hasKind(error, 'unknown-message')) return false;
        throw error;
      }
    },
    /**
     * Edits a pushed message, once and only while nothing else waits; in other forms if Discord refuses it, but never as several
     * messages. `name` identifies it, as when it was sent.
     */
    async revise(message: Message, { to, id, name }: { to: Address; id: string; name: string }): Promise<void> {
      const route = `/channels/${channelOf(to)}/messages/${id}` as const;
      await sendWithFallbacks(message, {}, async (form, piece) => {
        if (piece !== '')
          throw new DiscordFailure({ reason: 'refused', message: 'One message cannot hold it any more.' });
        const body = withComponentId(toBody(form), toComponentId(name));
        await client.call({ method: 'PATCH', route, body, priority: 'revision' });
      });
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
