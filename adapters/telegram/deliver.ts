import type { DeliverOptions } from '../../src/delivery/deliverer.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { deliverParts } from '../../src/messaging/deliver-parts.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import { type Client, QUICK, toTarget } from './client.ts';
import { TelegramFailure, toFailure } from './errors.ts';
import type { MessageLog } from './message-log.ts';
import type { Outbox } from './outbox.ts';
import { render } from './render/render.ts';

/** Sends a view that nobody asked for, part by part, from the first part on that was not sent yet. */
export async function deliver(
  to: Address,
  { view, options }: { view: View; options: DeliverOptions },
  {
    client,
    outbox,
    messageLog,
  }: { client: Client; outbox: Outbox; messageLog: Pick<MessageLog, 'notePushed' | 'noteAbout'> },
): Promise<void> {
  if (options.mayHaveBeenSentSince !== undefined) await makeSure(to, client);
  const messages = render(view, createTranslator(options.language));
  await deliverParts(messages, options, async (message) => {
    const sent = await outbox.send(message, { to, priority: 'push', silent: options.silent });
    await messageLog.notePushed(to, sent);
    await messageLog.noteAbout(to, sent, view);
    return sent.map(String);
  });
}

/**
 * A part that may have arrived is sent again only where Telegram answers: an outage costs no second copy. What this fails of
 * has sent nothing.
 */
async function makeSure(to: Address, client: Client): Promise<void> {
  try {
    await client.call('sendChatAction', { ...toTarget(to), action: 'typing' }, QUICK);
  } catch (error) {
    const failure = toFailure(error);
    throw failure.unclear ? new TelegramFailure({ reason: 'busy', kind: 'stopped' }, failure) : failure;
  }
}
