import type { Address } from '../../src/ports.ts';
import { type Client, QUICK } from './client.ts';
import { persist } from './persist.ts';

/** How long an answer is good for: who was promoted a moment ago should not have to wait. */
const KEPT_MS = 30_000;
const MOST_KEPT = 1000;

/**
 * Whether people may manage the bot in a chat: in private everyone, in groups its admins, in channels whoever can post.
 * An anonymous admin speaks as the chat itself. Where Telegram does not answer, nobody may.
 */
export function createAccess(client: Client, nowMs: () => number) {
  const known = new Map<string, { until: number; may: boolean }>();

  async function ask({ chat }: Address, by: string): Promise<boolean> {
    const member = await persist(() =>
      client.call<{ status: string }>('getChatMember', { chat_id: chat, user_id: Number(by) }, QUICK),
    );
    return member.status === 'creator' || member.status === 'administrator';
  }

  return async function mayManage(at: Address, by: string): Promise<boolean> {
    if (!at.chat.startsWith('-') || by === at.chat) return true;
    if (by.startsWith('-')) return false;
    const key = `${at.chat} ${by}`;
    const found = known.get(key);
    if (found !== undefined && found.until > nowMs()) return found.may;
    const may = await ask(at, by);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, { until: nowMs() + KEPT_MS, may });
    return may;
  };
}
