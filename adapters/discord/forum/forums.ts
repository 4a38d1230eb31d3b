import { ChannelType } from 'discord.js';
import { withTimeout } from '../../../src/clock.ts';
import type { Address } from '../../../src/subscription/address.ts';
import { type AnswerShape, isObject } from '../answer-shapes.ts';
import type { ApiContext } from '../context.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const FORUM_MS = 400 * DAY_MS;
/** A user does not wait longer than this to learn what a channel is. */
const LOOKUP_TIMEOUT_MS = 1000;
const FORUM_TYPES: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

const isChannel: AnswerShape = (answer) => isObject(answer) && typeof answer['type'] === 'number';

export type Forums = ReturnType<typeof createForums>;

/** Stores which channels are forums: they contain posts, each of them a thread, and no messages of their own. */
export function createForums({ client, state, clock, report }: ApiContext) {
  const key = (channel: string) => `forum:${channel}`;
  const remember = (channel: string) => state.set(key(channel), true, FORUM_MS);

  async function lookUp(channel: string): Promise<boolean> {
    const known = await state.get<boolean>(key(channel));
    if (known !== undefined) return known;
    const { type } = await client.call<{ type: ChannelType }>({
      method: 'GET',
      route: `/channels/${channel}`,
      expects: isChannel,
    });
    const isForum = FORUM_TYPES.includes(type);
    await (isForum ? remember(channel) : state.set(key(channel), false, DAY_MS));
    return isForum;
  }

  return {
    remember,
    forget: (channel: string) => state.delete(key(channel)),
    /** Whether a channel is known to be a forum. */
    isForum: async (channel: string) => (await state.get<boolean>(key(channel))) === true,
    /** An address, with whether its thread is a forum's post. If Discord does not answer in time, it is not marked as one. */
    async locate(address: Address): Promise<Address> {
      if (address.thread === undefined || address.server === undefined) return address;
      const isForum = await withTimeout(lookUp(address.chat).catch(report), LOOKUP_TIMEOUT_MS, clock);
      return isForum === true ? { ...address, forum: true } : address;
    },
  };
}
