import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../adapters/shared/system-clock.ts';
import type { Clock } from '../../../src/clock.ts';
import type { DiscordEmulator } from '../../emulators/discord/discord.ts';
import { shardOf } from '../../emulators/discord/gateway/shards.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

/** A user with a channel in a server of each shard. */
async function withServers(discord: DiscordEmulator, count: number) {
  const ann = discord.addUser();
  const channels = new Map<number, ReturnType<DiscordEmulator['addChannel']>>();
  while (channels.size < count) {
    const guild = discord.addGuild({ members: [ann] });
    const shard = shardOf(guild.id, count);
    if (!channels.has(shard)) channels.set(shard, discord.addChannel(guild));
    // The shard depends on the millisecond.
    await sleep(1);
  }
  const say = (shard: number) => {
    const channel = channels.get(shard);
    if (channel === undefined) throw new Error(`There is no server of shard ${shard}.`);
    return discord.command(ann, channel, 'help');
  };
  return { say, answers: async (shard: number) => await discord.answerTo(say(shard)) };
}

/** When the watchdog gives a silent connection up, and when it does so here. */
const GIVE_UP_MS = 30_000;
const SOON_MS = 4000;
const CONCURRENT = { maxConcurrency: 16 } as const;

describe('shards', () => {
  it('divide the servers among connections, and each answers once', async () => {
    const { discord, said } = await startDiscordBot({ ...CONCURRENT, shards: { count: 2 } });
    await discord.waitFor(() => discord.gateway.shards().length === 2, 'both shards');
    const { answers } = await withServers(discord, 2);
    expect(await answers(0)).toBeDefined();
    expect(await answers(1)).toBeDefined();
    expect(said.filter((line) => line.includes('connected as'))).toHaveLength(1);
    expect(discord.failedInteractions()).toEqual([]);
  });

  it.each([1, 3])('are as many as Discord recommends with auto (%i)', async (recommendedShards) => {
    const { discord } = await startDiscordBot({ ...CONCURRENT, recommendedShards, shards: { count: 'auto' } });
    await discord.waitFor(() => discord.gateway.shards().length === recommendedShards, 'all shards');
    expect(discord.gateway.shards()).toEqual([0, 1, 2].slice(0, recommendedShards));
  });

  it('are only those of the process', async () => {
    const { discord } = await startDiscordBot({ ...CONCURRENT, shards: { count: 4, ids: [1, 3] } });
    await discord.waitFor(() => discord.gateway.shards().length === 2, 'both shards');
    expect(discord.gateway.shards()).toEqual([1, 3]);
    const { say, answers } = await withServers(discord, 4);
    const elsewhere = say(2);
    expect(await answers(3)).toBeDefined();
    expect(discord.failedInteractions()).toEqual([]);
    expect(discord.calls().some(({ path }) => path.includes(elsewhere.id))).toBe(false);
  });

  it('are replaced one by one while the others go on', async () => {
    const { discord } = await startDiscordBot({ ...CONCURRENT, shards: { count: 2 } });
    await discord.waitFor(() => discord.gateway.shards().length === 2, 'both shards');
    const { answers } = await withServers(discord, 2);
    discord.gateway.closeShard(1, 4000);
    expect(await answers(0)).toBeDefined();
    await discord.waitFor(() => discord.gateway.count().resume === 1, 'shard 1 again');
    expect(await answers(1)).toBeDefined();
    expect(discord.gateway.count()).toMatchObject({ identify: 2, resume: 1, connections: 2 });
  });

  it('are given up one by one where Discord stays silent', async () => {
    const clock: Clock = {
      ...systemClock,
      after: (delayMs, call) => systemClock.after(delayMs === GIVE_UP_MS ? SOON_MS : delayMs, call),
    };
    const { discord, said } = await startDiscordBot({ ...CONCURRENT, clock, shards: { count: 2 } });
    await discord.waitFor(() => discord.gateway.shards().length === 2, 'both shards');
    const { answers } = await withServers(discord, 2);
    discord.gateway.answerShard(1, false);
    discord.gateway.closeShard(1, 4000);
    await discord.waitFor(() => said.some((line) => line.includes('Shard 1:')), 'the report');
    expect(await answers(0)).toBeDefined();
    discord.gateway.answerShard(1, true);
    await discord.waitFor(() => discord.gateway.shards().length === 2, 'shard 1 again');
    expect(await answers(1)).toBeDefined();
    // Shard 0 has kept its first session.
    expect(discord.gateway.count()).toMatchObject({ identify: 3, connections: 2 });
    await discord.waitFor(() => said.some((line) => line.includes('connected again')), 'the good news');
  }, 30_000);

  it('wait for each other before they begin a session', async () => {
    const { discord } = await startDiscordBot({ identifyMs: 4500, shards: { count: 2 } });
    await discord.waitFor(() => discord.gateway.shards().length === 2, 'both shards');
    expect(discord.gateway.count()).toMatchObject({ identify: 2, early: 0 });
  }, 20_000);
});
