import type { Clock } from '../../src/clock.ts';
import type { Address } from '../../src/subscription/address.ts';
import { type Client, toTarget } from './client.ts';

/** What a chat shows that the bot is doing. */
export type ChatAction = 'typing' | 'upload_photo' | 'upload_document';

export type Typing = ReturnType<typeof createTyping>;

/** A faster answer would only make the status flicker. */
const FIRST_MS = 1000;
/** Telegram shows a status for five seconds: https://core.telegram.org/bots/api#sendchataction */
const REPEAT_MS = 4500;

/** Shows in a chat that the bot is typing, from the first second on until the work is done; resolves to its result. */
export function createTyping(client: Client, after: Clock['after']) {
  return async function showDuring<Result>(
    work: Promise<Result>,
    to: Address,
    action: ChatAction = 'typing',
  ): Promise<Result> {
    let cancel = after(FIRST_MS, show);
    let isDone = false;

    function show(): void {
      client.call('sendChatAction', { ...toTarget(to), action }).then(
        () => {
          if (!isDone) cancel = after(REPEAT_MS, show);
        },
        // Some chats refuse it, such as channels: the answer is sent all the same.
        () => undefined,
      );
    }

    try {
      return await work;
    } finally {
      isDone = true;
      cancel();
    }
  };
}
