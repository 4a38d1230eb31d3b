import { describe, expect, it } from 'vitest';
import { messageView } from '../../../src/view/message-view.ts';
import type { FaultAction } from '../../emulators/discord/faults.ts';
import { toldOptions } from '../../fakes/deliver-options.ts';
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
  const deliver = (id: string) => bot.deliver(to, messageView('The ferry is back.'), toldOptions({ id }));
  const told = () => discord.messages(discord.openDm(owner)).map(({ text }) => text);
  return { discord, owner, general, reported, deliver, told };
}

describe('the admins of a server', () => {
  it('are told in the language of their server, once', async () => {
    const { deliver, told } = await start();
    for (const id of ['one', 'two', 'three']) await expect(deliver(id)).rejects.toMatchObject({ reason: 'forbidden' });
    expect(told()).toEqual([expect.stringContaining('沒有權限')]);
  });

  it('are told again where it could write meanwhile and may not any more', async () => {
    const { discord, general, deliver, told } = await start();
    await expect(deliver('one')).rejects.toMatchObject({ reason: 'forbidden' });
    discord.deny(general, []);
    await deliver('two');
    discord.deny(general, ['SendMessages']);
    await expect(deliver('three')).rejects.toMatchObject({ reason: 'forbidden' });
    expect(told()).toHaveLength(2);
  });

  it.each([
    ['who they are cannot be asked', 'GET /guilds/{guild_id}'],
    ['no conversation can be opened', 'POST /users/@me/channels'],
  ])('are told with the next delivery where %s', async (_what, on) => {
    const { discord, deliver, told, reported } = await start();
    discord.fault({ on, action: { kind: 'status', status: 500 } });
    await expect(deliver('one')).rejects.toMatchObject({ reason: 'forbidden' });
    expect([told(), reported.length]).toEqual([[], 1]);
    await expect(deliver('two')).rejects.toMatchObject({ reason: 'forbidden' });
    expect(told()).toHaveLength(1);
  });

  it.each<[string, FaultAction]>([
    ['its answer is lost', { kind: 'status', status: 502, phase: 'after' }],
    ['the line is cut', { kind: 'reset', phase: 'after' }],
  ])('are told once even so where %s', async (_what, action) => {
    const { discord, deliver, told } = await start();
    // The first one is the delivery itself, which is refused.
    discord.fault({ on: MESSAGE, skip: 1, action });
    await expect(deliver('one')).rejects.toMatchObject({ reason: 'forbidden' });
    await expect(deliver('two')).rejects.toMatchObject({ reason: 'forbidden' });
    expect(told()).toHaveLength(1);
  });

  it('who take no messages are not asked again and again', async () => {
    const { discord, owner, deliver, reported } = await start();
    discord.closeDms(owner);
    for (const id of ['one', 'two']) await expect(deliver(id)).rejects.toMatchObject({ reason: 'forbidden' });
    expect(reported).toMatchObject([{ reason: 'gone' }]);
  });
});
