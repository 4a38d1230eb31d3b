import type { StateStore } from '../state-store.ts';
import type { Address } from './address.ts';
import { changeImported } from './import-subscriptions.ts';
import type { PortableSubscription } from './settings-file.ts';
import type { SubscriptionStore } from './store.ts';
import type { ChatSettings } from './subscription.ts';

type Chat = Pick<Address, 'platform' | 'chat'>;

/** What an import has changed in a chat. Plain data. */
export interface ImportChanges {
  /** The ids of the subscriptions that were added. */
  added: readonly string[];
  changed: readonly { id: string; before: PortableSubscription }[];
  /** The names of the settings that were imported, and the settings before. */
  settings: { names: readonly string[]; before: ChatSettings };
  /** The ids of the feeds that the chat did not follow. */
  feeds: readonly string[];
}

/** Remembers what imports have changed for a while, so that they can be undone. */
export interface RecentImports {
  /** Returns the id of the import. */
  keep(chat: Chat, changes: ImportChanges, now: Date): Promise<string>;
  /** The changes of an import, once; undefined after that, or after too long. */
  take(chat: Chat, id: string): Promise<ImportChanges | undefined>;
  forget(chat: Chat): Promise<void>;
}

/** Remembers imports for `keptMs`. */
export function createRecentImports(state: StateStore, keptMs: number): RecentImports {
  const prefixOf = ({ platform, chat }: Chat) => `imported:${platform}:${chat}:`;
  return {
    async keep(chat, changes, now) {
      const id = now.getTime().toString(36);
      await state.set(`${prefixOf(chat)}${id}`, changes, keptMs);
      return id;
    },
    async take(chat, id) {
      const key = `${prefixOf(chat)}${id}`;
      const changes = await state.get<ImportChanges>(key);
      await state.delete(key);
      return changes;
    },
    forget: (chat) => state.deleteUnder(prefixOf(chat)),
  };
}

interface UndoDeps {
  subscriptions: Pick<SubscriptionStore, 'remove' | 'change' | 'settings' | 'saveSettings'>;
  now: Date;
}

/** Removes the subscriptions that were added, and gives others and the settings the values back that they had. */
export async function undoImport(
  { added, changed, settings }: Omit<ImportChanges, 'feeds'>,
  chat: Chat,
  { subscriptions, now }: UndoDeps,
): Promise<void> {
  for (const id of added) await subscriptions.remove(id);
  for (const { id, before } of changed) await changeImported(id, before, { subscriptions, now });
  if (settings.names.length === 0) return;
  const { names, before } = settings;
  const isImported = ([name]: [string, unknown]) => names.includes(name);
  const kept = Object.entries(await subscriptions.settings(chat)).filter((entry) => !isImported(entry));
  const back = Object.entries(before).filter(isImported);
  await subscriptions.saveSettings(chat, Object.fromEntries([...kept, ...back]));
}
