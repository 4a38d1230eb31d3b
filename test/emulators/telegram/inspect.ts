import type { Asked } from './answering.ts';
import type { Call } from './call.ts';
import type { Message, Press, Question } from './model.ts';
import type { World } from './world.ts';

interface Deps {
  world: World;
  calls: readonly Call[];
  presses: readonly Asked<Press>[];
  questions: readonly Asked<Question>[];
}

/** What can be seen of what happened. */
export function createInspection({ world, calls, presses, questions }: Deps) {
  const messages = (chatId: number): Message[] => [...world.placeOf(chatId).messages.values()];
  return {
    /** Every request, or those of one method, in their order. */
    calls: (method?: string) => calls.filter((call) => method === undefined || call.method === method),
    /** What stands in a chat now. */
    messages,
    /** What the bot sent there and did not delete. */
    botMessages: (chatId: number) => messages(chatId).filter(({ message_id: id }) => world.placeOf(chatId).own.has(id)),
    /** What stands in a message that was posted through inline mode. */
    inlineMessage: (id: string) => world.inlineMessages.get(id),
    /** What the platform refused as wrong, or silently mended. Things that can happen to any bot are none. */
    violations: () => calls.flatMap(({ method, breaches }) => breaches.map((breach) => `${method}: ${breach}`)),
    /** The pressed buttons and inline queries that nobody answered. */
    unanswered: () => [...presses, ...questions].filter(({ item }) => !item.answer).map(({ item }) => item),
  };
}
