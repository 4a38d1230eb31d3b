import { describe, expect, it } from 'vitest';
import { linkTo, parseStart, toStart } from '../../../adapters/telegram/deep-link.ts';
import type { View } from '../../../src/view/view.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { useBots } from '../../fixtures/telegram.ts';

const start = useBots();

const digest: View = {
  blocks: [{ kind: 'heading', spans: [{ kind: 'plain', text: 'Daily digest' }] }],
  actions: [{ label: '1 The ferry', role: 'contents', command: '/article strait001' }],
};

async function push(bot: Awaited<ReturnType<typeof start>>, chat: number, view = digest) {
  await bot.bot.deliver({ platform: 'telegram', chat: String(chat) }, view, makeDeliverOptions());
  const [message] = bot.telegram.botMessages(chat);
  if (message === undefined) throw new Error('Nothing arrived.');
  return message;
}

describe('a view opened from a pushed digest', () => {
  it('is sent below it, and leaves it unchanged', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const group = telegram.addGroup({ members: [ann] });
    for (const chat of [ann.id, group.id]) {
      const message = await push(bot, chat);
      telegram.press(ann, message, '1 The ferry');
      await telegram.waitFor(() => telegram.botMessages(chat).length === 2);
      const [before, opened] = telegram.botMessages(chat);
      expect(before?.text).toBe('Daily digest');
      expect(opened).toMatchObject({ reply_to_message: { message_id: message.message_id } });
    }
  });

  it('is edited in place from then on', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const message = await push(bot, ann.id);
    telegram.press(ann, message, '1 The ferry');
    await telegram.waitFor(() => telegram.botMessages(ann.id).length === 2);
    const opened = telegram.botMessages(ann.id)[1];
    const button = opened?.reply_markup?.inline_keyboard[0]?.[0]?.text ?? '';
    if (opened) telegram.press(ann, opened, button);
    await telegram.waitFor(() => telegram.botMessages(ann.id)[1]?.text !== opened?.text);
    expect(telegram.botMessages(ann.id)).toHaveLength(2);
  });

  it('opens in the user’s own chat if the digest is in a channel', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const channel = telegram.addChannel();
    const pressed = telegram.press(ann, await push(bot, channel.id), '1 The ferry');
    await telegram.waitFor(() => pressed.answer !== undefined);
    expect(pressed.answer?.url).toBe(linkTo('gazette_test_bot', 'a_strait001'));
    expect(telegram.botMessages(channel.id)).toHaveLength(1);
  });

  it('is never posted in a channel because a reader pressed a button', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const channel = telegram.addChannel();
    const more = { label: 'Everything', role: 'open', command: '/articles' } as const;
    const pressed = telegram.press(ann, await push(bot, channel.id, { ...digest, actions: [more] }), 'Everything');
    await telegram.waitFor(() => pressed.answer !== undefined);
    expect(pressed.answer?.url).toBe(linkTo('gazette_test_bot', 'digest'));
    telegram.say(ann, ann.id, '/start digest');
    await telegram.waitFor(() => telegram.botMessages(ann.id).length > 0);
    expect(telegram.botMessages(ann.id)[0]?.text).toContain('Daily digest');
    expect(telegram.botMessages(channel.id)).toHaveLength(1);
  });
});

describe('a pushed view with very many buttons', () => {
  it('keeps all of them, in messages that Telegram accepts', async () => {
    const bot = await start();
    const ann = bot.telegram.addUser();
    const actions = Array.from({ length: 80 }, (_, at) => ({
      label: `${at + 1} ${'很长的标题'.repeat(8)}`,
      role: 'contents' as const,
      command: `/section strait001 ${at + 1}`,
    }));
    await push(bot, ann.id, { ...digest, actions });
    const rows = bot.telegram.botMessages(ann.id).flatMap(({ reply_markup: shown }) => shown?.inline_keyboard ?? []);
    expect(rows.flat()).toHaveLength(80);
    expect(bot.reported).toEqual([]);
  });
});

describe('a reply to a pushed article', () => {
  it('means that article', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    telegram.say(ann, { chatId: ann.id }, '/article nightbus3');
    await telegram.waitFor(() => telegram.botMessages(ann.id).length > 0);
    const before = telegram.botMessages(ann.id).length;
    const card = { ...digest, about: { article: 'strait001' } };
    await bot.bot.deliver({ platform: 'telegram', chat: String(ann.id) }, card, makeDeliverOptions());
    const pushed = telegram.botMessages(ann.id).at(-1)?.message_id ?? 0;
    telegram.say(ann, { chatId: ann.id, replyTo: pushed }, '/links');
    await telegram.waitFor(() => telegram.botMessages(ann.id).length > before + 1);
    expect(telegram.botMessages(ann.id).at(-1)?.text).toContain('海峡渡轮复航');
  });
});

describe('a link to the bot', () => {
  it.each([
    ['article', 'strait001', 'a_strait001'],
    ['section', 'strait001 12', 'a_strait001_12'],
  ])('says as much as /%s %s', (name, input, parameter) => {
    expect(toStart({ name, input })).toBe(parameter);
    expect(parseStart(parameter)).toEqual({ name, input });
  });

  it.each([
    ['help', ''],
    ['article', 'words of a title'],
    ['article', 'about strait001'],
    ['article', 'strait001 today'],
    ['section', 'strait001 of old'],
    ['section', 'in strait001 12'],
    ['section', 'strait001 12 again'],
    ['save', 'the strait001'],
    ['save', 'strait001 now'],
  ])('is none for /%s %s', (name, input) => {
    expect(toStart({ name, input })).toBeUndefined();
  });
});

describe('a chat', () => {
  it('reports when the bot is added or removed', async () => {
    const bot = await start();
    const { telegram, left, back } = bot;
    const ann = telegram.addUser();
    const group = telegram.addGroup({ members: [ann] });
    telegram.block(ann);
    telegram.kick(group.id);
    telegram.unblock(ann);
    await telegram.waitFor(() => back.length === 1);
    const [own, shared] = [ann.id, group.id].map((chat) => ({ platform: 'telegram', chat: String(chat) }));
    expect([left, back]).toEqual([[own, shared], [own]]);
  });
});
