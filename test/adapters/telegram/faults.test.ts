import { describe, expect, it } from 'vitest';
import { createFastClock } from '../../fakes/clock.ts';
import { last, useBots } from '../../fixtures/telegram.ts';

const start = useBots();

describe('when Telegram fails', () => {
  const actions = [
    { kind: 'status', status: 502 },
    { kind: 'status', status: 502, phase: 'after' },
    { kind: 'reset' },
    { kind: 'reset', phase: 'after' },
    { kind: 'garbage', phase: 'after' },
  ] as const;
  const unknown = { kind: 'error', code: 400, message: 'Bad Request: something new' } as const;

  it.each(actions.map((action) => [JSON.stringify(action), action] as const))(
    'on a message by %s the person gets an answer or an apology, and nothing twice',
    async (_name, action) => {
      const bot = await start();
      const { telegram } = bot;
      const ann = telegram.addUser();
      telegram.fault({ on: 'sendMessage', action });
      telegram.say(ann, ann.id, '/article strait001');
      await last(bot, ann.id, 'Telegram did not confirm my answer');
      telegram.say(ann, ann.id, '/articles');
      await last(bot, ann.id, 'Newest articles');
      const texts = telegram.botMessages(ann.id).map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
    },
  );

  it('with an unknown refusal, the user gets the answer plain, and in the end an error message', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    telegram.fault({ on: 'sendMessage', action: unknown });
    telegram.say(ann, ann.id, '/article strait001');
    const plain = await last(bot, ann.id, '停航十年的渡轮');
    expect(plain.entities?.filter(({ type }) => type === 'bold') ?? []).toEqual([]);
    telegram.fault({ on: 'sendMessage', action: unknown, times: 3 });
    telegram.say(ann, ann.id, '/article nightbus3');
    await last(bot, ann.id, 'I couldn’t show that');
    expect(telegram.botMessages(ann.id)).toHaveLength(2);
  });

  it.each(actions.map((action) => [JSON.stringify(action), action] as const))(
    'on an edit and on a spinner by %s the person sees what they pressed for',
    async (_name, action) => {
      const bot = await start();
      const { telegram } = bot;
      const ann = telegram.addUser();
      telegram.say(ann, ann.id, '/article strait001');
      const card = await last(bot, ann.id, '停航十年的渡轮');
      telegram.fault({ on: 'editMessageText', action });
      telegram.fault({ on: 'answerCallbackQuery', action });
      telegram.press(ann, card, '1 台湾一侧');
      expect((await last(bot, ann.id, '› 台湾一侧')).message_id).toBe(card.message_id);
      await telegram.waitFor(() => telegram.unanswered().length === 0, 'the spinner to stop');
    },
  );

  it('with an unknown refusal to acknowledge a press, the request is repeated once', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    telegram.say(ann, ann.id, '/article strait001');
    const card = await last(bot, ann.id, '停航十年的渡轮');
    telegram.fault({ on: 'answerCallbackQuery', action: unknown });
    telegram.press(ann, card, '1 台湾一侧');
    await telegram.waitFor(() => telegram.unanswered().length === 0, 'the spinner to stop');
    telegram.fault({ on: 'answerCallbackQuery', action: unknown, times: 2 });
    telegram.pressStale(ann, card, { data: '/article strait001' });
    await telegram.waitFor(() => bot.reported.length > 0, 'the report');
    expect(bot.reported).toHaveLength(1);
  });

  it('to fetch some pictures, the others and the text arrive', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    telegram.refusePicture('dawn-3.', 'failed');
    telegram.say(ann, ann.id, '/images huge00005');
    await last(bot, ann.id, '40. ');
    const photos = telegram.botMessages(ann.id).filter(({ photo }) => photo !== undefined);
    expect(photos).toHaveLength(39);
    expect(photos[0]?.caption).toContain('3. 清晨 3');
  });

  it('to send pictures, they are sent when requested again at the same message', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    telegram.say(ann, ann.id, '/article strait001');
    const card = await last(bot, ann.id, '停航十年的渡轮');
    telegram.fault({ on: 'sendMediaGroup', action: { kind: 'status', status: 502 } });
    telegram.pressStale(ann, card, { data: '/images strait001' });
    await last(bot, ann.id, 'Telegram did not confirm my answer');
    const photos = () => telegram.botMessages(ann.id).filter(({ photo }) => photo !== undefined);
    expect(photos()).toEqual([]);
    telegram.pressStale(ann, card, { data: '/images strait001' });
    await telegram.waitFor(() => photos().length > 1, 'the pictures');
  });

  it('because the token is revoked, it says so; after a second instance stops, it continues', async () => {
    const bot = await start();
    bot.telegram.takeOver();
    await bot.telegram.waitFor(() => bot.said.some((line) => line.includes('Conflict')), 'the conflict to be told');
    expect(bot.said.at(-1)).toContain('another program receives messages with the same bot token');
    const ann = bot.telegram.addUser();
    bot.telegram.say(ann, ann.id, '/articles');
    await last(bot, ann.id, 'Newest articles');
    expect(bot.said.at(-1)).toBe('Telegram: connected again.');
    bot.telegram.revoke();
    await bot.telegram.waitFor(
      () => bot.said.some((line) => line.includes('Unauthorized')),
      'the revocation to be told',
    );
    expect(bot.said.join('\n')).not.toContain(bot.telegram.token);
  });

  it.each([null, {}, { ok: true, result: null }, { ok: true, result: {} }])(
    'and sends a message but answers %j, it is not sent again',
    async (body) => {
      const bot = await start();
      const { telegram } = bot;
      const ann = telegram.addUser();
      telegram.fault({ on: 'sendMessage', action: { kind: 'body', body, phase: 'after' } });
      telegram.say(ann, ann.id, '/article strait001');
      await last(bot, ann.id, 'Telegram did not confirm my answer');
      const texts = telegram.botMessages(ann.id).map(({ text }) => text);
      expect(texts.filter((text) => text?.includes('停航十年的渡轮'))).toHaveLength(1);
    },
  );

  it.each([null, {}, [null], [{ message: {} }], undefined])(
    'and answers polls with the result %j, it goes on',
    async (result) => {
      const body = { ok: true, result };
      const bot = await start({ faults: [{ on: 'getUpdates', action: { kind: 'body', body } }] });
      const ann = bot.telegram.addUser();
      bot.telegram.say(ann, ann.id, '/help');
      await bot.telegram.waitFor(() => bot.telegram.botMessages(ann.id).length > 0, 'an answer');
      expect(bot.telegram.calls('getUpdates').length).toBeLessThan(6);
      expect(bot.reported).toEqual([]);
    },
  );

  it('and sends an update without an id again and again, it waits longer each time', async () => {
    const clock = createFastClock(20);
    const action = { kind: 'body', body: { ok: true, result: [{ message: {} }] } } as const;
    const bot = await start({ clock, faults: [{ on: 'getUpdates', times: 1_000_000, action }] });
    const startedMs = clock.monotonicMs();
    await bot.telegram.waitFor(() => bot.telegram.calls('getUpdates').length > 4, 'polls');
    expect(clock.monotonicMs() - startedMs).toBeGreaterThan(7000);
  });

  it('and does not say who the bot is, it asks again', async () => {
    const body = { ok: true, result: null };
    const bot = await start({ faults: [{ on: 'getMe', action: { kind: 'body', body } }] });
    expect(bot.said).toContainEqual(expect.stringContaining('Telegram: connected as'));
  });
});

describe('a bot that hears nothing for a quarter of an hour', () => {
  const nothing = { on: 'getUpdates', times: 1_000_000, action: { kind: 'body', body: null } } as const;
  const unreachable = { on: 'getMe', skip: 1, times: 1_000_000, action: { kind: 'reset' } } as const;
  const MINUTES_IN_A_SECOND = 60;
  const startFast = (...faults: (typeof nothing | typeof unreachable)[]) =>
    start({ clock: createFastClock(60 * MINUTES_IN_A_SECOND), faults });

  it('ends, so that it is started again, if Telegram answers other requests', async () => {
    const bot = await startFast(nothing);
    await bot.telegram.waitFor(() => bot.failures.length > 0, 'the end');
    expect(String(bot.failures[0])).toContain('Telegram answers other requests');
  });

  it('keeps trying if Telegram is out of reach', async () => {
    const bot = await startFast(nothing, unreachable);
    await bot.telegram.waitFor(() => bot.telegram.calls('getMe').length > 3, 'questions whether it is reachable');
    expect(bot.failures).toEqual([]);
  });
});

describe('a bot that was killed', () => {
  const update = (text: string) => ({
    update_id: 100_000_999,
    message: {
      message_id: 77,
      date: 1,
      text,
      from: { id: 500_000_001, is_bot: false, first_name: 'Ann', language_code: 'en' },
      chat: { id: 500_000_001, type: 'private', first_name: 'Ann' },
    },
  });

  it('answers what it had confirmed to Telegram but not begun, once', async () => {
    const bot = await start();
    const ann = bot.telegram.addUser();
    await bot.bot.stop();
    await bot.state.set('inbox', [update('/article strait001')]);
    for (let starts = 0; starts < 2; starts += 1) {
      const again = await bot.start();
      bot.telegram.say(ann, ann.id, '/articles');
      await bot.telegram.waitFor(() => bot.telegram.botMessages(ann.id).length === starts + 2, 'the answers');
      await again.stop();
    }
    expect(bot.telegram.botMessages(ann.id)[0]?.text).toContain('停航十年的渡轮');
  });
});
