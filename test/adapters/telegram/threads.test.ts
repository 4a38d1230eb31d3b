import { describe, expect, it } from 'vitest';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { last, useBots } from '../../fixtures/telegram.ts';

const start = useBots();

const said = (words: string) => ({
  blocks: [{ kind: 'text' as const, spans: [{ kind: 'plain' as const, text: words }] }],
  actions: [],
});

async function startForum() {
  const bot = await start();
  const { telegram } = bot;
  const ann = telegram.addUser();
  const forum = telegram.addSupergroup({ members: [ann], forum: true });
  const threadId = telegram.addTopic(forum, 'News');
  const to = { platform: 'telegram', chat: String(forum.id), thread: String(threadId) };
  return { bot, telegram, ann, forum, threadId, to };
}

describe('a topic that Telegram does not find any more', () => {
  it('gets its answers all the same, as replies', async () => {
    const { bot, telegram, ann, forum, threadId } = await startForum();
    telegram.loseTopic(forum, threadId);
    const { message } = telegram.say(ann, { chatId: forum.id, threadId }, '/articles');
    const list = await last(bot, forum.id, 'Newest articles');
    expect(list).toMatchObject({ message_thread_id: threadId, reply_to_message: { message_id: message.message_id } });
  });

  it('gets its digests all the same', async () => {
    const { bot, telegram, forum, threadId, to } = await startForum();
    telegram.loseTopic(forum, threadId);
    const options = { ...makeDeliverOptions(), mayHaveBeenSentSince: new Date(0) };
    await bot.bot.deliver(to, said('Good morning'), options);
    expect(telegram.botMessages(forum.id)).toMatchObject([{ text: 'Good morning', message_thread_id: threadId }]);
  });

  it('gets nothing in another place if it is deleted', async () => {
    const { bot, telegram, forum, to } = await startForum();
    const delivered = bot.bot.deliver({ ...to, thread: '77' }, said('Good morning'), makeDeliverOptions());
    await expect(delivered).rejects.toMatchObject({ reason: 'gone' });
    expect(telegram.botMessages(forum.id)).toEqual([]);
  });

  it('does not keep a digest from a private chat', async () => {
    const { bot, telegram, ann } = await startForum();
    await bot.bot.deliver(
      { platform: 'telegram', chat: String(ann.id), thread: '77' },
      said('Good morning'),
      makeDeliverOptions(),
    );
    expect(telegram.botMessages(ann.id)).toMatchObject([{ text: 'Good morning' }]);
  });
});

describe('a comment below the post of a channel', () => {
  it('is answered among the comments, with every part', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const group = telegram.addSupergroup({ members: [ann] });
    const channel = telegram.addChannel();
    const post = telegram.say(ann, { chatId: group.id, asChat: channel.id }, 'The ferry is back.').message;
    telegram.say(ann, { chatId: group.id, replyTo: post.message_id }, '/images huge00005');
    await last(bot, group.id, '40. ');
    const threads = telegram.botMessages(group.id).map((message) => message.message_thread_id);
    expect(threads.length).toBeGreaterThan(1);
    expect(new Set(threads)).toEqual(new Set([post.message_id]));
  });

  it('is answered there when a button is pressed', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const group = telegram.addSupergroup({ members: [ann] });
    const channel = telegram.addChannel();
    const post = telegram.say(ann, { chatId: group.id, asChat: channel.id }, 'The ferry is back.').message;
    telegram.say(ann, { chatId: group.id, replyTo: post.message_id }, '/article huge00005');
    const card = await last(bot, group.id, '渡口日记');
    telegram.pressStale(ann, card, { data: '/images huge00005' });
    await last(bot, group.id, '40. ');
    const threads = telegram.botMessages(group.id).map((message) => message.message_thread_id);
    expect(new Set(threads)).toEqual(new Set([post.message_id]));
  });
});

describe('a message that nobody typed', () => {
  it('is not answered: a channel’s post in its group, and a card of the bot', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const group = telegram.addSupergroup({ members: [ann] });
    const channel = telegram.addChannel();
    telegram.say(ann, { chatId: group.id, asChat: channel.id }, '/articles');
    telegram.say(ann, { chatId: ann.id, viaBot: true }, 'The ferry is back.');
    for (const chat of [ann.id, group.id]) {
      telegram.say(ann, chat, '/help');
      await last(bot, chat, '/subscribe');
      expect(telegram.botMessages(chat)).toHaveLength(1);
    }
  });
});
