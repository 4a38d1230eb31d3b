import { describe, expect, it } from 'vitest';
import { createTalk } from '../fixtures/converse.ts';

describe('/section', () => {
  it.each([
    ['strait001 2', { article: 'strait001', section: 2 }],
    ['1.2', { article: 'strait001', section: 2 }],
    ['３．１', { article: 'nightbus3', section: 1 }],
    ['2 strait001', { article: 'strait001', section: 2 }],
    ['1 2', { article: 'strait001', section: 2 }],
    ['１，２', { article: 'strait001', section: 2 }],
    ['＃１　＃２', { article: 'strait001', section: 2 }],
    ['strait001、船长', { article: 'strait001', section: 2 }],
    ['第1篇 第二节', { article: 'strait001', section: 2 }],
    ['strait001 船长', { article: 'strait001', section: 2 }],
    ['night bus 1', { article: 'nightbus3', section: 1 }],
    ['"night bus" passengers', { article: 'nightbus3', section: 2 }],
    ['night bus drivers', { article: 'nightbus3', section: 1 }],
    ['short0002', { article: 'short0002', section: 0 }],
    ['short0002 1', { article: 'short0002', section: 0 }],
    ['2 1', { article: 'short0002', section: 0 }],
    ['渡轮 船长', { article: 'strait001', section: 2 }],
    ['strait001 0', { article: 'strait001', section: 0 }],
  ])('opens the section of %s', async (typed, about) => {
    expect((await createTalk().ask(`/section ${typed}`)).about).toEqual(about);
  });

  it('uses the article that was opened last', async () => {
    const { ask } = createTalk();
    await ask('/article nightbus3');
    expect((await ask('/section 2')).about).toEqual({ article: 'nightbus3', section: 2 });
    expect((await ask('/section drivers')).about).toEqual({ article: 'nightbus3', section: 1 });
  });

  it('offers the headings of the article that was opened last for words that name no article', async () => {
    const { ask, say } = createTalk();
    await ask('/article nightbus3');
    expect((await ask('/section introduction')).about).toEqual({ article: 'nightbus3', section: 0 });
    expect(await say('/section zebras')).toMatch(/^No heading in “Night bus.*” contains “zebras”/u);
  });

  it('asks for what is missing: first the article, then the section', async () => {
    const { say } = createTalk();
    expect(await say('/section')).toMatch(/^Which article\?/u);
    expect(await say('/section strait001')).toMatch(/^Which section of “海峡渡轮复航：两岸码头在等什么”\?/u);
    expect(await say('/section 台湾 2')).toContain('[1] 海峡渡轮复航');
  });

  it('says so when the section does not exist', async () => {
    const { say } = createTalk({ language: 'zh-TW' });
    expect(await say('/section strait001 9')).toMatch(/^〈海峡渡轮复航：两岸码头在等什么〉沒有第 9 節。有這些：/u);
  });

  it('moves through an article by its buttons', async () => {
    const { ask } = createTalk();
    let view = await ask('/section huge00005 0');
    for (let number = 1; number <= 40; number += 1) {
      const next = view.actions.find(({ label }) => label === 'Next ›');
      view = await ask(next && 'command' in next ? next.command : '');
      expect(view.about).toEqual({ article: 'huge00005', section: number });
    }
    expect(view.actions.some(({ label }) => label === 'Next ›')).toBe(false);
  });
});
