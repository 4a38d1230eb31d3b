import { describe, expect, it } from 'vitest';
import { bus } from '../../fixtures/articles.ts';
import { last, useBots } from '../../fixtures/telegram.ts';

const start = useBots();

describe('inline mode', () => {
  it('offers articles as cards, and shows sections in the posted message', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const question = telegram.ask(ann, '台湾');
    await telegram.waitFor(() => question.answer, 'cards');
    const [card] = question.answer?.results ?? [];
    expect(card).toMatchObject({ type: 'article', title: expect.stringContaining('海峡渡轮复航') as string });
    const posted = telegram.choose(question, card?.id ?? '');
    telegram.pressInline(ann, posted, '1 台湾一侧');
    await telegram.waitFor(() => telegram.inlineMessage(posted)?.text?.includes('› 台湾一侧'), 'the section');
    expect([telegram.violations(), telegram.unanswered()]).toEqual([[], []]);
  });

  it('offers further pages', async () => {
    const articles = Array.from({ length: 25 }, (_, at) => ({
      ...bus,
      id: `nightbus${at}`,
      url: `https://example.com/${at}`,
      title: `Night bus ${at}`,
    }));
    const { telegram } = await start({ articles });
    const ann = telegram.addUser();
    const offered: (string | undefined)[] = [];
    for (const query of ['bus', '']) {
      for (let offset: string | undefined = ''; offset !== undefined; ) {
        const question = telegram.ask(ann, query, offset);
        await telegram.waitFor(() => question.answer, 'cards');
        offered.push(...(question.answer?.results.map(({ title }) => title) ?? []));
        offset = question.answer?.next_offset;
      }
    }
    expect(offered).toHaveLength(50);
    expect(new Set(offered).size).toBe(25);
    expect(telegram.violations()).toEqual([]);
  });

  it('says that nothing is found, with a link to its own chat', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const question = telegram.ask(ann, 'xylophone');
    await telegram.waitFor(() => question.answer, 'an answer');
    expect(question.answer).toMatchObject({
      results: [],
      button: { text: expect.stringContaining('xylophone') as string },
    });
    telegram.say(ann, ann.id, `/start ${question.answer?.button?.start_parameter}`);
    await last(bot, ann.id, 'I show you articles from the web');
  });

  it('offers plain cards if Telegram refuses the others, and says so if it refuses all', async () => {
    const bot = await start();
    const { telegram } = bot;
    const refusal = { kind: 'error', code: 400, message: 'Bad Request: something new' } as const;
    telegram.fault({ on: 'answerInlineQuery', action: refusal, times: 2 });
    const question = telegram.ask(telegram.addUser(), '台湾');
    await telegram.waitFor(() => question.answer, 'cards');
    expect(question.answer?.results[0]).toMatchObject({ title: expect.stringContaining('海峡渡轮复航') as string });
    expect(question.answer?.results[0]).not.toHaveProperty('reply_markup');
    expect(question.answer?.results[0]).toMatchObject({
      input_message_content: { message_text: expect.stringMatching(/海峡渡轮复航.*\n+.{20}/su) as string },
    });
    telegram.fault({ on: 'answerInlineQuery', action: refusal, times: 3 });
    const other = telegram.ask(telegram.addUser(), '台湾');
    await telegram.waitFor(() => other.answer, 'an answer');
    expect(other.answer).toMatchObject({
      results: [],
      button: { text: expect.stringContaining('couldn’t') as string },
    });
    expect(bot.reported).toHaveLength(5);
  });

  it.each(['WC_CONVERT_URL_INVALID', 'wrong HTTP URL specified', 'wrong type of the web page content'])(
    'offers cards without pictures, with their buttons, where a thumbnail is refused: %s',
    async (description) => {
      const { telegram } = await start();
      const refusal = { kind: 'error', code: 400, message: `Bad Request: ${description}` } as const;
      telegram.fault({ on: 'answerInlineQuery', action: refusal });
      const question = telegram.ask(telegram.addUser(), '台湾');
      await telegram.waitFor(() => question.answer, 'cards');
      expect(question.answer?.results[0]).not.toHaveProperty('thumbnail_url');
      expect(question.answer?.results[0]).toHaveProperty('reply_markup');
    },
  );

  it('offers the newest without words', async () => {
    const { telegram } = await start();
    const question = telegram.ask(telegram.addUser(), '');
    await telegram.waitFor(() => question.answer, 'cards');
    expect(question.answer?.results).toHaveLength(5);
  });
});
