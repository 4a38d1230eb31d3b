import { readTyped } from '../../../src/arguments/read-typed.ts';
import { completeLine } from '../../../src/arguments/suggest/complete-line.ts';
import type { AttachedFile } from '../../../src/chat/attached-file.ts';
import type { ChatAdapter, CommandSpec, Suggestion } from '../../../src/chat/platform.ts';
import type { Dispatch } from '../../../src/chat/request.ts';
import type { Language } from '../../../src/locales/languages.ts';
import type { StateStore } from '../../../src/state-store.ts';
import { type Conversations, createConversations, type Turn } from './conversations.ts';

const PLATFORM = 'web';
/** Everybody who reaches the page is the person at this machine, as at a terminal. */
const PERSON = 'browser';

/** Somebody who writes in a conversation of the page. */
interface Speaker {
  /** The name of the conversation. */
  in: string;
  language: Language;
}

/** Conversations with the bot in a browser. */
export interface WebChat extends Pick<Conversations, 'names' | 'turns'> {
  /**
   * The bot's answer to a typed line or a pressed button, perhaps with a file. A file alone goes to the command that takes one.
   * Undefined for a blank line, and before the bot is ready.
   */
  say(line: string, speaker: Speaker & { file?: AttachedFile }): Promise<Turn | undefined>;
  /** What the end of a line can become. */
  complete(line: string, speaker: Speaker): Promise<{ typed: string; choices: readonly Suggestion[] }>;
  /** The chat as a platform of the bot. It does not keep the process running. */
  readonly platform: ChatAdapter & { readonly ended: Promise<void> };
}

/** Creates the chat. It shows the conversations of earlier starts, and new ones begin, once the platform has started. */
export function createWebChat(state: StateStore): WebChat {
  const conversations = createConversations(state);
  let bot: { commands: readonly CommandSpec[]; dispatch: Dispatch } | undefined;
  const articleAt = (name: string, number: number) => {
    const list = conversations.turns(name).findLast(({ view }) => view.list !== undefined)?.view.list;
    return list?.articles[number - list.first];
  };
  return {
    names: conversations.names,
    turns: conversations.turns,
    async say(typedLine, { in: chat, language, file }) {
      const taking = bot?.commands.find(({ args }) => args.some(({ kind }) => kind === 'file'));
      const line = typedLine.trim() === '' && file !== undefined ? `/${taking?.name ?? ''}` : typedLine;
      const typed = readTyped(line);
      if (typed === undefined || bot === undefined) return undefined;
      const { name, input, words } = typed;
      const request = { name, input, ...(words !== undefined && { words }), ...(file && { file }) };
      const view = await bot.dispatch({ ...request, language, in: { platform: PLATFORM, chat }, by: PERSON });
      return await conversations.add(chat, { line, view });
    },
    async complete(line, { in: chat, language }) {
      const commands = bot?.commands ?? [];
      const numbered = (number: number) => articleAt(chat, number);
      return await completeLine(line, {
        commands,
        delivers: false,
        language,
        in: { platform: PLATFORM, chat },
        numbered,
      });
    },
    platform: {
      platform: PLATFORM,
      ended: Promise.resolve(),
      async start(commands, dispatch) {
        await conversations.load();
        bot = { commands, dispatch };
      },
      async forget({ chat }) {
        await conversations.forget(chat);
      },
      async stop() {
        bot = undefined;
      },
    },
  };
}
