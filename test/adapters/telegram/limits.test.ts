import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../adapters/shared/system-clock.ts';
import { RATE_LIMITS } from '../../../adapters/telegram/rate-limits.ts';
import { createRateLimiter } from '../../../src/messaging/rate-limits/rate-limiter.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { strait } from '../../fixtures/articles.ts';
import { last, useBots } from '../../fixtures/telegram.ts';

const start = useBots();

const said = (words: string) => ({
  blocks: [{ kind: 'text' as const, spans: [{ kind: 'plain' as const, text: words }] }],
  actions: [],
});
const picture = (name: string) => ({
  url: `https://img.example.org/${name}.jpg`,
  fallbacks: [],
  alt: '',
  caption: `The ${name}`,
  credit: null,
});
const gallery = {
  ...said('Pictures'),
  blocks: [...said('Pictures').blocks, { kind: 'gallery' as const, pictures: ['pier', 'quay', 'ship'].map(picture) }],
};
const at = (chat: { id: number }, thread?: number) => ({
  platform: 'telegram',
  chat: String(chat.id),
  ...(thread !== undefined && { thread: String(thread) }),
});

describe('the rate limits of Telegram', () => {
  it('are kept by digests and answers at once', async () => {
    const bot = await start({
      limiter: createRateLimiter(systemClock, RATE_LIMITS),
      rates: {
        global: { limit: 30, perMs: 1000 },
        private: { limit: 1, perMs: 1000 },
        group: { limit: 20, perMs: 60_000 },
      },
    });
    const { telegram } = bot;
    const users = Array.from({ length: 40 }, () => telegram.addUser());
    const [ann = telegram.addUser()] = users;
    const group = telegram.addGroup({ members: [ann] });
    const places = [...users, ann, ann, ...Array.from({ length: 17 }, () => group)];
    const delivered = places.map((place, number) =>
      bot.bot.deliver(at(place), said(`${number}`), makeDeliverOptions()),
    );
    telegram.say(ann, group.id, '/article strait001');
    await last(bot, group.id, '停航十年的渡轮');
    await Promise.all([...delivered, bot.bot.deliver(at(ann), gallery, makeDeliverOptions())]);
    const calls = telegram.calls().filter(({ method }) => method.startsWith('send'));
    expect(calls.filter(({ status }) => status !== 200)).toEqual([]);
    expect(calls.length).toBeGreaterThan(60);
    expect(telegram.earlyRetries()).toBe(0);
  });
});

describe('a bot that may not send everything', () => {
  it('sends the words of pictures in place of pictures', async () => {
    const bot = await start();
    const group = bot.telegram.addSupergroup({ members: [bot.telegram.addUser()] });
    bot.telegram.deny(group, 'photos');
    await bot.bot.deliver(at(group), gallery, makeDeliverOptions());
    const texts = bot.telegram.botMessages(group.id).map(({ text }) => text);
    expect(texts).toEqual(['Pictures', '1. The pier\n2. The quay\n3. The ship']);
    expect(bot.telegram.calls('sendMediaGroup')).toHaveLength(1);
  });

  it.each([
    ['the bot is restricted', 'deny'],
    ['the topic is closed', 'close'],
  ])('says that a permission is missing if %s, at once', async (_why, how) => {
    const bot = await start();
    const { telegram } = bot;
    const forum = telegram.addSupergroup({ members: [telegram.addUser()], forum: true });
    const topic = telegram.addTopic(forum, 'News');
    if (how === 'deny') telegram.deny(forum, 'text messages', 'photos');
    else telegram.closeTopic(forum, topic);
    const only = { ...gallery, blocks: gallery.blocks.slice(1) };
    await expect(bot.bot.deliver(at(forum, topic), only, makeDeliverOptions())).rejects.toMatchObject({
      reason: 'forbidden',
    });
    expect(telegram.calls('sendMediaGroup')).toHaveLength(1);
    expect(telegram.calls('sendMessage')).toHaveLength(1);
  });
});

describe('an article of 80 sections', () => {
  it('has a button for each, though their titles exceed one keyboard', async () => {
    const [lead = expect.unreachable()] = strait.sections;
    const sections = Array.from({ length: 80 }, (_, at) => ({
      ...lead,
      number: at + 1,
      title: `第${at + 1}节：${'码头上的人等着末班渡轮'.repeat(3)}`,
    }));
    const { telegram } = await start({ articles: [{ ...strait, sections }] });
    const ann = telegram.addUser();
    telegram.say(ann, ann.id, '/article strait001');
    const opened = () => {
      const buttons = telegram
        .botMessages(ann.id)
        .flatMap(({ reply_markup: rows }) => rows?.inline_keyboard.flat() ?? []);
      return new Set(buttons.map((button) => ('callback_data' in button ? button.callback_data : '')));
    };
    await telegram.waitFor(
      () => sections.every(({ number }) => opened().has(`/section strait001 ${number}`)),
      'buttons',
    );
  });
});

describe('a picture that Telegram does not show', () => {
  it.each([
    ['too long', { width: 400, height: 8100 }],
    ['too large', { width: 6000, height: 4001 }],
  ])('is left out of an album, and linked: %s', async (_what, size) => {
    const bot = await start();
    const ann = bot.telegram.addUser();
    bot.telegram.resizePicture('quay', size);
    await bot.bot.deliver(at(ann), gallery, makeDeliverOptions());
    const [, ...photos] = bot.telegram.botMessages(ann.id);
    expect(photos).toHaveLength(2);
    expect(photos[0]?.caption_entities).toHaveLength(3);
  });
});
