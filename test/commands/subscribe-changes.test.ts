import { describe, expect, it } from 'vitest';
import { makeEdition } from '../fakes/subscription.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const HERE = { platform: 'test', chat: 'one' };
const timed = (time: string) => ({ schedule: { times: [time] } });

describe('/subscribe with words that ask for a change', () => {
  it.each([
    ['change it to 9:30', '09:30'],
    ['please move the digest to 9:30', '09:30'],
    ['make it 9', '09:00'],
    ['switch to the evening', '20:00'],
    ['改到晚上九点', '21:00'],
    ['把时间换成九点', '09:00'],
    ['幫我改到夜晚九點', '21:00'],
    ['измени на 9:30', '09:30'],
    ['ändere es auf 9:30 Uhr', '09:30'],
  ])('changes the only subscription: %s', async (typed, time) => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe taiwan weekdays 8:00');
    await ask(`/subscribe ${typed}`);
    expect(await subscriptions.forChat(HERE)).toMatchObject([
      { selection: { topics: ['taiwan'] }, schedule: { times: [time], days: [1, 2, 3, 4, 5] } },
    ]);
  });

  it('sends what the pause interrupted if it resumes the subscription, and not if it only changes it', async () => {
    const { ask, deliveries } = createTalk();
    const now = new Date('2024-05-02T08:00:00.000Z');
    await ask('/subscribe');
    await ask('/pause');
    await deliveries.add([makeEdition('noon', { subscription: 'aaaaa1', to: HERE })], now);
    await deliveries.complete('noon', 'failed', { at: now, reason: 'paused' });
    await ask('/subscribe #aaaaa1 21:00');
    expect((await deliveries.backlog()).failed).toBe(1);
    await ask('/subscribe');
    expect(await deliveries.backlog()).toMatchObject({ failed: 0, waiting: 1 });
  });

  it('changes the subscription that an option names by its number or by words', async () => {
    const { ask, say, subscriptions } = createTalk();
    await ask('/subscribe 8:00 台湾');
    await ask('/subscribe 9:00');
    await ask('/subscribe', { input: { subscription: '2', times: '10:00' } });
    await ask('/subscribe', { input: { subscription: '台湾', times: '11:00' } });
    const times = (await subscriptions.forChat({ platform: 'test', chat: 'one' })).map(({ schedule }) => schedule);
    expect(times).toMatchObject([{ times: ['11:00'] }, { times: ['10:00'] }]);
    expect(await say('/subscribe', { input: { subscription: 'zebra' } })).toContain('There is no subscription “zebra”');
  });

  it('asks which one if there are several, and changes the chosen one', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe taiwan 8:00');
    await ask('/subscribe japan 7:00');
    const answer = await ask('/subscribe change it to 9:30');
    expect(await subscriptions.forChat(HERE)).toMatchObject([timed('08:00'), timed('07:00')]);
    const [, japan] = buttonsOf(answer);
    await ask(japan?.[1] ?? '');
    expect(await subscriptions.forChat(HERE)).toMatchObject([timed('08:00'), timed('09:30')]);
  });

  it('subscribes if there is none', async () => {
    expect(await createTalk().say('/subscribe change it to 9:30')).toContain('every day at 09:30');
    for (const edit of ['change it to headlines', 'also not rice'])
      expect(await createTalk().say(`/subscribe ${edit}`)).toContain('There are no subscriptions here yet.');
  });

  it('is about a change in the world without “to”', async () => {
    expect(await createTalk().say('/subscribe "change" climate')).toContain('change');
  });
});

describe('/subscribe with words that add or end something', () => {
  it.each([
    ['also at 18:00', ['08:00', '18:00'], [1, 2, 3, 4, 5]],
    ['1 also at 18:00', ['08:00', '18:00'], [1, 2, 3, 4, 5]],
    ['再加一个晚上6点', ['08:00', '18:00'], [1, 2, 3, 4, 5]],
    ['also on saturdays', ['08:00'], [1, 2, 3, 4, 5, 6]],
    ['stop sending on fridays', ['08:00'], [1, 2, 3, 4]],
    ['取消周五', ['08:00'], [1, 2, 3, 4]],
    ['#1 not on fridays', ['08:00'], [1, 2, 3, 4]],
  ])('changes the only subscription: %s', async (typed, times, days) => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe taiwan weekdays 8:00');
    await ask(`/subscribe ${typed}`);
    expect(await subscriptions.forChat(HERE)).toMatchObject([
      { selection: { topics: ['taiwan'] }, schedule: { times, days } },
    ]);
  });

  it('adds the time to the one that is chosen of several', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe taiwan 8:00');
    await ask('/subscribe japan 7:00');
    const [, japan] = buttonsOf(await ask('/subscribe also at 18:00'));
    await ask(japan?.[1] ?? '');
    expect(await subscriptions.forChat(HERE)).toMatchObject([
      timed('08:00'),
      { selection: { topics: ['japan'] }, schedule: { times: ['07:00', '18:00'] } },
    ]);
  });

  it('adds days with a time of their own as another subscription for the same articles', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe taiwan weekdays 8:00 Berlin headlines');
    await ask('/subscribe also on saturdays at 10');
    const same = { selection: { topics: ['taiwan'] }, style: 'headlines' };
    expect(await subscriptions.forChat(HERE)).toMatchObject([
      { ...same, schedule: { times: ['08:00'], days: [1, 2, 3, 4, 5] } },
      { ...same, schedule: { times: ['10:00'], days: [6], zone: 'Europe/Berlin' } },
    ]);
  });

  it('adds topics and sites to the subscription that a number names', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe taiwan without sport 8:00');
    await ask('/subscribe japan 7:00');
    await ask('/subscribe 1 add ferries, solar power');
    expect(await subscriptions.forChat(HERE)).toMatchObject([
      {
        selection: { topics: ['taiwan', 'ferries', 'solar power'], without: ['sport'] },
        schedule: { times: ['08:00'] },
      },
      { selection: { topics: ['japan'] } },
    ]);
  });

  it('adds a subscription for other topics', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe taiwan 8:00');
    await ask('/subscribe also japan at 9');
    expect(await subscriptions.forChat(HERE)).toMatchObject([timed('08:00'), { selection: { topics: ['japan'] } }]);
  });

  it.each(['remove taiwan', 'stop sending me taiwan', '取消taiwan', 'отмени taiwan'])(
    'asks whether to end the subscription, and changes nothing yet: %s',
    async (typed) => {
      const { ask, subscriptions } = createTalk();
      await ask('/subscribe taiwan 8:00');
      const [end] = buttonsOf(await ask(`/subscribe ${typed}`));
      expect(await subscriptions.count()).toBe(1);
      await ask(end?.[1] ?? '');
      expect(await subscriptions.count()).toBe(0);
    },
  );

  it('offers each topic with its own time', async () => {
    const { ask, subscriptions } = createTalk();
    const buttons = buttonsOf(await ask('/subscribe 8am for taiwan and 8pm for japan'));
    for (const [, command] of buttons) await ask(command);
    expect(await subscriptions.forChat(HERE)).toMatchObject([
      { selection: { topics: ['taiwan'] }, ...timed('08:00') },
      { selection: { topics: ['japan'] }, ...timed('20:00') },
    ]);
  });

  it('offers breaking news as articles arrive, or as a topic', async () => {
    const buttons = buttonsOf(await createTalk().ask('/subscribe breaking news'));
    expect(buttons.map(([, command]) => command)).toEqual(['/subscribe instant', '/subscribe "breaking news"']);
  });
});

describe('/subscribe with words that take a topic away', () => {
  it.each([
    ['1 remove rice', { topics: ['ferries'], without: [] }],
    ['第一个去掉rice', { topics: ['ferries'], without: [] }],
    ['#1 drop sport', { topics: ['rice', 'ferries'], without: ['sport'] }],
  ])('changes the subscription: %s', async (typed, selection) => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe "rice" "ferries" 8:00');
    await ask(`/subscribe ${typed}`);
    expect(await subscriptions.forChat(HERE)).toMatchObject([{ selection }]);
  });

  it('asks whether to unsubscribe if no topic would be left', async () => {
    const { ask, say, subscriptions } = createTalk();
    await ask('/subscribe "rice" 8:00');
    expect(await say('/subscribe 1 remove rice')).toContain('/unsubscribe');
    expect(await subscriptions.forChat(HERE)).toMatchObject([{ selection: { topics: ['rice'] } }]);
  });
});

describe('/subscribe with words that ask for no pictures', () => {
  it('offers headlines for the same subscription', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe rice 8:00');
    const [headlines] = buttonsOf(await ask('/subscribe change it to no pictures'));
    await ask(headlines?.[1] ?? '');
    expect(await subscriptions.forChat(HERE)).toMatchObject([{ selection: { topics: ['rice'] }, style: 'headlines' }]);
  });
});

describe('/subscribe also without a topic', () => {
  it('leaves it out of the only subscription', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe "rice" 8:00');
    await ask('/subscribe also not sport');
    expect(await subscriptions.forChat(HERE)).toMatchObject([{ selection: { topics: ['rice'], without: ['sport'] } }]);
  });
});
