import type { Revision } from '../../src/delivery/revisions/reviser.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { refusal, reviseParts } from '../../src/messaging/revise-parts.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import { type CommandIds, mentionCommands } from './command-mentions.ts';
import type { Forums } from './forum/forums.ts';
import type { Outbox } from './outbox.ts';
import { render } from './render/render.ts';

interface ReviseContext {
  outbox: Pick<Outbox, 'revise'>;
  forums: Pick<Forums, 'isForum'>;
  commandIds: CommandIds;
}

/** Edits the messages of a delivery; in a forum, those of its post. */
export async function revise(
  to: Address,
  revision: Revision,
  { outbox, forums, commandIds }: ReviseContext,
): Promise<void> {
  const t = createTranslator(revision.language);
  const toMessages = (view: View) => render(mentionCommands(view, commandIds), t);
  const [before, after] = [toMessages(revision.before), toMessages(revision.after)];
  // The parts of a forum's post are in its thread, which has the id of the first message.
  const thread = revision.confirmedParts[0]?.[0];
  await reviseParts({ before, after }, revision, async (message, [id, ...others], part) => {
    if (id === undefined || others.length > 0) throw refusal(`a part of it was sent as ${others.length + 1} messages`);
    const isPost = thread !== undefined && to.thread === undefined && (await forums.isForum(to.chat));
    await outbox.revise(message, { to: isPost ? { ...to, thread } : to, id, name: `${revision.id}:${part}` });
  });
}
