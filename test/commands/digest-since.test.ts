import { describe, expect, it } from 'vitest';
import { createLastShown } from '../../src/chat/last-shown.ts';
import { createFakeStateStore } from '../fakes/state-store.ts';
import { bus } from '../fixtures/articles.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf, textsOf } from '../fixtures/view-contents.ts';

const story = (n: number) => ({ ...bus, id: `night${n}00`, title: `Story ${n}`, url: `https://example.com/${n}` });
const articles = Array.from({ length: 40 }, (_, n) => story(n));
const ELSEWHERE = { in: { platform: 'test', chat: 'two' } };

describe('/digest since', () => {
  it('shows what came into the library since the person was last shown a digest here', async () => {
    const { ask, arrivals } = createTalk({ articles, arrived: 3 });
    await ask('/digest');
    await ask('/digest', { by: 'bob', ...ELSEWHERE });
    arrivals.come(2);
    const view = await ask('/digest since');
    expect(textsOf(view)[0]).toContain('New since you last looked');
    expect(view.list?.articles).toEqual(['night300', 'night400']);
    expect(textsOf(await ask('/digest since'))).toEqual(['Nothing new since you last looked.']);
    expect((await ask('/digest since', { by: 'bob', ...ELSEWHERE })).list?.articles).toHaveLength(2);
  });

  it.each(['/digest since last time headlines', '/文摘 上次以来', '/digest 上次以來', '/digest new'])(
    'is also %s',
    async (typed) => {
      const { ask, arrivals } = createTalk({ articles, arrived: 3 });
      await ask('/digest');
      arrivals.come(2);
      expect((await ask(typed)).list?.articles).toEqual(['night300', 'night400']);
    },
  );

  it('is the usual digest for somebody who looks for the first time', async () => {
    const { ask } = createTalk({ articles, arrived: 3 });
    expect(textsOf(await ask('/digest since'))).toEqual(textsOf(await ask('/digest', { by: 'bob' })));
  });

  it('shows the rest, and all in full, of the same articles whenever its buttons are pressed', async () => {
    const { ask, arrivals, say } = createTalk({ articles, arrived: 3 });
    await ask('/digest');
    arrivals.come(12);
    const buttons = buttonsOf(await ask('/digest since')).slice(10);
    expect(buttons).toEqual([
      ['Show everything ▾', '/arrivals 3-15 full'],
      ['2 more ›', '/arrivals 3-15 brief 2'],
    ]);
    arrivals.come(20);
    const rest = await ask('/arrivals 3-15 brief 2');
    expect(rest.list).toMatchObject({ first: 11, articles: ['night1300', 'night1400'] });
    expect(await say('/arrivals 3-15 brief 3')).toContain('no more articles');
  });

  it('is forgotten by /forget', async () => {
    const { ask, arrivals } = createTalk({ articles, arrived: 3 });
    await ask('/digest');
    await ask('/forget yes');
    arrivals.come(2);
    expect(textsOf(await ask('/digest since'))[0]).not.toContain('New since');
  });
});

describe('the position that was shown', () => {
  const where = { platform: 'test', chat: 'one' };
  const memory = () => createLastShown(createFakeStateStore({ nowMs: 0 }));

  it('is the later one of the person and of the chat, which a delayed digest does not lower', async () => {
    const { rememberPosition, recallPosition } = memory();
    expect(await recallPosition({ in: where, by: 'ann' })).toBeUndefined();
    await rememberPosition({ in: where, by: 'ann' }, 0);
    expect(await recallPosition({ in: where, by: 'ann' })).toBe(0);
    await rememberPosition({ in: where }, 7);
    await rememberPosition({ in: where }, 5);
    expect(await recallPosition({ in: where, by: 'ann' })).toBe(7);
    await rememberPosition({ in: where, by: 'ann' }, 9);
    expect(await recallPosition({ in: where, by: 'ann' })).toBe(9);
    expect(await recallPosition({ in: where, by: 'bob' })).toBe(7);
  });

  it('moves with the chat', async () => {
    const { rememberPosition, recallPosition, move } = memory();
    await rememberPosition({ in: where }, 7);
    await move(where, { platform: 'test', chat: 'new' });
    expect(await recallPosition({ in: { platform: 'test', chat: 'new' }, by: 'ann' })).toBe(7);
  });
});
