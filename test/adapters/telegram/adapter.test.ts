import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../adapters/shared/system-clock.ts';
import type { RateLimiter } from '../../../src/messaging/rate-limits/rate-limiter.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { NO_RATE_LIMIT } from '../../fakes/no-rate-limit.ts';
import { last, useBots } from '../../fixtures/telegram.ts';

const start = useBots();

describe('a user', () => {
  it('is answered in their language, and finds their way by buttons in one message', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser({ language_code: 'zh-hans' });
    telegram.say(ann, ann.id, '/article strait001');
    const card = await last(bot, ann.id, '停航十年的渡轮');
    expect(card.link_preview_options).toMatchObject({ url: 'https://img.example.org/pier.jpg', show_above_text: true });
    telegram.press(ann, card, '1 台湾一侧');
    const section = await last(bot, ann.id, '› 台湾一侧');
    expect(section.message_id).toBe(card.message_id);
    telegram.press(ann, section, '下一节 ›');
    await last(bot, ann.id, '› 船长想要什么');
    telegram.press(ann, section, '目录');
    await last(bot, ann.id, '停航十年的渡轮');
    expect(telegram.botMessages(ann.id).filter(({ text }) => text !== undefined)).toHaveLength(1);
    expect([telegram.violations(), telegram.unanswered(), bot.reported]).toEqual([[], [], []]);
  });

  it('gets the pictures of an article as an album, once', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    telegram.say(ann, ann.id, '/article huge00005');
    const card = await last(bot, ann.id, '渡口日记');
    const pressImages = () => telegram.pressStale(ann, card, { data: '/images huge00005' });
    pressImages();
    await last(bot, ann.id, '40. ');
    const albums = () => telegram.calls('sendMediaGroup').length;
    expect(albums()).toBe(4);
    pressImages();
    await telegram.waitFor(() => telegram.unanswered().length === 0, 'the spinner to stop');
    telegram.say(ann, ann.id, '/articles');
    await last(bot, ann.id, 'Newest articles');
    expect(albums()).toBe(4);
    expect(telegram.violations()).toEqual([]);
  });

  it('means the article of the message replied to, and gets the answer to an edited command in place of the previous one', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    telegram.say(ann, ann.id, '/article nightbus3');
    const card = await last(bot, ann.id, 'Night bus: the people');
    telegram.say(ann, ann.id, '/article strait001');
    await last(bot, ann.id, '停航十年的渡轮');
    telegram.say(ann, { chatId: ann.id, replyTo: card.message_id }, '/images');
    await last(bot, ann.id, 'There are no pictures in');
    const typed = telegram.say(ann, ann.id, '/section strait001 1');
    const answer = await last(bot, ann.id, '› 台湾一侧');
    telegram.edit(typed.message, '/section strait001 2');
    expect((await last(bot, ann.id, '› 船长想要什么')).message_id).toBe(answer.message_id);
  });

  it('is not answered again if a message changes, but not its text', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    for (const topic of ['ferry', 'taiwan', 'tea']) {
      telegram.say(ann, ann.id, `/subscribe ${topic}`);
      await last(bot, ann.id, topic);
    }
    const typed = telegram.say(ann, ann.id, '/unsubscribe 1');
    await last(bot, ann.id, 'Unsubscribed: ferry');
    // As where somebody adds a reaction to it.
    telegram.edit(typed.message, '/unsubscribe 1');
    telegram.say(ann, ann.id, '/subscriptions');
    expect((await last(bot, ann.id, 'Subscriptions')).text).toContain('taiwan');
  });

  it('comes by a deep link, and is informed about an unknown command', async () => {
    const bot = await start();
    const ann = bot.telegram.addUser();
    bot.telegram.say(ann, ann.id, '/start a_strait001');
    await last(bot, ann.id, '停航十年的渡轮');
    bot.telegram.say(ann, ann.id, '/nope');
    await last(bot, ann.id, 'I don’t know /nope');
    bot.telegram.say(ann, ann.id, '冬茶');
    await last(bot, ann.id, '台湾茶农');
    expect(bot.telegram.violations()).toEqual([]);
  });

  it('is answered once if the update comes twice and the bot restarts', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const { updateId = 0 } = telegram.say(ann, ann.id, '/articles');
    await last(bot, ann.id, 'Newest articles');
    telegram.redeliver(updateId);
    telegram.say(ann, ann.id, '/article nightbus3');
    await last(bot, ann.id, 'Night bus');
    await bot.bot.stop();
    telegram.redeliver(updateId);
    const again = await bot.start();
    telegram.say(ann, ann.id, '/article strait001');
    await last(bot, ann.id, '停航十年的渡轮');
    await again.stop();
    expect(telegram.botMessages(ann.id).filter(({ text }) => text?.includes('台湾茶农的第七个冬天'))).toHaveLength(1);
  });
});

describe('a bot that stops while an answer waits', () => {
  it('gives the answer up after a while, and has ended it before it says that it has stopped', async () => {
    let waiting = 0;
    const limiter: RateLimiter = {
      ...NO_RATE_LIMIT,
      async wait(_turn, signal) {
        waiting += 1;
        if (signal?.aborted === false) await once(signal, 'abort');
        throw new Error('The bot stops.');
      },
    };
    // Some milliseconds are a long time for this bot.
    const clock = { ...systemClock, after: (ms: number, call: () => void) => systemClock.after(ms / 500, call) };
    const bot = await start({ limiter, clock });
    const ann = bot.telegram.addUser();
    bot.telegram.say(ann, ann.id, '/articles');
    await bot.telegram.waitFor(() => waiting > 0, 'the answer to wait');
    await bot.bot.stop();
    expect(bot.reported).not.toEqual([]);
  });
});

describe('a group', () => {
  it('is answered as a reply in its topic, and not for messages to others', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const forum = telegram.addSupergroup({ members: [ann], forum: true });
    const threadId = telegram.addTopic(forum, 'News');
    telegram.say(ann, { chatId: forum.id, threadId }, '/nope');
    telegram.say(ann, { chatId: forum.id, threadId }, '/articles@other_bot');
    const { message } = telegram.say(ann, { chatId: forum.id, threadId }, '/articles');
    const list = await last(bot, forum.id, 'Newest articles');
    expect(list).toMatchObject({ message_thread_id: threadId, reply_to_message: { message_id: message.message_id } });
    expect(telegram.botMessages(forum.id)).toHaveLength(1);
    telegram.press(ann, list, '1 海峡渡轮复航：两岸码头在等什么');
    await last(bot, forum.id, '停航十年的渡轮');
    expect(telegram.violations()).toEqual([]);
  });

  it('is followed if it has moved', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const group = telegram.addGroup({ members: [ann] });
    const there = telegram.migrate(group.id);
    await telegram.waitFor(() => bot.moves.length > 0 || telegram.pendingUpdates() === 0, 'the move');
    await bot.bot.deliver(
      { platform: 'telegram', chat: String(group.id) },
      { blocks: [{ kind: 'text', spans: [{ kind: 'plain', text: 'Good morning' }] }], actions: [] },
      makeDeliverOptions(),
    );
    expect(telegram.botMessages(there.id).map(({ text }) => text)).toEqual(['Good morning']);
    expect(bot.moves[0]?.map(({ chat }) => chat)).toEqual([String(group.id), String(there.id)]);
  });

  it('is answered with a new message if an old button is pressed after it has moved', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const group = telegram.addGroup({ members: [ann] });
    telegram.say(ann, group.id, '/article strait001');
    const card = await last(bot, group.id, '停航十年的渡轮');
    const there = telegram.migrate(group.id);
    telegram.say(ann, there.id, '/article nightbus3');
    await last(bot, there.id, 'Night bus');
    for (const section of [1, 2]) telegram.pressStale(ann, card, { data: `/section strait001 ${section}` });
    await last(bot, there.id, '› 船长想要什么');
    expect(telegram.botMessages(there.id)).toHaveLength(3);
    expect(telegram.unanswered()).toEqual([]);
  });

  it('keeps what its admins opened if others press its buttons', async () => {
    const bot = await start();
    const { telegram } = bot;
    const [ann, ben] = [telegram.addUser(), telegram.addUser()];
    const group = telegram.addSupergroup({ members: [ann, ben] });
    telegram.say(ann, group.id, '/settings');
    const menu = await last(bot, group.id, 'Chat settings');
    const pressed = telegram.press(ben, menu, 'Time zone');
    await telegram.waitFor(() => pressed.answer !== undefined, 'the spinner to stop');
    expect(pressed.answer).toEqual({
      text: 'Here, only people who can manage this group or server can do that. In a private chat with me, you can.',
      show_alert: true,
    });
    telegram.press(ann, menu, 'Quiet hours');
    await last(bot, group.id, 'Quiet hours: none');
    expect(telegram.botMessages(group.id)).toHaveLength(1);
  });

  it('gets both answers if two of its users press at once', async () => {
    const bot = await start();
    const { telegram } = bot;
    const [ann, ben] = [telegram.addUser(), telegram.addUser()];
    const group = telegram.addSupergroup({ members: [ann, ben] });
    telegram.say(ann, group.id, '/article strait001');
    const card = await last(bot, group.id, '停航十年的渡轮');
    telegram.press(ann, card, '1 台湾一侧');
    telegram.press(ben, card, '2 船长想要什么');
    await last(bot, group.id, '› 船长想要什么');
    await telegram.waitFor(() => telegram.unanswered().length === 0, 'both spinners to stop');
    expect(bot.reported).toEqual([]);
  });
});

describe('a malformed update', () => {
  it('is reported, and delays no other', async () => {
    const bot = await start();
    const { telegram, reported } = bot;
    const ann = telegram.addUser();
    for (const kind of ['my_chat_member', 'callback_query', 'inline_query', 'message']) telegram.pushUpdate(kind, {});
    telegram.say(ann, ann.id, '/help');
    await telegram.waitFor(() => telegram.botMessages(ann.id).length === 1);
    expect(reported.length).toBeGreaterThan(0);
  });
});

describe('a pressed button', () => {
  it('stops its spinner at once, even if other answers are queued before its own', async () => {
    const held = Promise.withResolvers<void>();
    let first = true;
    const limiter = {
      ...NO_RATE_LIMIT,
      wait: async () => {
        if (first) first = false;
        else await held.promise;
        return () => undefined;
      },
    };
    const bot = await start({ limiter });
    const { telegram } = bot;
    const ann = telegram.addUser();
    telegram.say(ann, ann.id, '/article strait001');
    const card = await last(bot, ann.id, '停航十年的渡轮');
    telegram.press(ann, card, '1 台湾一侧');
    telegram.press(ann, card, '2 船长想要什么');
    await telegram.waitFor(() => telegram.unanswered().length === 0, 'both spinners to stop');
    expect(telegram.calls('editMessageText')).toEqual([]);
    held.resolve();
    await last(bot, ann.id, '› 船长想要什么');
  });
});
