import type { Clock } from '../../src/clock.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { Client } from './client.ts';

/** What is shown of the bot while somebody waits for it. */
type Doing = 'typing' | 'upload_photo';

/** Lets people see that the bot is at work; what the work comes to. */
export type Typing = <Result>(work: Promise<Result>, at: Address, doing?: Doing) => Promise<Result>;

/** Whoever is answered sooner than that would only see it flicker. */
const FIRST_MS = 1000;
/** Telegram shows it for five seconds: https://core.telegram.org/bots/api#sendchataction */
const AGAIN_MS = 4500;

/** Shows it from the first second on, until the work is done. */
export function createTyping(client: Client, after: Clock['after']): Typing {
  return async function during<Result>(work: Promise<Result>, { chat, thread }: Address, doing: Doing = 'typing') {
    const where = { chat_id: chat, ...(thread !== undefined && { message_thread_id: Number(thread) }) };
    let cancel = after(FIRST_MS, show);
    let done = false;

    function show(): void {
      client.call('sendChatAction', { ...where, action: doing }).then(
        () => {
          if (!done) cancel = after(AGAIN_MS, show);
        },
        // It is a courtesy that some chats refuse, such as channels: the answer comes all the same.
        () => undefined,
      );
    }

    try {
      return await work;
    } finally {
      done = true;
      cancel();
    }
  };
}
