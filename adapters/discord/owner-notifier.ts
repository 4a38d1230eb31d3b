import { chooseLanguage } from '../../src/locales/languages.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import type { Address } from '../../src/subscription/address.ts';
import { messageView } from '../../src/view/message-view.ts';
import { withTexts } from './answer-shapes.ts';
import type { ApiContext } from './context.ts';
import { openDirectMessage } from './direct-message.ts';
import { type DiscordFailure, hasKind } from './errors.ts';
import type { Outbox } from './outbox.ts';
import { render } from './render/render.ts';
import { channelOf } from './send/send-message.ts';

export type OwnerNotifier = ReturnType<typeof createOwnerNotifier>;

const isServer = withTexts('id', 'name', 'owner_id');
const NOTIFIED_MS = 90 * 24 * 60 * 60 * 1000;

/** Notifies the owners of servers, and stores in the platform's state who was notified. */
export function createOwnerNotifier({ client, outbox, state }: ApiContext & { outbox: Outbox }) {
  const key = (of: Address) => `forbidden:${channelOf(of)}`;
  const isNotified = async (of: Address) => (await state.get<boolean>(key(of))) === true;
  return {
    /** Says once why the bot may not write in a channel. */
    async notify(of: Address, failure: DiscordFailure): Promise<void> {
      if (of.server === undefined || (await isNotified(of))) return;
      const server = await client.call<Server>({ method: 'GET', route: `/guilds/${of.server}`, expects: isServer });
      const id = await openDirectMessage(server.owner_id, client);
      // Stored before the message is sent: a second message would be worse than none.
      await state.set(key(of), true, NOTIFIED_MS);
      const t = createTranslator(chooseLanguage(server.preferred_locale));
      const url = `https://discord.com/channels/${server.id}/${channelOf(of)}`;
      const actions = [{ label: t('discord.channel'), role: 'open', url }] as const;
      const reason = hasKind(failure, 'tag-required') ? 'discord.tagRequired' : 'discord.forbidden';
      const view = messageView(t(reason, { server: server.name }), { actions });
      const to = { platform: of.platform, chat: id };
      for (const message of render(view, t)) await outbox.send(message, { to, priority: 'push' });
    },
    /** After this, `notify` sends a message again. */
    async forget(of: Address): Promise<void> {
      if (await isNotified(of)) await state.delete(key(of));
    },
  };
}

interface Server {
  id: string;
  name: string;
  owner_id: string;
  preferred_locale?: string;
}
