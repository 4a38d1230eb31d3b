import { describe, expect, it } from 'vitest';
import { strait } from '../fixtures/articles.ts';
import { createTalk } from '../fixtures/converse.ts';

describe('/links', () => {
  it('lists the links of a whole article, with related ones separate', async () => {
    expect(await createTalk({ language: 'zh-CN' }).say('/links strait001')).toBe(
      [
        '海峡渡轮复航：两岸码头在等什么',
        '链接 3',
        '',
        '• 排班表 (https://news.example.org/rota)',
        '',
        '相关阅读',
        '• 渡轮的历史 (https://news.example.org/history)',
        '• 油漆从哪里来 (https://news.example.org/paint)',
        '',
        '[1] 目录',
      ].join('\n'),
    );
  });

  it('lists those of one section', async () => {
    const { say } = createTalk();
    expect(await say('/links strait001 0')).toContain('海峡渡轮复航 › Opening\n1 link\n\nRelated\n• 渡轮的历史');
    expect(await say('/links huge00005 7')).toContain('渡口日记 › Part 7\n5 links');
  });

  it('turns the page by a button or its label, of an article or a section', async () => {
    const links = Array.from({ length: 25 }, (_, at) => ({
      url: `https://example.org/${at}`,
      text: `link ${at}`,
      role: 'inline' as const,
    }));
    const long = { ...strait, sections: strait.sections.map((section) => ({ ...section, links })) };
    const { say } = createTalk({ articles: [long] });
    expect(await say('/links strait001')).toContain('Page 1 of 2 · 25 links');
    expect(await say('/links strait001 +20')).toContain('Page 2 of 2 · 25 links\n\n• link 20 (');
    expect(await say('/links strait001 1 +20')).toContain('台湾一侧\nPage 2 of 2 · 25 links');
    expect(await say('‹ Previous page')).toContain('Page 1 of 2 · 25 links');
  });

  it('says so if there are none, and offers alternatives', async () => {
    const { say } = createTalk();
    expect(await say('/links strait001 3')).toBe(
      'There are no links in “海峡渡轮复航 › 乘客想要什么？”.\n\n[1] ‹ Back   [2] Contents',
    );
    expect(await say('/links strait001 9')).toMatch(/^There is no section 9/u);
  });
});
