import type { DeliverOptions } from '../../src/delivery/deliverer.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { deliverParts } from '../../src/messaging/deliver-parts.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import type { TelegramContext } from './context.ts';
import { TelegramFailure, toFailure } from './errors.ts';
import { render } from './render/render.ts';

/** Pushes a view part by part, from the first part that was not sent yet. */
export async function deliver(
  to: Address,
  { view, options }: { view: View; options: DeliverOptions },
  { checkResponds, outbox, messageLog }: TelegramContext,
): Promise<void> {
  if (options.mayHaveBeenSentSince !== undefined) {
    // Sent again only if Telegram responds, so that an outage does not cause a second copy.
    await checkResponds().catch(rejectAsUnsent);
  }
  const messages = render(view, createTranslator(options.language));
  await deliverParts(messages, options, async (message) => {
    const sent = await outbox.send(message, { to, priority: 'push', silent: options.silent });
    await messageLog.recordPushed(to, sent);
    await messageLog.recordArticle(to, sent, view);
    return sent.map(String);
  });
}

/** Even if it is unclear what became of the request, no message was sent. */
function rejectAsUnsent(error: unknown): never {
  const failure = toFailure(error);
  throw failure.unclear ? new TelegramFailure({ reason: 'busy', kind: 'stopped' }, failure) : failure;
}
