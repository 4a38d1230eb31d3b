import { describe, expect, it } from 'vitest';
import { messageView } from '../../../src/view/message-view.ts';
import type { FaultAction } from '../../emulators/discord/faults.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const MESSAGE = 'POST /channels/{channel_id}/messages';

/** A server with a channel that the bot may not write in. */
async function start() {
  const { discord, bot, reported } = await startDiscordBot();
  const owner = discord.addUser({ username: 'owner' });
  const guild = discord.addGuild({ name: 'Harbour', members: [owner], locale: 'zh-TW' });
  const general = discord.addChannel(guild);
  discord.deny(general, ['SendMessages']);
  const to = { platform: 'discord', chat: general.id, server: guild.id };
  const deliver = (id: string) => bot.deliver(to, messageView('The ferry is back.'), makeDeliverOptions({ id }));
  const told = () => discord.messages(discord.openDm(owner)).map(({ text }) => text);
  return { discord, owner, general, reported, deliver, told };
}

describe('the owner of a server', () => {
  it('is notified once, in the language of the server', async () => {
    const { deliver, told } = await start();
    for (const id of ['one', 'two', 'three']) await expect(deliver(id)).rejects.toMatchObject({ reason: 'forbidden' });
    expect(told()).toEqual([expect.stringContaining('沒有權限')]);
  });

  it('is notified again if the bot could write meanwhile', async () => {
    const { discord, general, deliver, told } = await start();
    await expect(deliver('one')).rejects.toMatchObject({ reason: 'forbidden' });
    discord.deny(general, []);
    await deliver('two');
    discord.deny(general, ['SendMessages']);
    await expect(deliver('three')).rejects.toMatchObject({ reason: 'forbidden' });
    expect(told()).toHaveLength(2);
  });

  it.each([
    ['the server cannot be read', 'GET /guilds/{guild_id}'],
    ['no direct message can be opened', 'POST /users/@me/channels'],
  ])('is notified at the next delivery if %s', async (_what, on) => {
    const { discord, deliver, told, reported } = await start();
    discord.fault({ on, action: { kind: 'status', status: 500 } });
    await expect(deliver('one')).rejects.toMatchObject({ reason: 'forbidden' });
    expect([told(), reported.length]).toEqual([[], 1]);
    await expect(deliver('two')).rejects.toMatchObject({ reason: 'forbidden' });
    expect(told()).toHaveLength(1);
  });

  it.each<[string, FaultAction]>([
    ['the response is lost', { kind: 'status', status: 502, phase: 'after' }],
    ['the connection is cut', { kind: 'reset', phase: 'after' }],
  ])('is notified once if %s', async (_what, action) => {
    const { discord, deliver, told } = await start();
    // The first message is the delivery itself, which is refused.
    discord.fault({ on: MESSAGE, skip: 1, action });
    await expect(deliver('one')).rejects.toMatchObject({ reason: 'forbidden' });
    await expect(deliver('two')).rejects.toMatchObject({ reason: 'forbidden' });
    expect(told()).toHaveLength(1);
  });

  it('is not notified again if they accept no messages', async () => {
    const { discord, owner, deliver, reported } = await start();
    discord.closeDms(owner);
    for (const id of ['one', 'two']) await expect(deliver(id)).rejects.toMatchObject({ reason: 'forbidden' });
    expect(reported).toMatchObject([{ reason: 'gone' }]);
  });
});
