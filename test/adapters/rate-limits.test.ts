import { describe, expect, it, onTestFinished } from 'vitest';
import { createDiscord } from '../../adapters/discord/adapter.ts';
import { RATE_LIMITS as DISCORD } from '../../adapters/discord/rate-limits.ts';
import { createTelegram } from '../../adapters/telegram/adapter.ts';
import { RATE_LIMITS as TELEGRAM } from '../../adapters/telegram/rate-limits.ts';
import { toSpecs } from '../../commands/dispatch/specs.ts';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import { toTypedCommand } from '../../src/messaging/typed-command.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import { startDiscord } from '../emulators/discord/discord.ts';
import { startTelegram } from '../emulators/telegram/telegram.ts';
import { makeDeliverOptions } from '../fakes/deliver-options.ts';
import { createContext } from '../fixtures/context.ts';
import { createTalk } from '../fixtures/converse.ts';

/** The limits that the platforms publish. */
const DISCORD_RATES = {
  perSecond: 50,
  routes: {
    'POST /channels/{channel_id}/messages': { limit: 5, perMs: 5000 },
    'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, perMs: 5000 },
  },
};
const TELEGRAM_RATES = {
  global: { limit: 30, perMs: 1000 },
  private: { limit: 1, perMs: 1000 },
  group: { limit: 20, perMs: 60_000 },
};
const TELEGRAM_CHATS = 70;
const TOKEN = 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated';

/** About so many messages. */
const digestOf = (messages: number): View => ({
  blocks: Array.from({ length: 4 * messages }, (_, at) => ({
    kind: 'text',
    spans: [{ kind: 'plain', text: `Article ${at}. ${'The ferry waits at the pier. '.repeat(33)}` }],
  })),
  actions: [],
});

function createRun() {
  const reported: unknown[] = [];
  const talk = createTalk({});
  return { reported, talk, specs: toSpecs(talk.commands, talk.library), context: contextOf(reported) };
}

function contextOf(reported: unknown[]) {
  return createContext({ report: (error) => void reported.push(error) });
}

/** A digest to each of the addresses at the same moment. */
async function deliverToAll({ deliver }: Deliverer, view: View, addresses: readonly Address[]): Promise<number> {
  let parts = 0;
  const onPartSent = async (): Promise<void> => {
    parts += 1;
  };
  await Promise.all(
    addresses.map((to, at) => deliver(to, view, makeDeliverOptions({ id: `reading${at}@noon`, onPartSent }))),
  );
  return parts;
}

/** The most of so many instants that are less than so far apart. */
function densest(instants: readonly number[], withinMs: number): number {
  const sorted = instants.toSorted((one, other) => one - other);
  return Math.max(
    0,
    ...sorted.map((from, at) => sorted.filter((to, index) => index >= at && to < from + withinMs).length),
  );
}

describe('a burst of digests with the rate limits of the bot itself', () => {
  it.each([
    [110, 2],
    [40, 7],
  ])('gets no 429 from Discord for %i channels with %i messages', async (count, messages) => {
    const { reported, talk, specs, context } = createRun();
    const discord = await startDiscord({ token: TOKEN, rates: DISCORD_RATES });
    const bot = createDiscord({ token: discord.token, api: discord.api }, context);
    onTestFinished(async () => {
      await bot.stop();
      await discord.stop();
    });
    await bot.start(specs, talk.dispatch);
    await discord.waitFor(() => discord.commands().length > 0);
    const ann = discord.addUser();
    const guild = discord.addGuild({ members: [ann] });
    const channels = Array.from({ length: count }, () => discord.addChannel(guild));
    const general = discord.addChannel(guild);
    const burst = deliverToAll(
      bot,
      digestOf(messages),
      channels.map(({ id: chat }) => ({ platform: 'discord', chat, server: guild.id })),
    );
    await discord.answerTo(discord.command(ann, general, 'help'));
    expect(await burst).toBeGreaterThanOrEqual(messages * count);
    const calls = discord.calls();
    expect(calls.filter(({ status }) => status === 429).map(({ route }) => route)).toEqual([]);
    expect([discord.earlyRetries(), discord.violations(), reported]).toEqual([0, [], []]);
    const sent = calls.filter(({ path }) => path.startsWith('/channels/')).map(({ at }) => at);
    expect(densest(sent, 1000)).toBeLessThanOrEqual(DISCORD_RATES.perSecond);
  });

  it('gets no 429 from Telegram for private chats and groups', async () => {
    const { reported, talk, specs, context } = createRun();
    const telegram = await startTelegram({ rates: TELEGRAM_RATES });
    const bot = createTelegram({ token: telegram.token, apiRoot: telegram.apiRoot }, context);
    onTestFinished(async () => {
      await bot.stop();
      await telegram.stop();
    });
    await bot.start(specs, (request) => talk.ask(toTypedCommand(request), request));
    const chats = [
      ...Array.from({ length: TELEGRAM_CHATS }, () => telegram.addUser().id),
      ...Array.from({ length: TELEGRAM_CHATS / 7 }, () => telegram.addSupergroup().id),
    ];
    const ann = telegram.addUser();
    const burst = deliverToAll(
      bot,
      digestOf(2),
      chats.map((chat) => ({ platform: 'telegram', chat: String(chat) })),
    );
    telegram.say(ann, ann.id, '/help');
    await telegram.waitFor(() => telegram.botMessages(ann.id).length > 0, 'an answer');
    expect(await burst).toBeGreaterThanOrEqual(2 * chats.length);
    expect(telegram.calls().filter(({ status }) => status === 429)).toEqual([]);
    expect([telegram.earlyRetries(), telegram.violations(), reported]).toEqual([0, [], []]);
  });
});

describe('the rate limits of the bot', () => {
  const perSecond = ({ most, withinMs }: { most: number; withinMs: number }) => (1000 * most) / withinMs;

  it('are just below those that Discord publishes', () => {
    expect(perSecond(DISCORD.all)).toBeLessThan(50);
    expect(perSecond(DISCORD.all)).toBeGreaterThan(45);
    expect(DISCORD.all.most).toBeLessThan(50);
    expect(DISCORD.of('1')).toBeUndefined();
  });

  it('are just below those that Telegram publishes', () => {
    const [all, user, group] = [TELEGRAM.all, TELEGRAM.of('1'), TELEGRAM.of('-1')].map(
      (limit) => limit ?? TELEGRAM.all,
    );
    expect([all?.most, user?.most, group?.most]).toEqual([30, 1, 20]);
    expect([all?.withinMs, user?.withinMs].map((ms) => ms !== undefined && ms > 1000 && ms < 1100)).toEqual([
      true,
      true,
    ]);
    expect(group?.withinMs).toBeGreaterThan(60_000);
    expect(group?.withinMs).toBeLessThan(63_000);
  });
});
