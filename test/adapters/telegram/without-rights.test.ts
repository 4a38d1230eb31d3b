import { describe, expect, it } from 'vitest';
import { last, useBots } from '../../fixtures/telegram.ts';

const start = useBots();

describe('a group where the bot may not write', () => {
  it('gets no answer, but the admin who sent the command does, in private', async () => {
    const bot = await start();
    const { telegram, reported } = bot;
    const ann = telegram.addUser();
    const group = telegram.addGroup({ members: [ann] });
    telegram.say(ann, ann.id, '/start');
    await last(bot, ann.id, 'Shall I send');
    telegram.deny(group, 'text messages');
    telegram.say(ann, group.id, '/subscribe 8:00');
    await last(bot, ann.id, 'write in the group where you sent /subscribe');
    expect(reported).toEqual([]);
  });

  it('is reported if the admin has blocked the bot', async () => {
    const bot = await start();
    const { telegram, reported } = bot;
    const ann = telegram.addUser();
    const group = telegram.addGroup({ members: [ann] });
    telegram.deny(group, 'text messages');
    telegram.block(ann);
    telegram.say(ann, group.id, '/subscribe 8:00');
    telegram.say(ann, group.id, '/articles');
    await telegram.waitFor(() => reported.length > 0, 'the report');
    expect(telegram.botMessages(ann.id)).toEqual([]);
  });

  it('leaves its other members alone', async () => {
    const bot = await start();
    const { telegram, reported } = bot;
    const [ann, ben] = [telegram.addUser(), telegram.addUser()];
    const group = telegram.addGroup({ members: [ann, ben] });
    telegram.say(ben, ben.id, '/start');
    const hello = await last(bot, ben.id, 'Shall I send');
    telegram.deny(group, 'text messages');
    telegram.say(ben, group.id, '/subscribe 8:00');
    telegram.say(ben, group.id, '/articles');
    await telegram.waitFor(() => reported.length > 0, 'the report');
    expect(telegram.botMessages(ben.id).at(-1)).toEqual(hello);
  });
});
