import type { CommandSpec, Language } from '../../src/ports.ts';
import type { Client } from './client.ts';

/** Telegram knows languages by two letters: `zh` has to serve both ways of writing. */
const LANGUAGES: readonly (readonly [code: string | undefined, language: Language])[] = [
  [undefined, 'en'],
  ['en', 'en'],
  ['zh', 'zh-CN'],
];
const SCOPES = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'] as const;
const MAX_SUMMARY = 256;

/** Tells Telegram which commands there are, so that it offers them as people type, in their language. */
export async function publishCommands(
  client: Client,
  commands: readonly CommandSpec[],
  chats: Language,
): Promise<void> {
  for (const type of SCOPES) {
    const offered =
      type === 'all_group_chats' || type === 'default' ? commands.filter(({ adminsOnly }) => !adminsOnly) : commands;
    for (const [code, language] of LANGUAGES) {
      const words = code === undefined ? chats : language;
      await client.call('setMyCommands', {
        commands: offered.map(({ name, summary }) => ({
          command: name,
          description: summary(words).slice(0, MAX_SUMMARY),
        })),
        scope: { type },
        ...(code !== undefined && { language_code: code }),
      });
    }
  }
}
