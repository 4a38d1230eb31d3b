import type { Clock } from '../../src/clock.ts';
import type { Address } from '../../src/subscription/address.ts';
import { type Client, QUICK } from './client.ts';
import { TelegramFailure } from './errors.ts';
import { retryRequest } from './retry.ts';

interface Member {
  user: { id: number };
  status: string;
}

/** How long an answer is good for: who was promoted a moment ago should not have to wait. */
const KEPT_MS = 30_000;
const MAX_KEPT = 1000;

/**
 * Whether people may manage the bot in a chat: in private everyone, in groups its admins, in channels whoever can post.
 * An anonymous admin speaks as the chat itself. Where Telegram does not answer, nobody may.
 */
export function createAccess(client: Client, clock: Clock) {
  const known = new Map<string, { until: number; may: boolean }>();

  async function ask({ chat }: Address, by: string): Promise<boolean> {
    const asked = { chat_id: chat, user_id: Number(by) };
    try {
      const { status } = await retryRequest(() => client.call<Member>('getChatMember', asked, QUICK), clock);
      return status === 'creator' || status === 'administrator';
    } catch (error) {
      if (!(error instanceof TelegramFailure && error.reason === 'refused')) throw error;
      // Only an admin bot can read any member; every bot can read the list of admins: https://core.telegram.org/bots/api#getchatmember
      const request = () => client.call<Member[]>('getChatAdministrators', { chat_id: chat }, QUICK);
      const admins = await retryRequest(request, clock);
      return admins.some(({ user }) => user.id === asked.user_id);
    }
  }

  return async function mayManage(at: Address, by: string): Promise<boolean> {
    if (!at.chat.startsWith('-') || by === at.chat) return true;
    if (by.startsWith('-')) return false;
    const key = `${at.chat} ${by}`;
    const found = known.get(key);
    if (found !== undefined && found.until > clock.nowMs()) return found.may;
    const may = await ask(at, by);
    if (known.size >= MAX_KEPT) known.clear();
    known.set(key, { until: clock.nowMs() + KEPT_MS, may });
    return may;
  };
}
