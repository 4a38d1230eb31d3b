import { createTranslator } from '../../src/locales/translator.ts';
import type { Address, DeliverOptions } from '../../src/ports.ts';
import type { View } from '../../src/view/view.ts';
import type { Outbox } from './outbox.ts';
import { render } from './render.ts';
import type { Told } from './told.ts';

/** Sends a view that nobody asked for, part by part, from the first part on that was not sent yet. */
export async function deliver(
  to: Address,
  { view, options }: { view: View; options: DeliverOptions },
  { outbox, told }: { outbox: Outbox; told: Pick<Told, 'notePushed'> },
): Promise<void> {
  const messages = render(view, createTranslator(options.language));
  for (const [part, message] of messages.entries()) {
    if (part < options.done.length) continue;
    const sent = await outbox.send(message, { to, priority: 'push', silent: options.silent });
    await told.notePushed(to, sent);
    await options.sent(part, sent.map(String));
  }
}
