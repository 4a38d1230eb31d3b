import { randomUUID } from 'node:crypto';
import type { Pace, Priority } from '../../src/chat/pace.ts';
import type { Address } from '../../src/ports.ts';
import { toBody, withMark } from './call.ts';
import type { Client } from './client.ts';
import { sendDegrading } from './degrade.ts';
import { type About, DiscordFailure } from './errors.ts';
import { findMarked } from './find-marked.ts';
import { toMark, toNonce } from './names.ts';
import { persist } from './persist.ts';
import type { Message } from './render.ts';

/** Where a message goes and how. */
export interface Envelope {
  to: Address;
  priority: Priority;
  silent?: boolean;
  /** Names the message, so that sending it again makes no second one. */
  name?: string;
}

/** Sends and edits messages in channels, without an interaction. Rejects with `DiscordFailure` only. */
export interface Outbox {
  /** The id of the message that it became. A picture that Discord refuses costs neither text nor other pictures. */
  send(message: Message, envelope: Envelope): Promise<string>;
  /** The id of the message that was sent by a name after a moment, or after another message; undefined where none is there. */
  find(name: string, to: Address, after: Date | string): Promise<string | undefined>;
  /** Puts a message in the place of another one; whether that one was still there. */
  edit(message: Message, at: { to: Address; message: string }): Promise<boolean>;
  /** Hands a message of an announcement channel on to the channels that follow it; one that was is left, as is one that was removed. */
  crosspost(message: string, to: Address): Promise<void>;
  /** Any other request that makes something in a channel, at the same pace; not repeated where its outcome is unclear. */
  makeOnce<Result>(route: `/${string}`, body: object, turn: Turn): Promise<Result>;
}

const DONE: readonly About[] = ['handed-on', 'no-message'];

type Turn = Pick<Envelope, 'to' | 'priority'>;

export function createOutbox({ client, pace }: { client: Client; pace: Pace }): Outbox {
  async function paced<Result>({ to, priority }: Turn, work: () => Promise<Result>, repeatUnclear = true) {
    const request = async (): Promise<Result> => {
      const turn = { chat: channelOf(to), priority, cost: 1 };
      await pace.wait(turn);
      return await work().finally(() => pace.arrived(turn));
    };
    return await persist(request, { repeatUnclear });
  }
  return {
    async send(message, envelope) {
      const route = `/channels/${channelOf(envelope.to)}/messages` as const;
      // One that Discord has seen in the last minutes it does not show again: so that a lost answer can be asked for again.
      const name = envelope.name ?? randomUUID();
      const sent = await sendDegrading(message, async (one) => {
        const body = { ...withMark(toBody(one, envelope), toMark(name)), nonce: toNonce(name), enforce_nonce: true };
        return await paced(envelope, () => client.call<{ id: string }>({ method: 'POST', route, body }));
      });
      return sent.id;
    },
    find: (name, to, after) =>
      findMarked(toMark(name), after, async (query) => {
        const route = `/channels/${channelOf(to)}/messages` as const;
        return await paced({ to, priority: 'push' }, () => client.call({ method: 'GET', route, query }));
      }),
    async edit(message, { to, message: id }) {
      const route = `/channels/${channelOf(to)}/messages/${id}` as const;
      try {
        await sendDegrading(message, (one) =>
          paced({ to, priority: 'answer' }, () => client.call({ method: 'PATCH', route, body: toBody(one) })),
        );
      } catch (error) {
        if (error instanceof DiscordFailure && error.about === 'no-message') return false;
        throw error;
      }
      return true;
    },
    async crosspost(message, to) {
      const route = `/channels/${channelOf(to)}/messages/${message}/crosspost` as const;
      try {
        await paced({ to, priority: 'push' }, () => client.call({ method: 'POST', route }));
      } catch (error) {
        if (!(error instanceof DiscordFailure && DONE.includes(error.about))) throw error;
      }
    },
    makeOnce: (route, body, turn) => paced(turn, () => client.call({ method: 'POST', route, body }), false),
  };
}

/** A thread is a channel of its own. */
export function channelOf({ chat, thread }: Address): string {
  return thread ?? chat;
}
