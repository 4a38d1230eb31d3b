import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDiscord } from '../../adapters/discord/adapter.ts';
import { createTelegram } from '../../adapters/telegram/adapter.ts';
import type { Clock } from '../../src/clock.ts';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import type { Delivered, Delivery } from '../../src/delivery/delivery.ts';
import { createDeliveryService } from '../../src/delivery/delivery-service.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import { editionView } from '../../src/presenters/edition-view.ts';
import { NO_RATE_LIMIT } from '../fakes/no-rate-limit.ts';
import { createContext } from '../fixtures/context.ts';
import { headings } from './articles.ts';
import { type Spot, telegramSpot } from './places.ts';
import { createRandom, type Random, readSeed } from './random.ts';
import { beginRound, type Round } from './round.ts';
import { pastSlot } from './subscribe.ts';
import { trouble } from './trouble.ts';

const SUBSCRIPTIONS = 1000;
const SHARE = 0.2;
/** A fault is an answer that nobody has heard of in about one of ten: few editions meet only such. */
const MOST_FAILED = 0.02;
const REQUESTS = 20_000;
const LOOK_MS = 20;
const STEP_MS = 5 * 60_000;

/** Time that passes for whoever waits as soon as nobody does anything else. */
function createHastyClock() {
  let nowMs = Date.now();
  const clock: Clock = {
    nowMs: () => nowMs,
    monotonicMs: () => nowMs,
    after(delayMs, call) {
      const timer = setTimeout(call, Math.min(delayMs, LOOK_MS));
      return () => clearTimeout(timer);
    },
  };
  return {
    ...clock,
    /** To a little after an instant: many wait for about the same. */
    jumpTo(at: Date): void {
      nowMs = Math.max(nowMs, at.getTime() + STEP_MS);
    },
  };
}

/** The platforms' own adapters in this process, and how many deliveries they have in hand. */
function createPlatforms({ platforms }: Round, report: (error: unknown) => void) {
  const context = createContext({ report });
  let inHand = 0;
  const both = [
    createTelegram(platforms.telegram, context, NO_RATE_LIMIT),
    createDiscord(platforms.discord, context, NO_RATE_LIMIT),
  ];
  const counted = both.map(({ platform, deliver, stop }) => ({
    platform,
    stop,
    async deliver(...[to, view, options]: Parameters<Deliverer['deliver']>) {
      inHand += 1;
      await deliver(to, view, options).finally(() => {
        inHand -= 1;
      });
    },
  }));
  return { platforms: counted, inHand: () => inHand };
}

/** Takes places away: some block or kick the bot, some move, some let it write no more. */
function spoil({ platforms: { telegram, discord }, spots }: Round, random: Random): ReadonlyMap<Spot, string> {
  const spoilt = new Map<Spot, string>();
  for (const spot of spots) {
    const { chat, platform, thread } = spot.to;
    if (random.next() >= SHARE / 2 || spot.kind === 'forum') continue;
    if (platform === 'telegram') {
      const isGroup = chat.startsWith('-4');
      if (isGroup && random.next() < 0.5) {
        const { id } = telegram.migrate(Number(chat));
        spot.heard = telegramSpot(telegram, id).heard;
      } else {
        telegram.kick(Number(chat));
        spoilt.set(spot, 'gone');
      }
    } else if (thread === undefined && random.next() < 0.5) {
      discord.deleteChannel(discord.channel(chat));
      spoilt.set(spot, 'gone');
    } else {
      discord.deny(discord.channel(chat), ['SendMessages', 'SendMessagesInThreads']);
      spoilt.set(spot, 'forbidden');
    }
  }
  return spoilt;
}

/** What is not as it should be of an edition that is said to have arrived. */
function missing(spot: Spot, delivery: Delivery | Delivered): string[] {
  const ids = new Set(delivery.confirmedParts.flat());
  const posts = spot.heard();
  const said = posts
    .flat()
    .filter(({ id }) => ids.has(id))
    .map(({ shown }) => shown);
  const all = said.join('\n');
  const lost = headings.filter((heading) => !all.includes(heading)).map((heading) => `${heading} is missing`);
  const once =
    spot.kind === 'discord' ? posts.flat() : (posts.find((post) => post.some(({ id }) => ids.has(id))) ?? []);
  const more =
    spot.kind === 'telegram' ? [] : once.filter(({ id }) => !ids.has(id)).map(({ id }) => `${id} is one too many`);
  return [...lost, ...more].map((what) => `${JSON.stringify(spot.to)}: ${what}`);
}

describe('a bot that every fifth request goes wrong for', () => {
  it('delivers every edition whole in the end, or keeps it with the reason', async () => {
    const seed = readSeed();
    const random = createRandom(seed);
    const round = await beginRound({ spots: SUBSCRIPTIONS, slot: pastSlot(new Date()) });
    onTestFinished(() => round.end());
    const { state, spots, editions } = round;
    const spoilt = spoil(round, random);
    round.platforms.telegram.refusePicture('ferry.jpg', 'failed');
    trouble(round.platforms, random, { share: SHARE, requests: REQUESTS });
    const clock = createHastyClock();
    const reported: unknown[] = [];
    const report = (error: unknown) => void reported.push(error);
    const { platforms, inHand } = createPlatforms(round, report);
    const yieldToEventLoop = () => sleep(0);
    const digests = createDeliveryService({
      present: editionView,
      scheduleState: state.states('digests'),
      tzdataVersion: 'test',
      ...state,
      ...openLibrary(state.articles),
      clock,
      yieldToEventLoop: yieldToEventLoop,
      report,
      random: random.next,
    });
    await digests.start(platforms);
    await digests.tick(new Date(clock.nowMs()));
    for (let idle = 0; !(await round.isDone()); idle = inHand() === 0 ? idle + 1 : 0) {
      const { nextAt } = await state.deliveries.backlog();
      // Nobody does anything: whoever waits is next.
      if (idle > 5 && nextAt !== undefined) clock.jumpTo(nextAt);
      await sleep(LOOK_MS);
    }
    await digests.stop();
    const deliveries = await Promise.all(editions.map((id) => state.deliveries.get(id)));
    const outcomes = new Map<string, number>();
    const wrong = spots.flatMap((spot, at): string[] => {
      const delivery = deliveries[at];
      if (delivery === undefined || !('outcome' in delivery)) return [`${JSON.stringify(spot.to)}: lost`];
      const key = [delivery.outcome, delivery.outcome === 'sent' ? '' : delivery.failureReason].join(' ');
      outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
      if (delivery.outcome === 'sent')
        return spoilt.has(spot) ? ['it says so though nothing can arrive'] : missing(spot, delivery);
      return delivery.failureReason === null ? [`${JSON.stringify(spot.to)}: no reason`] : [];
    });
    const calls = [...round.platforms.telegram.calls(), ...round.platforms.discord.calls()];
    const faults = calls.filter(({ fault }) => fault !== undefined).length;
    console.log(JSON.stringify({ requests: calls.length, faults, ...Object.fromEntries(outcomes) }));
    expect(wrong).toEqual([]);
    expect(faults / calls.length).toBeGreaterThan(SHARE * 0.9);
    const suspended = await Promise.all(
      spots.map(
        async (_, at) => (await state.subscriptions.get(editions[at]?.split('@')[0] ?? ''))?.suspendedFor ?? null,
      ),
    );
    // Where each try met an answer that nobody has heard of, nobody can know yet that the place is gone.
    const isFailed = deliveries.map(
      (one) => one !== undefined && 'outcome' in one && one.outcome === 'failed' && one.failureReason === 'refused',
    );
    expect(isFailed.filter(Boolean).length).toBeLessThan(SUBSCRIPTIONS * MOST_FAILED);
    const expected = spots.map((spot, at) => (isFailed[at] ? null : (spoilt.get(spot) ?? null)));
    expect(suspended.filter((reason, at) => reason !== expected[at])).toEqual([]);
  });
});
