import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { RATE_LIMITS } from '../../../adapters/telegram/rate-limits.ts';
import type { Priority } from '../../../src/messaging/rate-limits/rate-limited-request.ts';
import { createRateLimiter, type RateLimiter } from '../../../src/messaging/rate-limits/rate-limiter.ts';
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts';

let clock: FakeClock;
let limiter: RateLimiter;
let went: { chat: string; at: number; by?: string; priority: Priority }[];

beforeEach(() => {
  clock = createFakeClock();
  limiter = createRateLimiter(clock, RATE_LIMITS);
  went = [];
});

interface Asked {
  priority?: Priority;
  cost?: number;
  by?: string;
}

function ask(chat: string, { priority = 'push', cost = 1, ...who }: Asked = {}): void {
  void limiter.wait({ chat, priority, cost, ...who }).then((end) => {
    for (let one = 0; one < cost; one += 1) went.push({ chat, at: clock.nowMs(), priority, ...who });
    end();
  });
}

/** The most that went within any stretch of so many milliseconds. */
function densest(times: readonly number[], withinMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + withinMs).length));
}

describe('the rate limiter', () => {
  it('sends the first request of a chat at once', async () => {
    ask('1');
    ask('2');
    await clock.pass(0);
    expect(went.map(({ chat }) => chat)).toEqual(['1', '2']);
  });

  it('sends one message per second to a user', async () => {
    for (let one = 0; one < 5; one += 1) ask('1');
    await clock.pass(10_000);
    const times = went.map(({ at }) => at);
    expect(times).toHaveLength(5);
    expect(densest(times, 1000)).toBe(1);
  });

  it.each([-36_000_000, 36_000_000])('keeps to it when the time of day jumps by %i ms', async (jumpMs) => {
    for (let one = 0; one < 3; one += 1) ask('1');
    limiter.pause('2', 3000);
    ask('2');
    await clock.pass(500);
    clock.jump(jumpMs);
    await clock.pass(400);
    expect(went).toHaveLength(1);
    await clock.pass(2100);
    expect(went.map(({ chat }) => chat)).toEqual(['1', '1', '1', '2']);
  });

  it('sends twenty messages per minute to a group', async () => {
    for (let one = 0; one < 50; one += 1) ask('-100');
    await clock.pass(60_000);
    expect(went).toHaveLength(20);
    await clock.pass(120_000);
    expect(went).toHaveLength(50);
    expect(
      densest(
        went.map(({ at }) => at),
        60_000,
      ),
    ).toBe(20);
  });

  it('sends thirty messages in any second, and no fewer than it may', async () => {
    for (let chat = 1; chat <= 300; chat += 1) ask(String(chat));
    await clock.pass(20_000);
    expect(went).toHaveLength(300);
    expect(
      densest(
        went.map(({ at }) => at),
        1000,
      ),
    ).toBe(30);
    expect(went.at(-1)?.at).toBeLessThan(11_000);
  });

  it('counts each picture of an album', async () => {
    ask('-1', { cost: 10 });
    ask('-1', { cost: 10 });
    ask('-1');
    await clock.pass(50_000);
    expect(went).toHaveLength(20);
  });

  it('sends an album when all of it fits; no request of its chat overtakes it', async () => {
    ask('-1', { cost: 15 });
    ask('-1', { cost: 10 });
    ask('-1');
    ask('-2');
    await clock.pass(60_000);
    expect(went).toHaveLength(16);
    await clock.pass(10_000);
    expect(went).toHaveLength(27);
  });

  it('sends answers before pushed messages, each in order', async () => {
    for (let chat = 1; chat <= 40; chat += 1) ask(String(chat));
    ask('person', { priority: 'answer' });
    await clock.pass(5000);
    expect(went.findIndex(({ chat }) => chat === 'person')).toBeLessThan(30);
    expect(went.filter(({ chat }) => chat !== 'person').map(({ chat }) => Number(chat))).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  it('sends revisions only while nothing else waits', async () => {
    for (let chat = 1; chat <= 20; chat += 1) ask(String(chat));
    for (let chat = 1; chat <= 10; chat += 1) ask(`revised ${chat}`, { priority: 'revision' });
    for (let chat = 21; chat <= 40; chat += 1) ask(String(chat));
    ask('person', { priority: 'answer' });
    await clock.pass(5000);
    const last = went.slice(-10).map(({ priority }) => priority);
    expect([went.length, new Set(last)]).toEqual([51, new Set(['revision'])]);
  });

  it('leaves room in a group for a digest, however many revisions there are', async () => {
    for (let one = 0; one < 20; one += 1) ask('-100', { priority: 'revision' });
    await clock.pass(10_000);
    expect(went).toHaveLength(6);
    ask('-100', { cost: 10 });
    await clock.pass(1000);
    expect(went.filter(({ priority }) => priority === 'push')).toHaveLength(10);
  });

  it('sends an answer within 150 ms, however many messages are pushed', async () => {
    for (let chat = 1; chat <= 400; chat += 1) ask(String(chat));
    const waits: number[] = [];
    for (let second = 0; second < 10; second += 1) {
      await clock.pass(970 + 13 * second);
      const asked = clock.nowMs();
      ask(`person ${second}`, { priority: 'answer' });
      await clock.pass(200);
      waits.push((went.find(({ chat }) => chat === `person ${second}`)?.at ?? Number.POSITIVE_INFINITY) - asked);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(150);
  });

  it('leaves room in a group for a digest and for the answers to others, however many answers one person gets', async () => {
    for (let one = 0; one < 100; one += 1) ask('-1', { priority: 'answer', by: 'ada' });
    await clock.pass(30_000);
    expect(went).toHaveLength(12);
    ask('-1', { priority: 'answer', by: 'bob' });
    ask('-1', { cost: 4 });
    await clock.pass(1000);
    expect(went.slice(12).map(({ by, priority }) => by ?? priority)).toEqual(['bob', 'push', 'push', 'push', 'push']);
  });

  it('leaves room in a group for a digest, however many people are answered', async () => {
    for (let one = 0; one < 100; one += 1) ask('-1', { priority: 'answer', by: `person ${one}` });
    await clock.pass(30_000);
    expect(went).toHaveLength(16);
    ask('-1', { cost: 4 });
    await clock.pass(1000);
    expect(went.slice(16).map(({ priority }) => priority)).toEqual(['push', 'push', 'push', 'push']);
  });

  it('sends an album for a person before their next answer, and does not hold up others', async () => {
    ask('-1', { priority: 'answer', by: 'ada', cost: 10 });
    ask('-1', { priority: 'answer', by: 'ada', cost: 10 });
    ask('-1', { priority: 'answer', by: 'ada' });
    ask('-1', { priority: 'answer', by: 'bob' });
    await clock.pass(1000);
    expect(went.map(({ by }) => by)).toEqual([...Array.from({ length: 10 }, () => 'ada'), 'bob']);
  });

  it('sends a push after three seconds, however many answers its chat waits for', async () => {
    for (let one = 0; one < 30; one += 1) ask('1', { priority: 'answer', by: '1' });
    ask('1');
    await clock.pass(2500);
    for (let one = 0; one < 30; one += 1) ask('1', { priority: 'answer', by: '1' });
    await clock.pass(120_000);
    expect(went.findIndex(({ priority }) => priority === 'push')).toBe(30);
  });

  it('pauses a chat for exactly the delay asked for, and no other chat', async () => {
    limiter.pause('1', 7000);
    ask('1');
    ask('2');
    await clock.pass(6999);
    expect(went.map(({ chat }) => chat)).toEqual(['2']);
    await clock.pass(1);
    expect(went.at(-1)).toMatchObject({ chat: '1', at: 7000 });
  });

  it('pauses all chats if a second chat is paused meanwhile', async () => {
    limiter.pause('1', 5000);
    limiter.pause('2', 3000);
    ask('3');
    await clock.pass(2999);
    expect(went).toEqual([]);
    await clock.pass(1);
    expect(went).toMatchObject([{ chat: '3', at: 3000 }]);
  });

  it('counts from the response to a request: it may have arrived just before', async () => {
    const turn = { chat: '1', priority: 'push' as const, cost: 1 };
    const end = await limiter.wait(turn);
    await clock.pass(700);
    end();
    ask('1');
    await clock.pass(1000);
    expect(went).toEqual([]);
    await clock.pass(50);
    expect(went).toHaveLength(1);
  });

  it('drops an aborted request', async () => {
    const given = new AbortController();
    limiter.pause('1', 1000);
    const waited = limiter.wait({ chat: '1', priority: 'push', cost: 1 }, given.signal);
    given.abort();
    await expect(waited).rejects.toThrow('given up');
    await expect(limiter.wait({ chat: '1', priority: 'push', cost: 1 }, given.signal)).rejects.toThrow('given up');
    ask('1');
    await clock.pass(1000);
    expect(went).toHaveLength(1);
  });

  it('keeps every limit for any mix of requests, and loses none', async () => {
    const request = fc.record({
      chat: fc.constantFrom('1', '2', '3', '-1', '-2'),
      priority: fc.constantFrom<Priority>('push', 'answer'),
      cost: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 60 }), async (requests) => {
        clock = createFakeClock();
        limiter = createRateLimiter(clock, RATE_LIMITS);
        went = [];
        for (const { chat, ...how } of requests) ask(chat, { ...how, cost: chat.startsWith('-') ? how.cost : 1 });
        await clock.pass(1_000_000);
        expect(went.length).toBe(requests.reduce((sum, { chat, cost }) => sum + (chat.startsWith('-') ? cost : 1), 0));
        const timesOf = (chat: string) => went.filter((one) => one.chat === chat).map(({ at }) => at);
        for (const chat of ['1', '2', '3']) expect(densest(timesOf(chat), 1000)).toBeLessThanOrEqual(1);
        for (const chat of ['-1', '-2']) expect(densest(timesOf(chat), 60_000)).toBeLessThanOrEqual(20);
      }),
      { numRuns: 50 },
    );
  });
});
