import type { Address } from '../../src/subscription/address.ts';
import {
  parseStoredSettings,
  parseUsableSettings,
  toStoredSettings,
} from '../../src/subscription/stored-subscription.ts';
import type { ChatSettings } from '../../src/subscription/subscription.ts';
import type { RowReader } from '../shared/row-reader.ts';
import type { Database } from './database.ts';
import type { Transaction } from './transaction.ts';

type Chat = Pick<Address, 'platform' | 'chat'>;

/** The settings of a chat as they are stored. */
export interface SettingsRow extends Chat {
  body: string;
}

/** The table. */
export const SETTINGS = 'chat-settings';

/** The id of a chat's row. */
export const settingsId = ({ platform, chat }: Chat) => `${platform} ${chat}`;

/** Without those that cannot be used; undefined if none can be read. */
export async function readSettings(
  source: Pick<Database, 'rows'> | Pick<Transaction, 'getMany'>,
  reader: RowReader,
  chat: Chat,
): Promise<ChatSettings | undefined> {
  const id = settingsId(chat);
  const read = 'rows' in source ? source.rows<SettingsRow> : source.getMany<SettingsRow>;
  const found = (await read(SETTINGS, [id]))[0];
  const row = { kind: 'settings', id } as const;
  if (found === undefined) return {};
  return (
    reader.read(row, () => parseStoredSettings(found.body)) ?? reader.read(row, () => parseUsableSettings(found.body))
  );
}

/** Replaces the settings of a chat, which the transaction has read; empty ones are deleted. */
export function saveSettings(rows: Transaction, { platform, chat }: Chat, settings: ChatSettings): void {
  const id = settingsId({ platform, chat });
  const row: SettingsRow = { platform, chat, body: JSON.stringify(toStoredSettings(settings)) };
  if (Object.keys(settings).length === 0) rows.remove(SETTINGS, id);
  else rows.put(SETTINGS, id, { row, places: [] });
}
