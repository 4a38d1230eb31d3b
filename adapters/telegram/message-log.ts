import { createHash } from 'node:crypto';
import type { StateStore } from '../../src/state-store.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import type { Message } from './render/render.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Nobody mends a command so long afterwards. */
const ASKED_MS = 30 * DAY_MS;
/** A reply to a message of last year still means its article. */
const ABOUT_MS = 400 * DAY_MS;

/** What the bot's messages showed, so that replies, edits and buttons find it again. */
export interface MessageLog {
  /** The article that a message is about. */
  aboutOf(to: Address, message: number): Promise<string | undefined>;
  noteAbout(to: Address, messages: readonly number[], view: View): Promise<void>;
  /** The message that answered one of a person's, for a day. */
  answerTo(to: Address, message: number): Promise<number | undefined>;
  noteAnswer(to: Address, message: number, answer: number): Promise<void>;
  /** Whether a person's message asks for something else than it did before; from now on it asks for this. */
  asksAnew(to: Address, message: number, command: string): Promise<boolean>;
  /** Does the work that shows something at a message, unless it was shown there within a day; what failed was not. */
  showOnce(to: Address, message: number, shown: { what: string; work(): Promise<void> }): Promise<void>;
  /** Whether a message shows this already: Telegram refuses an edit that changes nothing. */
  shows(to: Address, message: number, what: Message): Promise<boolean>;
  noteShown(to: Address, message: number, what: Message): Promise<void>;
  /** Whether nobody had asked for a message: what is opened from it is shown apart. */
  wasPushed(to: Address, message: number): Promise<boolean>;
  notePushed(to: Address, messages: readonly number[]): Promise<void>;
  /** Forgets all about a chat's messages. */
  forget(chat: string): Promise<void>;
  /** Does the work of an update, unless it was done: Telegram may deliver an update again after a restart. */
  once(update: object, work: () => Promise<void>): Promise<void>;
}

const KINDS = ['about', 'answer', 'asked', 'shown', 'content', 'pushed'] as const;

function printOf(what: object): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22);
}

/** Remembers in the platform's own state. Where that is out of reach it is reported, and people are answered all the same. */
export function createMessageLog(store: StateStore, report: (error: unknown) => void): MessageLog {
  const state = forgive(store, report);
  const key = (kind: (typeof KINDS)[number], { chat }: Address, message: number) => `${kind}:${chat}:${message}`;
  return {
    aboutOf: (to, message) => state.get<string>(key('about', to, message)),
    async noteAbout(to, messages, { about }) {
      if (about === undefined) return;
      for (const message of messages) await state.set(key('about', to, message), about.article, ABOUT_MS);
    },
    answerTo: (to, message) => state.get<number>(key('answer', to, message)),
    noteAnswer: (to, message, answer) => state.set(key('answer', to, message), answer, DAY_MS),
    async asksAnew(to, message, command) {
      const print = printOf([command]);
      if ((await state.get<string>(key('asked', to, message))) === print) return false;
      await state.set(key('asked', to, message), print, ASKED_MS);
      return true;
    },
    async showOnce(to, message, { what, work }) {
      const shown = `${key('shown', to, message)}:${what}`;
      if ((await state.get<boolean>(shown)) === true) return;
      // Before the work: who presses again meanwhile does not see it twice.
      await state.set(shown, true, DAY_MS);
      try {
        await work();
      } catch (error) {
        await state.delete(shown);
        throw error;
      }
    },
    shows: async (to, message, what) => (await state.get<string>(key('content', to, message))) === printOf(what),
    noteShown: (to, message, what) => state.set(key('content', to, message), printOf(what), DAY_MS),
    wasPushed: async (to, message) => (await state.get<boolean>(key('pushed', to, message))) === true,
    async notePushed(to, messages) {
      for (const message of messages) await state.set(key('pushed', to, message), true, ABOUT_MS);
    },
    async forget(chat) {
      for (const kind of KINDS) await store.deleteUnder(`${kind}:${chat}:`);
    },
    async once(update, work) {
      // By all that it says: numbers of updates may begin anew, with another server or after a quiet week.
      const done = `update:${printOf(update)}`;
      if ((await state.get<boolean>(done)) === true) return;
      try {
        await work();
      } finally {
        await state.set(done, true, DAY_MS);
      }
    },
  };
}

/** A state that knows nothing where it is out of reach: an answer that comes twice is better than none. */
function forgive(store: StateStore, report: (error: unknown) => void): StateStore {
  return {
    async get<Value>(key: string) {
      try {
        return await store.get<Value>(key);
      } catch (error) {
        report(error);
        return undefined;
      }
    },
    set: (key, value, ttlMs) => store.set(key, value, ttlMs).catch(report),
    delete: (key) => store.delete(key).catch(report),
    deleteUnder: (prefix) => store.deleteUnder(prefix).catch(report),
  };
}
