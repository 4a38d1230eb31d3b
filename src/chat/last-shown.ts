import type { StateStore } from '../state-store.ts';
import type { Address } from '../subscription/address.ts';
import type { View } from '../view/view.ts';

/** What was shown last, so that a number or nothing at all can stand for an article. */
export interface LastShown {
  /** The article that was opened last. */
  article?: string;
  /** The list that was shown last, by number; the pages of one list add up. */
  list?: { of: string; articles: Readonly<Record<string, string>> };
  /** Whether the list was shown after the article. */
  listIsNewer?: boolean;
}

interface Where {
  in: Address;
  by: string;
}

/** What chats were shown. */
export interface LastShownMemory {
  recall(where: Where): Promise<LastShown>;
  /** Notes what somebody was shown; with nobody named, what came to the chat by itself. */
  remember(where: Pick<Where, 'in'> & Partial<Where>, view: View): Promise<void>;
  /** Forgets what a chat with all its threads was shown, and what each person saw there. */
  forget(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
  /** The chat has another address now: what it was shown goes along. */
  move(from: Address, to: Address): Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;

/**
 * Keeps what each chat was shown. In a group many people list articles at once, so what a person saw goes before what
 * the chat saw for an hour; the chat's is kept for a day.
 */
export function createLastShown(state: StateStore): LastShownMemory {
  const recallAt = async (key: string) => await state.get<LastShown>(key);
  const rememberAt = async (key: string, view: View, ttlMs: number) =>
    await state.set(key, merge((await recallAt(key)) ?? {}, view), ttlMs);
  return {
    async recall(where) {
      const [own, chat] = await Promise.all([recallAt(ownKey(where)), recallAt(chatKey(where))]);
      return own ?? chat ?? {};
    },
    async remember(where, view) {
      if (view.about === undefined && view.list === undefined) return;
      const own = where.by === undefined ? [] : [rememberAt(ownKey({ ...where, by: where.by }), view, HOUR_MS)];
      await Promise.all([...own, rememberAt(chatKey(where), view, 24 * HOUR_MS)]);
    },
    forget: ({ platform, chat }) => state.deleteUnder(`shown:${platform}:${chat}:`),
    async move(from, to) {
      const shown = await recallAt(chatKey({ in: from }));
      if (shown !== undefined) await state.set(chatKey({ in: to }), shown, 24 * HOUR_MS);
    },
  };
}

function chatKey({ in: { platform, chat, thread = '' } }: Pick<Where, 'in'>): string {
  return `shown:${platform}:${chat}:${thread}`;
}

function ownKey(where: Where): string {
  return `${chatKey(where)}:${where.by}`;
}

function merge(before: LastShown, { about, list }: View): LastShown {
  const shown: LastShown = { ...before, ...(about && { article: about.article }), listIsNewer: about === undefined };
  if (list === undefined) return shown;
  const earlier = before.list?.of === list.of ? before.list.articles : {};
  const articles = Object.fromEntries(list.articles.map((id, index) => [String(list.first + index), id]));
  return { ...shown, list: { of: list.of, articles: { ...earlier, ...articles } } };
}
