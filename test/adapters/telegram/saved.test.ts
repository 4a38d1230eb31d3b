import { describe, expect, it } from 'vitest';
import { parseStart, toStart } from '../../../adapters/telegram/deep-link.ts';
import { last, useBots } from '../../fixtures/telegram.ts';

const start = useBots();
const TITLE = '海峡渡轮复航：两岸码头在等什么';

describe('saved articles on Telegram', () => {
  it('are saved by a button, beside the card, in a group too, and listed in private', async () => {
    const bot = await start();
    const { telegram } = bot;
    const ann = telegram.addUser();
    const group = telegram.addGroup({ members: [ann] });
    for (const chat of [ann.id, group.id]) {
      telegram.say(ann, chat, '/article strait001');
      const card = await last(bot, chat, TITLE);
      telegram.press(ann, card, 'Save');
      const saved = await last(bot, chat, 'aved');
      expect(saved.message_id).not.toBe(card.message_id);
      await telegram.waitFor(() => telegram.botMessages(chat).length === 2);
    }
    telegram.say(ann, ann.id, '/saved');
    const list = await last(bot, ann.id, 'Your saved articles');
    telegram.press(ann, list, 'Remove some');
    await last(bot, ann.id, 'shall I remove');
  });

  it('of a card in a stranger’s chat or a channel are saved in private', async () => {
    const { telegram } = await start();
    const [ann, ben] = [telegram.addUser(), telegram.addUser()];
    const query = telegram.ask(ann, '渡轮');
    await telegram.waitFor(() => query.answer !== undefined);
    const posted = telegram.choose(query, query.answer?.results[0]?.id ?? '');
    const before = telegram.inlineMessage(posted)?.text;
    const press = telegram.pressInline(ben, posted, 'Save');
    await telegram.waitFor(() => press.answer !== undefined);
    expect(press.answer?.url).toBe(`https://t.me/${telegram.bot.username}?start=s_strait001`);
    expect(telegram.inlineMessage(posted)?.text).toBe(before);
    expect(parseStart('s_strait001')).toEqual({ name: 'save', input: 'strait001' });
    expect(parseStart('s_strait001_2')).toBeUndefined();
    expect(toStart({ name: 'save', input: 'strait001' })).toBe('s_strait001');
  });
});
