import { describe, expect, it } from 'vitest';
import { makeEdition } from '../fakes/subscription.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const CHAT = { platform: 'test', chat: 'one' };
const DAY_MS = 24 * 60 * 60 * 1000;

async function talkWith(...lines: readonly string[]) {
  const talk = createTalk({ arrived: 3 });
  for (const line of lines) await talk.ask(line);
  return talk;
}

describe('/subscriptions', () => {
  it('lists them with their schedules, with a button for each', async () => {
    const { say, ask } = await talkWith('/subscribe', '/subscribe instant taiwan', '/pause 1');
    expect(await say('/subscriptions')).toBe(
      [
        'Subscriptions',
        '',
        '1. all articles',
        '   every day at 08:00 (Shanghai) · brief',
        '   Paused until you resume it.',
        '2. taiwan',
        '   as articles arrive · brief',
        '   New articles are sent as they arrive.',
        '',
        '[1] all articles',
        '[2] taiwan',
        '[3] Settings',
      ].join('\n'),
    );
    expect(buttonsOf(await ask('/subscriptions'))[1]).toEqual(['2 taiwan', '/subscriptions #aaaaa2']);
  });

  it('shows which of them deliver elsewhere in the chat', async () => {
    const thread = { in: { ...CHAT, thread: '7' } };
    const { say, ask } = await talkWith('/subscribe');
    await ask('/subscribe', thread);
    expect(buttonsOf(await ask('/pause'))).toContainEqual([
      '2 all articles · elsewhere in this chat',
      '/pause #aaaaa2',
    ]);
    expect(await say('/subscriptions')).toMatch(/1\. all articles\n.*2\. all articles · elsewhere in this chat\n/su);
    expect(await say('/why 1')).toMatch(/• all articles · every day .*• all articles · elsewhere in this chat · /su);
    expect(buttonsOf(await ask('/subscriptions', thread))[0]?.[0]).toBe('1 all articles');
  });

  it('finds one by its number or id, even in full-width characters', async () => {
    const { say } = await talkWith('/subscribe 台湾', '/subscribe 香港新闻');
    for (const typed of ['１', '＃１', '＃aaaaa1'])
      expect(await say(`/subscriptions ${typed}`)).toMatch(/^Subscription: 台湾\n/u);
  });

  it('offers the dozen topics that are most frequent', async () => {
    const topics = Array.from({ length: 30 }, (_, at) => `topic${at}`);
    const { ask } = createTalk({ keywords: { current: async (limit) => topics.slice(0, limit) } });
    await ask('/subscribe');
    const offered = buttonsOf(await ask('/subscriptions 1 topics')).filter(([label]) => /topic\d/u.test(label));
    expect(offered).toHaveLength(12);
  });

  it('lists all of them for `all`', async () => {
    const { say } = await talkWith('/subscribe', '/subscribe taiwan');
    expect(await say('/subscriptions all')).toBe(await say('/subscriptions'));
  });

  it('offers to subscribe if there are none', async () => {
    expect(buttonsOf(await createTalk().ask('/subscriptions'))[0]).toEqual(['Subscribe', '/subscribe']);
  });

  it('opens menus whose buttons all work, in 64 bytes', async () => {
    const { ask, subscriptions } = await talkWith('/subscribe taiwan');
    const open = async (typed: string) => buttonsOf(await ask(typed)).map(([, press]) => press);
    const menus = ['time', 'days', 'style', 'zone', 'zone America', 'zone America 2', 'zone America 7'];
    const presses = (await Promise.all(menus.map((menu) => open(`/subscriptions #aaaaa1 ${menu}`)))).flat();
    expect(presses.filter((press) => new TextEncoder().encode(press).length > 64)).toEqual([]);
    const changes = presses.filter((press) => press.startsWith('/subscribe #aaaaa1 '));
    expect(changes.length).toBeGreaterThan(80);
    for (const change of changes) {
      await ask(change);
      expect(await subscriptions.forChat(CHAT)).toMatchObject([{ selection: { topics: ['taiwan'] } }]);
    }
  });

  it('asks about one subscription, and names it', async () => {
    const { say } = await talkWith('/subscribe 18:00');
    expect(await say('/subscriptions #aaaaa1 style')).toMatch(
      /^How much of each article\?\nSubscription: all articles$/mu,
    );
  });

  it('pages through a region and marks the current zone', async () => {
    const { ask } = await talkWith('/subscribe 18:00');
    expect(buttonsOf(await ask('/subscriptions #aaaaa1 time'))).toContainEqual(['✓ 18:00', '/subscribe #aaaaa1 18:00']);
    const asia = buttonsOf(await ask('/subscriptions #aaaaa1 zone Asia 2')).map(([, press]) => press);
    expect(asia).toContain('/subscriptions #aaaaa1 zone Asia');
    expect(asia).toContain('/subscriptions #aaaaa1 zone Asia 3');
    expect(asia.at(-1)).toBe('/subscriptions #aaaaa1 zone');
  });

  it('does not show those of another chat', async () => {
    const { say } = await talkWith('/subscribe taiwan');
    const there = { in: { platform: 'test', chat: 'two' } };
    expect(await say('/subscriptions #aaaaa1', there)).toContain('That subscription no longer exists.');
    expect(await say('/unsubscribe #aaaaa1', there)).toContain('no longer exists');
    expect(await say('/subscribe #aaaaa1 9:00', there)).toContain('no longer exists');
  });
});

describe('/unsubscribe', () => {
  it.each([
    ['everything except tea', ['/unsubscribe #aaaaa2', '/unsubscribe #aaaaa3', '/unsubscribe #aaaaa2, #aaaaa3']],
    ['除了tea以外全部', ['/unsubscribe #aaaaa2', '/unsubscribe #aaaaa3', '/unsubscribe #aaaaa2, #aaaaa3']],
    ['tea only', ['/unsubscribe #aaaaa1']],
  ])('asks which are meant by %s', async (typed, lines) => {
    const { ask, subscriptions } = createTalk();
    for (const topic of ['tea', 'rum', 'gin']) await ask(`/subscribe ${topic}`);
    expect(buttonsOf(await ask(`/unsubscribe ${typed}`)).map(([, line]) => line)).toEqual(lines);
    expect(await subscriptions.forChat({ platform: 'test', chat: 'one' })).toHaveLength(3);
    await ask(lines.at(-1) ?? '');
    expect(await subscriptions.forChat({ platform: 'test', chat: 'one' })).toHaveLength(lines.length > 1 ? 1 : 2);
  });

  it.each(['rice and ferries', 'rice, ferries', 'rice和ferries'])('ends several by their words: %s', async (typed) => {
    const { ask, subscriptions } = await talkWith(
      '/subscribe rice',
      '/subscribe ferries 9:00',
      '/subscribe "tea and rum"',
    );
    await ask(`/unsubscribe ${typed}`);
    expect(await subscriptions.forChat({ platform: 'test', chat: 'one' })).toMatchObject([
      { selection: { topics: ['tea and rum'] } },
    ]);
  });

  it('keeps words together that name one', async () => {
    const { ask, subscriptions } = await talkWith('/subscribe "tea and rum"', '/subscribe tea 9:00', '/subscribe rum');
    await ask('/unsubscribe tea and rum');
    expect(await subscriptions.forChat({ platform: 'test', chat: 'one' })).toMatchObject([
      { selection: { topics: ['tea'] } },
      { selection: { topics: ['rum'] } },
    ]);
  });

  it('asks before it ends more than words name, and offers to leave out only that', async () => {
    const { say, ask, subscriptions } = await talkWith('/subscribe "rum", tea');
    expect(await say('/unsubscribe rum')).toContain('There is more in the subscription “rum or tea” than “rum”.');
    const buttons = buttonsOf(await ask('/unsubscribe the rum one'));
    expect(buttons).toEqual([
      ['Leave out “rum”', '/subscribe #aaaaa1 remove "rum"'],
      ['Unsubscribe', '/unsubscribe #aaaaa1'],
    ]);
    await ask(buttons[0]?.[1] ?? '');
    expect(await subscriptions.forChat(CHAT)).toMatchObject([{ selection: { topics: ['tea'] } }]);
    await ask('/unsubscribe tea');
    expect(await subscriptions.count()).toBe(0);
  });

  it('asks about what a subscription excludes, and about one of several that has more', async () => {
    const { say, subscriptions } = await talkWith('/subscribe -rum', '/subscribe tea, rice', '/subscribe rum');
    await say('/unsubscribe rum');
    expect(await subscriptions.forChat(CHAT)).toMatchObject([{ id: 'aaaaa1' }, { id: 'aaaaa2' }]);
    expect(await say('/unsubscribe rum')).toContain('Nothing has changed yet.');
    expect(await say('/unsubscribe 1 tea')).toContain('There is no subscription “1 tea” here.');
    await say('/subscribe beer');
    expect(await say('/unsubscribe beer and tea')).toContain('There is more in the subscription “tea or rice”');
    expect(await subscriptions.count()).toBe(3);
  });

  it.each([['tea or rum'], ['tea and rum'], ['1'], ['the last one'], ['#aaaaa1'], ['everything']])(
    'ends one with several topics as a whole: %s',
    async (typed) => {
      const { say, subscriptions } = await talkWith('/subscribe tea, rum');
      await say(`/unsubscribe ${typed}`);
      expect(await subscriptions.count()).toBe(0);
    },
  );

  it.each(['the rice one, keep the others', 'rice的那个，其余的都保留'])(
    'leaves the others alone: %s',
    async (typed) => {
      const { say, subscriptions } = await talkWith('/subscribe rice', '/subscribe tea');
      await say(`/unsubscribe ${typed}`);
      expect(await subscriptions.forChat(CHAT)).toMatchObject([{ selection: { topics: ['tea'] } }]);
    },
  );

  it('knows a topic in the plural', async () => {
    const { say } = await talkWith('/subscribe ferry', '/subscribe rice');
    expect(await say('/unsubscribe ferries')).toContain('Unsubscribed: ferry.');
  });

  it('removes the only one, and restores it unchanged by a button', async () => {
    const { ask, say, clock, arrivals, subscriptions } = await talkWith(
      '/subscribe 18:00 Tokyo full "night bus" -sport',
    );
    const before = await subscriptions.get('aaaaa1');
    const nextAt = await subscriptions.nextAt('aaaaa1');
    const [undo] = buttonsOf(await ask('/unsubscribe'));
    expect(await subscriptions.count()).toBe(0);
    expect(undo).toEqual(['Undo', '/restore #aaaaa1']);
    arrivals.come(2);
    clock.nowMs += DAY_MS - 1;
    for (const _twice of [1, 2]) expect(await say(undo?.[1] ?? '')).toContain('✓ Restored');
    expect(await subscriptions.forChat(CHAT)).toEqual([before]);
    expect(await subscriptions.nextAt('aaaaa1')).toEqual(nextAt);
  });

  it('restores all of them, in other threads too, and a paused one as paused', async () => {
    const { ask, say, subscriptions } = await talkWith('/subscribe', '/subscribe taiwan', '/pause 2');
    await ask('/subscribe ferry', { in: { ...CHAT, thread: '7' } });
    const before = await subscriptions.forChat(CHAT);
    const [undo] = buttonsOf(await ask('/unsubscribe all'));
    expect(await subscriptions.count()).toBe(0);
    expect(await say(undo?.[1] ?? '')).toMatch(/^✓ Restored\n/);
    expect(await subscriptions.forChat(CHAT)).toEqual(before);
  });

  it('continues pending deliveries', async () => {
    const { ask, clock, deliveries } = await talkWith('/subscribe');
    const now = new Date(clock.nowMs);
    for (const id of ['aaaaa1@a', 'aaaaa1@b', 'aaaaa1@c']) {
      await deliveries.add([makeEdition(id, { subscription: 'aaaaa1', to: CHAT })], now);
    }
    await deliveries.complete('aaaaa1@a', 'dropped', { at: now, reason: 'paused' });
    await ask('/unsubscribe');
    await deliveries.recordProgress('aaaaa1@b', { view: { blocks: [], actions: [] }, confirmedParts: [['m0']] });
    await deliveries.complete('aaaaa1@b', 'dropped', { at: now, reason: 'unsubscribed' });
    await ask('/restore #aaaaa1');
    const again = await deliveries.take('test', now, 9);
    expect(again.map(({ edition, confirmedParts }) => [edition.id, confirmedParts.length])).toEqual([
      ['aaaaa1@b', 1],
      ['aaaaa1@c', 0],
    ]);
  });

  it('does not restore over an equal subscription or into a full chat', async () => {
    const { ask, say, subscriptions } = await talkWith('/subscribe taiwan', '/unsubscribe', '/subscribe taiwan 9:00');
    expect(await say('/restore #aaaaa1')).toContain('every day at 09:00');
    expect((await subscriptions.forChat(CHAT)).map(({ id }) => id)).toEqual(['aaaaa2']);
    await ask('/unsubscribe');
    for (let n = 0; n < 20; n += 1) await ask(`/subscribe "topic ${n}"`);
    expect(await say('/restore #aaaaa2')).toContain('This chat already has 20 subscriptions');
    expect(await subscriptions.count()).toBe(20);
    await ask('/unsubscribe 20');
    expect(await say('/restore #aaaaa2')).toContain('✓ Restored');
    expect(await subscriptions.count()).toBe(20);
  });

  it.each([
    ['a day later', {}, DAY_MS + 1],
    ['in another chat', { in: { platform: 'test', chat: 'two' } }, 0],
  ])('cannot be undone %s', async (_when, told, afterMs) => {
    const { say, clock, subscriptions } = await talkWith('/subscribe', '/unsubscribe');
    clock.nowMs += afterMs;
    expect(await say('/restore #aaaaa1', told)).toContain('Please subscribe or follow again.');
    expect(await subscriptions.count()).toBe(0);
  });

  it('cannot be undone after /forget', async () => {
    const { say } = await talkWith('/subscribe', '/unsubscribe', '/forget yes');
    expect(await say('/restore #aaaaa1')).toContain('Please subscribe or follow again.');
  });

  it('asks which, accepts a number, words or all, and lists them for anything else', async () => {
    const { say, ask, subscriptions } = await talkWith(
      '/subscribe',
      '/subscribe taiwan',
      '/subscribe ferry',
      '/subscribe tea',
    );
    expect(buttonsOf(await ask('/unsubscribe')).map(([, press]) => press)).toEqual([
      '/unsubscribe #aaaaa1',
      '/unsubscribe #aaaaa2',
      '/unsubscribe #aaaaa3',
      '/unsubscribe #aaaaa4',
      '/unsubscribe all',
    ]);
    expect(await say('/unsubscribe zebra')).toContain('There is no subscription “zebra” here.');
    for (const none of ['0', '5']) expect(await say(`/unsubscribe ${none}`)).toContain('There is no subscription');
    await ask('/unsubscribe 2');
    await ask('/unsubscribe ferry');
    expect((await subscriptions.forChat(CHAT)).map(({ id }) => id)).toEqual(['aaaaa1', 'aaaaa4']);
    expect(await say('/unsubscribe all')).toContain('2 subscriptions ended.');
    expect(await subscriptions.count()).toBe(0);
  });
});

describe('/pause and /resume', () => {
  it('send articles from a short pause with the next digest', async () => {
    const { ask, say, clock, arrivals, subscriptions } = await talkWith('/subscribe');
    await ask('/pause');
    expect(await subscriptions.due(new Date(clock.nowMs + 9 * DAY_MS), 9)).toEqual([]);
    arrivals.come(2);
    clock.nowMs += DAY_MS;
    expect(await say('/resume')).toContain('✓ Resumed');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({ state: 'active', position: 3 });
    expect(await subscriptions.nextAt('aaaaa1')).toEqual(new Date('2021-11-17T00:00:00.000Z'));
  });

  it('start afresh after a long pause, and say so', async () => {
    const { ask, say, clock, arrivals, subscriptions } = await talkWith('/subscribe');
    await ask('/pause');
    arrivals.come(2);
    clock.nowMs += 7 * DAY_MS;
    await ask('/pause');
    expect(await say('/resume')).toContain('it starts fresh');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({
      position: 5,
      enqueuedUntil: '2021-11-22T12:00:00.000Z',
    });
  });

  it('lose nothing of a weekly digest that was not due during the pause', async () => {
    const { ask, clock, arrivals, subscriptions } = await talkWith('/subscribe mondays');
    await ask('/pause');
    arrivals.come(2);
    clock.nowMs += 5 * DAY_MS;
    await ask('/resume');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({ position: 3 });
  });

  it.each(['/resume', '/subscribe'])('send the rest of an interrupted delivery, with %s', async (typed) => {
    const { ask, clock, deliveries } = await talkWith('/subscribe', '/subscribe taiwan', '/pause all');
    const now = new Date(clock.nowMs);
    const reasons = { 'aaaaa1@a': 'paused', 'aaaaa1@b': 'refused', 'aaaaa2@a': 'paused' };
    for (const [id, reason] of Object.entries(reasons)) {
      await deliveries.add([makeEdition(id, { subscription: id.slice(0, 6), to: CHAT })], now);
      await deliveries.recordProgress(id, { view: { blocks: [], actions: [] }, confirmedParts: [['m0']] });
      await deliveries.complete(id, 'failed', { at: now, reason });
    }
    await ask(typed === '/resume' ? '/resume 1' : typed);
    const again = await deliveries.take('test', now, 9);
    expect(again.map(({ edition, confirmedParts }) => [edition.id, confirmedParts])).toEqual([['aaaaa1@a', [['m0']]]]);
  });

  it('apply to all at once', async () => {
    const { say, subscriptions } = await talkWith('/subscribe', '/subscribe taiwan');
    expect(await say('/pause all')).toContain('2 subscriptions paused.');
    expect((await subscriptions.forChat(CHAT)).map(({ state }) => state)).toEqual(['paused', 'paused']);
    expect(await say('/resume all')).toContain('Next digest: tomorrow 08:00.');
    expect((await subscriptions.forChat(CHAT)).map(({ state }) => state)).toEqual(['active', 'active']);
  });

  it('keep a paused one paused when its buttons change it', async () => {
    const { ask, subscriptions } = await talkWith('/subscribe', '/pause');
    await ask('/subscribe #aaaaa1 18:00');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({ state: 'paused', schedule: { times: ['18:00'] } });
    expect(await subscriptions.nextAt('aaaaa1')).toBeUndefined();
  });
});

describe('/preview', () => {
  it('shows the next digest so far, and changes nothing', async () => {
    const { ask, arrivals, subscriptions } = await talkWith('/subscribe');
    arrivals.come(2);
    const before = await subscriptions.get('aaaaa1');
    const view = await ask('/preview #aaaaa1');
    expect(view.list?.articles).toHaveLength(2);
    expect(JSON.stringify(view.blocks)).toContain('Next digest so far');
    expect(buttonsOf(view)).toContainEqual(['Show everything ▾', '/preview #aaaaa1 full']);
    expect(buttonsOf(view)).toContainEqual(['‹ Back', '/subscriptions #aaaaa1']);
    expect(await subscriptions.get('aaaaa1')).toEqual(before);
  });

  it('asks which one if there are several', async () => {
    const { ask } = await talkWith('/subscribe', '/subscribe taiwan');
    for (const typed of ['/preview', '/preview all']) {
      const presses = buttonsOf(await ask(typed)).map(([, press]) => press);
      expect(presses).toEqual(['/preview #aaaaa1', '/preview #aaaaa2']);
    }
  });

  it('shows the newest matching articles if there are none yet', async () => {
    const { ask } = await talkWith('/subscribe daily.example.com');
    expect((await ask('/preview #aaaaa1')).about).toEqual({ article: 'short0002' });
  });

  it('says so if nothing matches', async () => {
    const { say } = await talkWith('/subscribe zebra');
    expect(await say('/preview #aaaaa1')).toContain('There are no articles for this subscription yet.');
  });
});
