import { createHash } from 'node:crypto';
import type { StateStore } from '../../src/state-store.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import type { Message } from './render/render.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Nobody edits a command so long afterwards. */
const ASKED_MS = 30 * DAY_MS;
/** A reply to a message of last year still means its article. */
const ABOUT_MS = 400 * DAY_MS;

const KINDS = ['about', 'answer', 'asked', 'shown', 'content', 'pushed'] as const;

export type MessageLog = ReturnType<typeof createMessageLog>;

/**
 * Remembers what the bot's messages showed, so that replies, edits and buttons find it again. A store that fails is reported,
 * and users are answered all the same.
 */
export function createMessageLog(store: StateStore, report: (error: unknown) => void) {
  const state = tolerateFailures(store, report);
  const key = (kind: (typeof KINDS)[number], { chat }: Address, message: number) => `${kind}:${chat}:${message}`;
  return {
    /** The article that a message is about. */
    articleOf: (to: Address, message: number) => state.get<string>(key('about', to, message)),
    async recordArticle(to: Address, messages: readonly number[], { about }: View): Promise<void> {
      if (about === undefined) return;
      for (const message of messages) await state.set(key('about', to, message), about.article, ABOUT_MS);
    },
    /** The message that answered a user's, for a day. */
    answerTo: (to: Address, message: number) => state.get<number>(key('answer', to, message)),
    recordAnswer: (to: Address, message: number, answer: number) =>
      state.set(key('answer', to, message), answer, DAY_MS),
    /** Whether a user's message contained this command before. */
    isKnownCommand: async (to: Address, message: number, command: string) =>
      (await state.get<string>(key('asked', to, message))) === hashOf([command]),
    recordCommand: (to: Address, message: number, command: string) =>
      state.set(key('asked', to, message), hashOf([command]), ASKED_MS),
    /** Does the work that shows something at a message, unless it was done within a day; failed work does not count. */
    async showOnce(
      to: Address,
      message: number,
      { what, work }: { what: string; work(): Promise<void> },
    ): Promise<void> {
      const shown = `${key('shown', to, message)}:${what}`;
      if ((await state.get<boolean>(shown)) === true) return;
      // Before the work, so that a second press meanwhile does not show it twice.
      await state.set(shown, true, DAY_MS);
      try {
        await work();
      } catch (error) {
        await state.delete(shown);
        throw error;
      }
    },
    /** Whether a message shows this already: Telegram refuses an edit that changes nothing. */
    isShown: async (to: Address, message: number, what: Message) =>
      (await state.get<string>(key('content', to, message))) === hashOf(what),
    recordShown: (to: Address, message: number, what: Message) =>
      state.set(key('content', to, message), hashOf(what), DAY_MS),
    /** Whether a message was pushed: answers to its buttons leave it as it is. */
    wasPushed: async (to: Address, message: number) => (await state.get<boolean>(key('pushed', to, message))) === true,
    async recordPushed(to: Address, messages: readonly number[]): Promise<void> {
      for (const message of messages) await state.set(key('pushed', to, message), true, ABOUT_MS);
    },
    /** Deletes everything about a chat's messages. */
    async forget(chat: string): Promise<void> {
      for (const kind of KINDS) await store.deleteUnder(`${kind}:${chat}:`);
    },
    /** Does the work of an update, unless it was done: Telegram may deliver an update again after a restart. */
    async once(update: object, work: () => Promise<void>): Promise<void> {
      // The hash of the whole update: ids may start again, with another server or after a quiet week.
      const done = `update:${hashOf(update)}`;
      if ((await state.get<boolean>(done)) === true) return;
      try {
        await work();
      } finally {
        await state.set(done, true, DAY_MS);
      }
    },
  };
}

function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}

/** A store that is empty while it fails: an answer that comes twice is better than none. */
function tolerateFailures(
  store: StateStore,
  report: (error: unknown) => void,
): Pick<StateStore, 'get' | 'set' | 'delete'> {
  return {
    get: <Value>(key: string) =>
      store.get<Value>(key).catch((error: unknown) => {
        report(error);
        return undefined;
      }),
    set: (key, value, ttlMs) => store.set(key, value, ttlMs).catch(report),
    delete: (key) => store.delete(key).catch(report),
  };
}
