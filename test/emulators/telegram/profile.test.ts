import { describe, expect, it } from 'vitest';
import { runTelegram } from './running.ts';

const list = (command: string, description = 'Helps.') => ({ commands: [{ command, description }] });

describe('commands', () => {
  it('are stored for each scope and language', async () => {
    const { telegram, call } = await runTelegram();
    await call('setMyCommands', list('help'));
    await call('setMyCommands', { ...list('hilfe'), scope: { type: 'all_private_chats' }, language_code: 'de' });
    expect(telegram.commandsOf({ type: 'default' })).toEqual(list('help').commands);
    expect(telegram.commandsOf({ type: 'all_private_chats' }, 'de')).toEqual(list('hilfe').commands);
    expect(telegram.commandsOf({ type: 'all_private_chats' })).toEqual([]);
    expect(await call('getMyCommands')).toMatchObject({ result: list('help').commands });
    await call('deleteMyCommands');
    expect(telegram.commandsOf({ type: 'default' })).toEqual([]);
    expect(telegram.violations()).toEqual([]);
  });

  it.each([
    ['an empty name', list(''), 'command must be non-empty'],
    ['a long name', list('x'.repeat(33)), 'command length must not exceed 32'],
    ['a name in capitals', list('Help'), 'BOT_COMMAND_INVALID'],
    ['a Chinese name', list('帮助'), 'BOT_COMMAND_INVALID'],
    ['no description', list('help', ''), 'command description must be non-empty'],
    ['a long description', list('help', 'x'.repeat(257)), 'command description length must not exceed 256'],
    ['a language of three letters', { ...list('help'), language_code: 'zho' }, 'invalid language code specified'],
    ['more than 100', { commands: Array(101).fill(list('help').commands[0]) }, 'BOT_COMMANDS_TOO_MUCH'],
    [
      'an unknown scope',
      { ...list('help'), scope: { type: 'world' } },
      "can't parse BotCommandScope: Unsupported type specified",
    ],
  ])('are refused with %s', async (_, params, why) => {
    const { telegram, refusal } = await runTelegram();
    expect(await refusal('setMyCommands', params)).toBe(`Bad Request: ${why}`);
    expect(telegram.violations()).toEqual([`setMyCommands: Bad Request: ${why}`]);
  });

  it('can be for one chat, if it exists', async () => {
    const { telegram, refusal } = await runTelegram();
    const { id } = telegram.addGroup();
    const forChat = (chat_id: number) => ({ ...list('help'), scope: { type: 'chat', chat_id } });
    expect(await refusal('setMyCommands', forChat(id))).toBeUndefined();
    expect(await refusal('setMyCommands', forChat(1))).toBe('Bad Request: chat not found');
    expect(telegram.commandsOf({ type: 'chat', chat_id: id })).toHaveLength(1);
  });
});

describe('a description', () => {
  it.each([
    ['setMyDescription', 'description', 512],
    ['setMyShortDescription', 'short_description', 120],
  ])('is limited by %s', async (method, field, max) => {
    const { telegram, refusal } = await runTelegram();
    expect(await refusal(method, { [field]: 'x'.repeat(max), language_code: 'de' })).toBeUndefined();
    expect(telegram.violations()).toEqual([]);
    expect(await refusal(method, { [field]: 'x'.repeat(max + 1) })).toBe(`Bad Request: ${field} is too long`);
    expect(await refusal(method, { [field]: 'x', language_code: 'DE' })).toBe(
      'Bad Request: invalid language code specified',
    );
    expect(telegram.violations()).toHaveLength(2);
  });
});
