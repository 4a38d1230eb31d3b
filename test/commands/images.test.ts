import { describe, expect, it } from 'vitest';
import { createTalk } from '../fixtures/converse.ts';
import { addressesOf } from '../fixtures/view-contents.ts';

describe('/images', () => {
  it('shows the pictures of a whole article, or of one section of it', async () => {
    const { ask } = createTalk();
    expect(addressesOf(await ask('/images strait001'))).toHaveLength(3);
    expect(addressesOf(await ask('/images strait001 2'))).toEqual([
      'https://img.example.org/captain.jpg',
      'https://img.example.org/radar.jpg',
    ]);
    for (const words of ['strait001 船长', '渡轮 船长', '1 2'])
      expect(addressesOf(await ask(`/images ${words}`))).toHaveLength(2);
  });

  it('uses the article that was opened last, and its section by a number alone', async () => {
    const { ask } = createTalk();
    await ask('/article strait001');
    expect((await ask('/images')).about).toEqual({ article: 'strait001', aside: true });
    expect((await ask('/images 2')).about).toEqual({ article: 'strait001', section: 2 });
  });

  it('reads a number alone as an article if a list was shown last', async () => {
    const { ask } = createTalk();
    await ask('/article strait001');
    await ask('/articles');
    expect((await ask('/images 5')).about).toEqual({ article: 'huge00005', aside: true });
    expect((await ask('/links 5')).about).toEqual({ article: 'huge00005', aside: true });
    await ask('/article 5');
    expect((await ask('/links 5')).about).toEqual({ article: 'huge00005', section: 5 });
  });

  it('asks for the article, and says so if it has none', async () => {
    const { say } = createTalk({ language: 'zh-CN' });
    expect(await say('/images')).toMatch(/^哪一篇文章？/u);
    expect(await say('/images nightbus3')).toContain('《Night bus: the people who keep it running》里没有图片。');
  });
});
