import { describe, expect, it } from 'vitest';
import { createClient } from '../../../adapters/discord/client.ts';
import { systemClock } from '../../../adapters/shared/system-clock.ts';
import { messageView } from '../../../src/view/message-view.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const MINUTE_MS = 60_000;
const view = messageView('The ferry is back.');

/** A bot with a wrong clock on a Discord that has forgotten every nonce. */
async function start(aheadMs: number) {
  const nowMs = () => systemClock.nowMs() + aheadMs;
  const all = await startDiscordBot({ nonceMs: 0, clock: { ...systemClock, nowMs } });
  const guild = all.discord.addGuild();
  const at = (channel: { id: string }) => ({ platform: 'discord', chat: channel.id, server: guild.id });
  return { ...all, guild, at, since: () => new Date(nowMs()) };
}

describe('a message in flight when the process died', () => {
  it.each([10, -10])('is found with the clock %i minutes off', async (minutes) => {
    const { discord, bot, guild, at, since } = await start(minutes * MINUTE_MS);
    const general = discord.addChannel(guild);
    const forum = discord.addChannel(guild, { type: 15 });
    const mayHaveBeenSentSince = since();
    for (const channel of [general, forum]) {
      await bot.deliver(at(channel), view, makeDeliverOptions({ id: channel.id }));
      await bot.deliver(at(channel), view, makeDeliverOptions({ id: channel.id, mayHaveBeenSentSince }));
    }
    expect([discord.messages(general).length, discord.threads(forum).length]).toEqual([1, 1]);
  });

  it('is found if the clock was corrected meanwhile', async () => {
    const { discord, bot, guild, at } = await start(0);
    const general = discord.addChannel(guild);
    const wrong = new Date(systemClock.nowMs() + 10 * MINUTE_MS);
    await bot.deliver(at(general), view, makeDeliverOptions());
    await bot.deliver(at(general), view, makeDeliverOptions({ mayHaveBeenSentSince: wrong }));
    expect(discord.messages(general)).toHaveLength(1);
  });

  it('is found among more than a thousand messages', async () => {
    const { discord, bot, guild, at, since } = await start(-10 * MINUTE_MS);
    const general = discord.addChannel(guild);
    const mayHaveBeenSentSince = since();
    const client = createClient(discord);
    const post = async (content: string) =>
      await client.call({ method: 'POST', route: `/channels/${general.id}/messages`, body: { content } });
    for (let n = 0; n < 1050; n += 1) await post(`${n}`);
    await bot.deliver(at(general), view, makeDeliverOptions());
    for (let n = 0; n < 150; n += 1) await post(`${n}`);
    await bot.deliver(at(general), view, makeDeliverOptions({ mayHaveBeenSentSince }));
    expect(discord.messages(general).filter(({ text }) => text.includes('ferry'))).toHaveLength(1);
  });

  it('is found as a post that was archived long ago among many', async () => {
    const { discord, bot, guild, at } = await start(0);
    const forum = discord.addChannel(guild, { type: 15 });
    await bot.deliver(at(forum), view, makeDeliverOptions());
    const [post] = discord.threads(forum);
    if (post) discord.archive(post);
    for (let n = 0; n < 120; n += 1) discord.archive(discord.addThread(forum, { name: `${n}` }));
    await bot.deliver(at(forum), view, makeDeliverOptions({ mayHaveBeenSentSince: new Date() }));
    expect(discord.threads(forum)).toHaveLength(121);
  });
});
