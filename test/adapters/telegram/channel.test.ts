import { describe, expect, it } from 'vitest';
import { linkTo } from '../../../adapters/telegram/deep-link.ts';
import { last, useBots } from '../../fixtures/telegram.ts';

const start = useBots();

async function startChannel() {
  const bot = await start();
  const { telegram } = bot;
  const [ann, ben] = [telegram.addUser(), telegram.addUser()];
  const channel = telegram.addChannel();
  telegram.setMember(channel.id, ben, 'administrator');
  telegram.post(channel.id, '/article strait001');
  const card = await last(bot, channel.id, '停航十年的渡轮');
  const answered = async (pressed: ReturnType<typeof telegram.press>) =>
    (await telegram.waitFor(() => pressed.answer, 'the spinner to stop')).url;
  return { bot, telegram, ann, ben, channel, card, answered };
}

const link = (parameter: string) => linkTo('gazette_test_bot', parameter);

describe('a reader of a channel', () => {
  it.each([
    ['/section strait001 2', 'a_strait001_2'],
    ['/search words of somebody else', 'digest'],
    ['/articles', 'digest'],
    ['/nope', 'digest'],
  ])('gets an answer of their own, and changes nothing there: %s', async (data, parameter) => {
    const { telegram, ann, channel, card, answered } = await startChannel();
    const before = telegram.messages(channel.id);
    expect(await answered(telegram.pressStale(ann, card, { data }))).toBe(link(parameter));
    expect(await answered(telegram.pressStale(ann, card, { data, inaccessible: true }))).toBe(link(parameter));
    expect(telegram.messages(channel.id)).toEqual(before);
  });

  it('changes nothing there after everything stored about it is deleted', async () => {
    const { bot, telegram, ann, channel, card, answered } = await startChannel();
    await bot.bot.forget?.({ platform: 'telegram', chat: String(channel.id) });
    const before = telegram.messages(channel.id);
    expect(await answered(telegram.pressStale(ann, card, { data: '/search lies' }))).toBe(link('digest'));
    expect(telegram.messages(channel.id)).toEqual(before);
  });

  it('is refused what is for admins', async () => {
    const { telegram, ann, channel, card } = await startChannel();
    const pressed = telegram.pressStale(ann, card, { data: '/unsubscribe all' });
    expect(await telegram.waitFor(() => pressed.answer, 'the spinner to stop')).toMatchObject({ show_alert: true });
    expect(telegram.botMessages(channel.id)).toEqual([card]);
  });
});

describe('an admin of a channel', () => {
  it('reads on in the post', async () => {
    const { bot, telegram, ben, channel, card } = await startChannel();
    telegram.press(ben, card, '1 台湾一侧');
    expect((await last(bot, channel.id, '› 台湾一侧')).message_id).toBe(card.message_id);
  });

  it('may not any more once they are none', async () => {
    const { bot, telegram, ben, channel, card, answered } = await startChannel();
    telegram.press(ben, card, '1 台湾一侧');
    const section = await last(bot, channel.id, '› 台湾一侧');
    telegram.setMember(channel.id, ben, 'member');
    expect(await answered(telegram.pressStale(ben, card, { data: '/section strait001 2' }))).toBe(
      link('a_strait001_2'),
    );
    expect(telegram.botMessages(channel.id)).toEqual([section]);
  });
});
