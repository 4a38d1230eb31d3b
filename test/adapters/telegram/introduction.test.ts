import { describe, expect, it } from 'vitest';
import { last, useBots } from '../../fixtures/telegram.ts';

const start = useBots();

describe('a bot that is added to a group', () => {
  it('introduces itself once, in the language of whoever added it, with its first steps', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser({ language_code: 'zh-hans' });
    const group = telegram.addGroup({ members: [ann] });
    telegram.kick(group.id);
    telegram.invite(group.id);
    const hello = await last(bot, group.id, '在聊天里看存档文章');
    expect(hello.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toContain('每天 08:00');
    telegram.press(ann, hello, '每天 08:00');
    await last(bot, group.id, '✓ 已订阅');
    telegram.promote(group.id);
    telegram.say(ann, group.id, '/articles');
    await last(bot, group.id, '最新文章');
    expect(telegram.botMessages(group.id).filter(({ text }) => text?.includes('在聊天里看'))).toHaveLength(0);
  });

  it('does not mind that it may not write there', async () => {
    const bot = await start();
    const { telegram, reported } = bot;
    const ann = telegram.addUser();
    const group = telegram.addGroup({ members: [ann] });
    telegram.kick(group.id);
    telegram.fault({
      on: 'sendMessage',
      action: { kind: 'error', code: 403, message: 'Forbidden: bot is not a member of the group chat' },
    });
    telegram.invite(group.id);
    await telegram.waitFor(() => telegram.calls('sendMessage').length > 0, 'the introduction');
    telegram.say(ann, ann.id, '/start');
    await last(bot, ann.id, 'Shall I send new articles here');
    expect(reported).toEqual([]);
  });
});

describe('/start', () => {
  it('shows the first steps in private, and all commands behind a button', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    telegram.say(ann, ann.id, '/start');
    const hello = await last(bot, ann.id, 'Shall I send new articles here as a digest?');
    const labels = hello.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
    expect(labels).toEqual(['Daily at 08:00', 'Twice a day', 'As they come', 'All commands']);
    telegram.press(ann, hello, 'All commands');
    await last(bot, ann.id, '/search');
  });

  it('offers a member of a group only what members may do', async () => {
    const bot = await start();
    const { telegram } = bot;
    const [ann, ben] = [telegram.addUser(), telegram.addUser()];
    const group = telegram.addGroup({ members: [ann, ben] });
    telegram.say(ben, group.id, '/start');
    const hello = await last(bot, group.id, 'Have a look at the newest articles');
    expect(hello.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual([
      'Newest articles',
      'Digest',
      'All commands',
    ]);
  });
});
