import type { Revision } from '../../src/delivery/revisions/reviser.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { refusal, reviseParts } from '../../src/messaging/revise-parts.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { TelegramContext } from './context.ts';
import { type Message, render } from './render/render.ts';

/** Edits the messages of a delivery: texts and captions. Pictures and files stay as they were sent. */
export async function revise(
  to: Address,
  revision: Revision,
  { outbox, messageLog }: Pick<TelegramContext, 'outbox' | 'messageLog'>,
): Promise<void> {
  const t = createTranslator(revision.language);
  const [before, after] = [render(revision.before, t), render(revision.after, t)];
  await reviseParts({ before, after }, revision, async (message, ids) => {
    const id = Number(messageOf(message, ids));
    // A crash can repeat an edit, and Telegram refuses one that changes nothing.
    if (await messageLog.isShown(to, id, message)) return;
    await outbox.revise(message, { to, message: id });
    await messageLog.recordShown(to, id, message);
  });
}

/** The message that has the words of a part. */
function messageOf({ kind }: Message, ids: readonly string[]): string {
  const [first, ...others] = ids;
  const isWhole = others.length === 0 || kind === 'album';
  if (first === undefined || !isWhole) throw refusal(`a part of it was sent as ${ids.length} messages`);
  return first;
}
