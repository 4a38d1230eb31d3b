import type { DeliverOptions } from '../delivery/deliverer.ts';

/** Sends the messages of a delivery in order, from the first one that was not sent yet; `send` resolves to message ids. */
export async function deliverParts<Message>(
  messages: readonly Message[],
  { done, begin, sent }: Pick<DeliverOptions, 'done' | 'begin' | 'sent'>,
  send: (message: Message, part: number) => Promise<readonly string[]>,
): Promise<void> {
  for (const [part, message] of messages.entries()) {
    if (part < done.length) continue;
    await begin(part);
    await sent(part, await send(message, part));
  }
}
