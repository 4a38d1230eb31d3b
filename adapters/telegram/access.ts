import type { Clock } from '../../src/clock.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { Client } from './client.ts';
import { TelegramFailure } from './errors.ts';
import { callWithRetry } from './retry.ts';

interface Member {
  user: { id: number };
  status: string;
}

export type Access = ReturnType<typeof createAccess>;

/** Telegram reports a demotion only where the bot is an admin: elsewhere, so long may a demoted admin go on. */
const CACHE_MS = 5000;
const MAX_CACHED = 1000;

/**
 * Whether users may manage the bot in a chat: in private everyone, in groups its admins, in channels everybody who can post.
 * An anonymous admin speaks as the chat itself. If Telegram does not respond, nobody may.
 */
export function createAccess(context: { client: Client; clock: Clock }) {
  const cache = new Map<string, { until: number; may: boolean }>();

  async function isAdmin({ chat: chat_id }: Address, user_id: number): Promise<boolean> {
    try {
      const { status } = await callWithRetry<Member>('getChatMember', { chat_id, user_id }, context);
      return status === 'creator' || status === 'administrator';
    } catch (error) {
      if (!(error instanceof TelegramFailure && error.reason === 'refused')) throw error;
      // Only an admin bot can read any member; every bot can read the list of admins: https://core.telegram.org/bots/api#getchatmember
      const admins = await callWithRetry<Member[]>('getChatAdministrators', { chat_id }, context);
      return admins.some(({ user }) => user.id === user_id);
    }
  }

  return {
    async mayManage(at: Address, by: string): Promise<boolean> {
      if (!at.chat.startsWith('-') || by === at.chat) return true;
      if (by.startsWith('-')) return false;
      const key = `${at.chat} ${by}`;
      const cached = cache.get(key);
      if (cached !== undefined && cached.until > context.clock.monotonicMs()) return cached.may;
      const may = await isAdmin(at, Number(by));
      if (cache.size >= MAX_CACHED) cache.clear();
      cache.set(key, { until: context.clock.monotonicMs() + CACHE_MS, may });
      return may;
    },
    /** The rights of a user in a chat have changed. */
    forget: ({ chat }: Pick<Address, 'chat'>, by: string) => void cache.delete(`${chat} ${by}`),
  };
}
