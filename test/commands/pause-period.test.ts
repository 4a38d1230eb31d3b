import { describe, expect, it } from 'vitest';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

describe('/pause', () => {
  it.each([
    '2 days',
    'for 2 days',
    'a week',
    'until monday',
    '1 3 weeks',
    'for a week',
    'a few days',
    '一周',
    '几天',
    '到下周一',
    '一個禮拜',
    '两天',
    'bis Montag',
    'jusqu’à lundi',
    'for 3 weeks, we are travelling',
    '3天，因为我要考试',
  ])('says that no pause ends by itself after %s, and pauses nothing', async (typed) => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe taiwan');
    const answer = await ask(`/pause ${typed}`);
    expect(JSON.stringify(answer.blocks)).toContain(`I can’t end a pause on my own (“${typed}”)`);
    expect(buttonsOf(answer).map(([, command]) => command)).toEqual(['/pause', '/subscriptions']);
    expect(await subscriptions.forChat({ platform: 'test', chat: 'one' })).toMatchObject([{ state: 'active' }]);
  });

  it.each(['1', 'taiwan', 'all', '全部'])('pauses %s', async (typed) => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe taiwan');
    await ask(`/pause ${typed}`);
    expect(await subscriptions.forChat({ platform: 'test', chat: 'one' })).toMatchObject([{ state: 'paused' }]);
  });

  it('asks before it pauses more than was named', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe rum tea');
    expect(buttonsOf(await ask('/pause tea')).map(([, command]) => command)).toEqual([
      '/subscribe #aaaaa1 remove "tea"',
      '/pause #aaaaa1',
    ]);
    expect(await subscriptions.forChat({ platform: 'test', chat: 'one' })).toMatchObject([{ state: 'active' }]);
  });
});
