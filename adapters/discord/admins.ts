import { chooseLanguage } from '../../src/locales/language.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import type { StateStore } from '../../src/state-store.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import type { Client } from './client.ts';
import { channelOf, type Outbox } from './outbox.ts';
import { render } from './render/render.ts';

/** Those who can give the bot what it lacks. */
export interface Admins {
  /** Informs a server's owner that the bot may not write in a channel; once, until it can. */
  notify(of: Address): Promise<void>;
  /** The bot can write there: the next refusal is news again. */
  forget(of: Address): Promise<void>;
}

const NOTIFIED_MS = 90 * 24 * 60 * 60 * 1000;

/** Remembers in the platform's own state who was notified. */
export function createAdmins({ client, outbox, state }: { client: Client; outbox: Outbox; state: StateStore }): Admins {
  const key = (of: Address) => `forbidden:${channelOf(of)}`;
  return {
    async notify(of) {
      if (of.server === undefined || (await state.get<boolean>(key(of))) === true) return;
      const server = await client.call<Server>({ method: 'GET', route: `/guilds/${of.server}` });
      const body = { recipient_id: server.owner_id };
      const { id } = await client.call<{ id: string }>({ method: 'POST', route: '/users/@me/channels', body });
      // Noted before it is sent: a second message would be worse than none.
      await state.set(key(of), true, NOTIFIED_MS);
      const t = createTranslator(chooseLanguage(server.preferred_locale));
      const to = { platform: of.platform, chat: id };
      for (const message of render(toView(of, server, t), t)) await outbox.send(message, { to, priority: 'push' });
    },
    async forget(of) {
      if ((await state.get<boolean>(key(of))) === true) await state.delete(key(of));
    },
  };
}

interface Server {
  id: string;
  name: string;
  owner_id: string;
  preferred_locale?: string;
}

function toView(of: Address, { id, name }: Server, t: ReturnType<typeof createTranslator>): View {
  const url = `https://discord.com/channels/${id}/${channelOf(of)}`;
  const text = t('discord.forbidden', { server: name });
  return {
    blocks: [{ kind: 'text', spans: [{ kind: 'plain', text }] }],
    actions: [{ label: t('discord.channel'), role: 'open', url }],
  };
}
