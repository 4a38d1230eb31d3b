import { ChannelType } from 'discord.js';
import type { Clock } from '../../src/clock.ts';
import { withTimeout } from '../../src/messaging/timeout.ts';
import type { StateStore } from '../../src/state-store.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { Client } from './client.ts';

/** Which channels are forums: they hold posts, each of them a thread, and no messages of their own. */
export interface Forums {
  /** Whether a channel is known as one. */
  isForum(channel: string): Promise<boolean>;
  remember(channel: string): Promise<void>;
  forget(channel: string): Promise<void>;
  /** An address, with whether its thread is a forum's post. If Discord does not answer in time, it counts as none. */
  locate(address: Address): Promise<Address>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const FORUM_MS = 400 * DAY_MS;
/** Whoever asks for something waits no longer for this. */
const MAX_LOOK_MS = 1000;
const FORUMS: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

interface ForumsDeps {
  client: Client;
  state: StateStore;
  clock: Clock;
  report(error: unknown): void;
}

/** Remembers forums in the platform's own state: a thread does not say what kind of channel it is in. */
export function createForums({ client, state, clock, report }: ForumsDeps): Forums {
  const note = (channel: string) => state.set(`forum:${channel}`, true, FORUM_MS);

  async function look(channel: string): Promise<boolean> {
    const known = await state.get<boolean>(`forum:${channel}`);
    if (known !== undefined) return known;
    const { type } = await client.call<{ type: ChannelType }>({ method: 'GET', route: `/channels/${channel}` });
    if (FORUMS.includes(type)) await note(channel);
    else await state.set(`forum:${channel}`, false, DAY_MS);
    return FORUMS.includes(type);
  }

  return {
    remember: note,
    forget: (channel) => state.delete(`forum:${channel}`),
    isForum: async (channel) => (await state.get<boolean>(`forum:${channel}`)) === true,
    async locate(address) {
      if (address.thread === undefined || address.server === undefined) return address;
      const looked = look(address.chat).catch(report);
      return (await withTimeout(looked, MAX_LOOK_MS, clock)) === true ? { ...address, forum: true } : address;
    },
  };
}
