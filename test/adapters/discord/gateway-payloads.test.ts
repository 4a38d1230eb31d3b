import { describe, expect, it } from 'vitest';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const event = (t: unknown, d: unknown) => JSON.stringify({ op: 0, s: 999, t, d });

async function start() {
  const all = await startDiscordBot();
  const ann = all.discord.addUser();
  const general = all.discord.addChannel(all.discord.addGuild({ members: [ann] }));
  const { discord } = all;
  const expectAnswer = async () => {
    await discord.waitFor(() => discord.gateway.isReady(), 'the bot to be connected');
    await discord.answerTo(discord.command(ann, general, 'help'));
  };
  return { ...all, expectAnswer };
}

describe('the connection to Discord', () => {
  it.each([
    event('INTERACTION_CREATE', null),
    event('INTERACTION_CREATE', []),
    event('GUILD_CREATE', {}),
    event('GUILD_DELETE', null),
    event('CHANNEL_CREATE', [null]),
    event('CHANNEL_DELETE', {}),
    event(null, {}),
    event('SOMETHING_NEW', { id: 7 }),
  ])('goes on after the unexpected event %s', async (text) => {
    const { discord, expectAnswer } = await start();
    discord.gateway.sendText(text);
    await expectAnswer();
    expect(discord.gateway.count()).toMatchObject({ identify: 1, resume: 0 });
  });

  it('reports an interaction that cannot be read, and goes on', async () => {
    const { discord, reported, expectAnswer } = await start();
    discord.gateway.sendText(event('INTERACTION_CREATE', { id: '1', type: 2 }));
    await expectAnswer();
    expect(reported).toEqual([expect.any(Error)]);
  });

  it.each([
    '[]',
    '{}',
    '[null]',
    '7',
    event('READY', null),
    event('READY', {}),
    '{"op":10,"d":null}',
    '{"op":10,"d":{}}',
    '{"op":9,"d":null}',
  ])('is made anew after the unexpected payload %s', async (text) => {
    const { discord, expectAnswer } = await start();
    discord.gateway.sendText(text);
    await discord.waitFor(() => discord.gateway.count().identify === 2, 'a new session');
    await expectAnswer();
  });

  it.each([null, [], {}, { url: 7, shards: 1, session_start_limit: {} }].map((body) => [JSON.stringify(body), body]))(
    'is made after Discord gave %s in the place of its address',
    async (_text, body) => {
      const { discord, expectAnswer, start: startAgain, bot } = await start();
      await bot.stop();
      discord.fault({ on: 'GET /gateway/bot', action: { kind: 'answer', body } });
      const second = await startAgain();
      await discord.waitFor(() => discord.gateway.count().identify === 2, 'a new session');
      await expectAnswer();
      await second.stop();
    },
  );
});
