import type { DeliverOptions } from '../delivery/deliverer.ts';

/** Sends the messages of a delivery in order, from the first one that was not sent yet; `send` resolves to message ids. */
export async function deliverParts<Message>(
  messages: readonly Message[],
  { confirmedParts, beforePart, onPartSent }: Pick<DeliverOptions, 'confirmedParts' | 'beforePart' | 'onPartSent'>,
  send: (message: Message, part: number) => Promise<readonly string[]>,
): Promise<void> {
  for (const [part, message] of messages.entries()) {
    if (part < confirmedParts.length) continue;
    await beforePart(part);
    await onPartSent(part, await send(message, part));
  }
}
