import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepConnected } from '../../../adapters/discord/gateway/gateway.ts';
import { shareIdentifying } from '../../../adapters/discord/gateway/share-identifying.ts';
import type { Clock } from '../../../src/clock.ts';
import type { startDiscord } from '../../emulators/discord/discord.ts';
import { runDiscord } from '../../emulators/discord/running.ts';
import { createInstantClock } from '../../fakes/clock.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

type Discord = Awaited<ReturnType<typeof startDiscord>>;

const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';

/** discord.js waits half a second before it reconnects. */
const RECONNECT_MS = 700;
const NOTICED_MS = 100;

/** Disturbs the connection while a command is being answered, then sends another command. */
async function disturb(what: (discord: Discord) => unknown, options: { heartbeatMs?: number } = {}) {
  const { discord, said } = await startDiscordBot(options);
  const ann = discord.addUser();
  const general = discord.addChannel(discord.addGuild({ members: [ann] }));
  discord.fault({ on: CALLBACK, action: { kind: 'delay', ms: 150 } });
  const asked = discord.command(ann, general, 'articles');
  await discord.waitFor(() => discord.calls(CALLBACK).length > 0);
  await what(discord);
  await discord.answerTo(asked);
  await discord.waitFor(() => discord.gateway.isReady(), 'the bot to be back');
  await discord.answerTo(discord.command(ann, general, 'help'));
  expect(discord.messages(general, ann)).toHaveLength(2);
  expect([discord.violations(), discord.failedInteractions()]).toEqual([[], []]);
  return { counts: discord.gateway.count(), said };
}

describe('a disturbed connection', () => {
  it.each<[string, (discord: Discord) => unknown]>([
    ['Discord asks to reconnect', ({ gateway }) => gateway.askToReconnect()],
    ['Discord closes it for an unknown reason', ({ gateway }) => gateway.close(4000)],
    ['Discord closes it for a wrong opcode', ({ gateway }) => gateway.close(4001)],
    ['the connection is cut', ({ gateway }) => gateway.cut()],
  ])('is resumed when %s, and each command is answered once', async (_what, what) => {
    const isBack = async (discord: Discord) => {
      what(discord);
      await discord.waitFor(() => discord.gateway.count().resume === 1, 'the session to be resumed');
    };
    expect(await disturb(isBack)).toMatchObject({ counts: { identify: 1, resume: 1 }, said: [expect.anything()] });
  });

  it('is resumed when it is silent', async () => {
    const die = async ({ gateway, waitFor }: Discord) => {
      gateway.acknowledge(false);
      await waitFor(() => gateway.count().resume === 1, 'the session to be resumed');
      gateway.acknowledge(true);
    };
    expect((await disturb(die, { heartbeatMs: 400 })).counts).toMatchObject({ identify: 1 });
  });

  it('begins a new session when the old one is invalid', async () => {
    const invalidate = async ({ gateway, waitFor }: Discord) => {
      gateway.invalidate(false);
      await waitFor(() => gateway.count().identify === 2, 'a new session');
    };
    expect((await disturb(invalidate)).counts).toMatchObject({ identify: 2, resume: 0 });
  });

  it('is not resumed when the bot is stopped meanwhile', async () => {
    const { discord, bot } = await startDiscordBot();
    discord.gateway.cut();
    await sleep(NOTICED_MS);
    await bot.stop();
    await sleep(RECONNECT_MS);
    expect(discord.gateway.count()).toMatchObject({ connections: 0, resume: 0 });
  });

  it('answers an event once that arrives twice', async () => {
    expect((await disturb((discord) => discord.gateway.repeatLast())).counts).toMatchObject({ identify: 1 });
  });

  it('survives outages and removals of servers', async () => {
    const change = (discord: Discord) => {
      const guild = discord.addGuild();
      discord.breakDown(guild);
      discord.recover(guild);
      discord.kick(guild);
    };
    expect((await disturb(change)).counts).toMatchObject({ identify: 1, connections: 1 });
  });
});

/** Stays connected to an emulated Discord without waiting, and stops after `most` delays. */
async function keep(prepare: (discord: Discord) => unknown, most: number) {
  const { discord } = await runDiscord({ token: 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated' });
  await prepare(discord);
  const stopping = new AbortController();
  onTestFinished(() => stopping.abort());
  const pauses: number[] = [];
  const news: unknown[] = [];
  const instant = createInstantClock();
  const clock: Clock = {
    ...instant,
    after(delayMs, call) {
      if (NEVER_MS.includes(delayMs)) return () => undefined;
      pauses.push(delayMs);
      if (pauses.length >= most) stopping.abort();
      return instant.after(delayMs, call);
    },
  };
  await keepConnected(
    {
      token: discord.token,
      api: discord.api,
      shard: { id: 0, count: 1 },
      identifying: shareIdentifying(),
      clock,
      onEvent: (event) => {
        if (event === 'READY') discord.gateway.close(4014, 'Disallowed intent(s).');
      },
      onError: (error) => void news.push(error),
      report: (what, why) => void news.push(why === undefined ? what : [what, why.kind, why.message]),
    },
    stopping.signal,
  );
  return { pauses, news, discord };
}

/** The timeouts for closing a connection and for a silent one, which never elapse here. */
const NEVER_MS = [2500, 30_000];

describe('a refused connection', () => {
  it('is reported once if the token is invalid, and tried again with growing delays', async () => {
    const { pauses, news, discord } = await keep(({ revoke }) => revoke(), 8);
    expect(news).toEqual([['lost', 'stopped', 'Discord does not know this token.']]);
    expect(pauses).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 600_000, 600_000]);
    expect(discord.gateway.count().identify).toBe(0);
  });

  it('is made at the next try if Discord refused the token by mistake', async () => {
    const error = { kind: 'error', status: 401, code: 0, message: '401: Unauthorized' } as const;
    const { news } = await keep(({ fault }) => fault({ on: 'GET /gateway/bot', action: error }), 2);
    expect(news.slice(0, 2)).toEqual([['lost', 'stopped', 'Discord does not know this token.'], 'back']);
  });

  it('is reported with its close code', async () => {
    const { pauses, news } = await keep(() => undefined, 1);
    expect(news).toEqual([['lost', 'gateway-closed', '4014 Disallowed intents']]);
    expect(pauses).toEqual([10_000]);
  });

  it('is tried again soon if there is no network', async () => {
    const { pauses, news } = await keep((discord) => discord.stop(), 6);
    expect(news).toMatchObject([['lost', 'other', expect.stringContaining('ECONNREFUSED')]]);
    // After an outage, users wait no longer than the last of these.
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
  });
});
