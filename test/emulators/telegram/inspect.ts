import { isDeepStrictEqual } from 'node:util';
import type { Call } from './call.ts';
import type { CallbackQuery, InlineQuery, Message } from './model.ts';
import type { Pending } from './query-answers.ts';
import type { World } from './world.ts';

interface Deps {
  world: World;
  calls: readonly Call[];
  presses: readonly Pending<CallbackQuery>[];
  questions: readonly Pending<InlineQuery>[];
}

/** Read access for tests. */
export function createInspection({ world, calls, presses, questions }: Deps) {
  const messages = (chatId: number): Message[] => [...world.placeOf(chatId).messages.values()];
  return {
    /** All requests, or those of one method, in order. */
    calls: (method?: string) => calls.filter((call) => method === undefined || call.method === method),
    /** The messages in a chat. */
    messages,
    /** The bot's messages in a chat, without deleted ones. */
    botMessages: (chatId: number) => messages(chatId).filter(({ message_id: id }) => world.placeOf(chatId).own.has(id)),
    /** The content of a message that was posted through inline mode. */
    inlineMessage: (id: string) => world.inlineMessages.get(id),
    /**
     * What the platform refused as invalid or silently corrected. Errors that a correct bot can get do not count, nor does a
     * repetition of a request whose response was lost.
     */
    violations: () =>
      calls.flatMap((call, at) =>
        call.violations.length === 0 || repeatsFailed(call, calls.slice(0, at))
          ? []
          : call.violations.map((violation) => `${call.method}: ${violation}`),
      ),
    /** Callback and inline queries without an answer. */
    unanswered: () => [...presses, ...questions].filter(({ item }) => !item.answer).map(({ item }) => item),
  };
}

function repeatsFailed({ method, params }: Call, earlier: readonly Call[]): boolean {
  return earlier.some(
    (one) => one.fault !== undefined && one.method === method && isDeepStrictEqual(one.params, params),
  );
}
