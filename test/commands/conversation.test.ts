import { describe, expect, it } from 'vitest';
import { bus, huge, strait } from '../fixtures/articles.ts';
import { converse, createTalk } from '../fixtures/converse.ts';

describe('a conversation', () => {
  it('goes from the list to an article, its sections and back', async () => {
    const [list, card, section, next] = await converse(['/articles', '/article 1', '/section 1', '/section 2'], {
      language: 'zh-CN',
    });
    expect(list).toBe(
      [
        '最新文章',
        '共 5 篇',
        '',
        '1. 海峡渡轮复航：两岸码头在等什么',
        '   news.example.org · 2021年11月15日 18:13',
        '2. 台湾茶农的第七个冬天',
        '   daily.example.com · 2021年11月14日',
        '3. Night bus: the people who keep it running',
        '   example.com · 2021年11月13日 16:00',
        '4. مكتبة تصل على ظهر شاحنة',
        '   arabic.example.org · 2021年11月10日 13:00',
        '5. 渡口日记',
        '   long.example.net · 2021年10月1日 08:00',
        '',
        '[1] [2] [3] [4] [5]',
      ].join('\n'),
    );
    expect(card).toBe(
      [
        '海峡渡轮复航：两岸码头在等什么',
        'https://news.example.org/strait-ferry',
        'news.example.org · 2021年11月15日 18:13 · 约 1 分钟读完 · 林晚、陈渡',
        '',
        '停航十年的渡轮将在春天复航，台湾一侧的码头已经重新刷漆。',
        '',
        '图：刷漆的码头（码头报社）',
        'https://img.example.org/pier.jpg',
        '',
        '[1] 台湾一侧',
        '[2] 船长想要什么',
        '[3] 乘客想要什么？',
        '[4] 从头读起   [5] 🖼 图片 3   [6] 🔗 链接 3   [7] 原文   [8] 收藏',
      ].join('\n'),
    );
    expect(section).toContain(
      '海峡渡轮复航 › 台湾一侧\n第 1 / 3 节 · 约 1 分钟读完\n\n油漆工每天从六点干到天黑，排班表 (https://news.example.org/rota)贴在门上。',
    );
    expect(section).toContain('相关阅读\n• 油漆从哪里来 (https://news.example.org/paint)');
    expect(next).toContain('海峡渡轮复航 › 船长想要什么\n第 2 / 3 节 · 约 1 分钟读完 · 陈渡');
  });

  it('asks in the language of the person', async () => {
    const lines = ['/article 台湾', '/section strait001 9', '/digest soon', '/artcle', '/search zebra'];
    expect(await converse(lines, { language: 'en' })).toEqual([
      '2 articles match “台湾”. Which one?\n\n[1] 海峡渡轮复航：两岸码头在等什么\n[2] 台湾茶农的第七个冬天',
      'There is no section 9 in “海峡渡轮复航：两岸码头在等什么”. It has these:\n\n[1] 台湾一侧\n[2] 船长想要什么\n[3] 乘客想要什么？\n[4] Opening',
      'I couldn’t read “soon” as a time. Try 24h, 3d, yesterday, or a date such as 2021-10-16.',
      'I don’t know /artcle. Did you mean /article?\n\n[1] /article\n[2] Help',
      'The search found nothing for “zebra”. Try fewer or different words.\n\n[1] Newest articles   [2] Help',
    ]);
    const [first] = await converse(lines, { language: 'zh-TW' });
    expect(first).toMatch(/^含有「台湾」的文章有 2 篇，要看哪一篇？/u);
  });

  it('takes a number as an entry of the last list, including questions and searches', async () => {
    const [, tea, , bySearch] = await converse(['/article 台湾', '/article 2', '/search 雷达', '/article 1']);
    expect(tea).toContain('台湾茶农的第七个冬天');
    expect(bySearch).toContain('海峡渡轮复航');
  });

  it('offers to read an article of one section whole', async () => {
    const [card, whole, pictures] = await converse(['/article short0002', '/section short0002', '/images short0002']);
    expect(card).toContain('[1] Read in full');
    expect(whole).toContain('台湾茶农的第七个冬天\n\n今年的冬茶少了两成。\n\n价钱没有变。');
    expect(pictures).toContain('There are no pictures in “台湾茶农的第七个冬天”.');
  });

  it('labels parts by how they begin', async () => {
    const { ask } = createTalk({ language: 'zh-CN' });
    const { actions } = await ask('/article huge00005');
    expect(actions[0]?.label).toMatch(/^1 第1个清晨，雾比前一天更浓.*…$/u);
    const part = await ask('/section huge00005 7');
    expect(part.blocks[0]).toEqual({ kind: 'heading', spans: [{ kind: 'plain', text: '渡口日记 › 第 7 部分' }] });
  });

  it('mentions earlier versions', async () => {
    const version = { addedAt: '2021-11-15T11:00:00.000Z', title: strait.title, file: 'a.md' };
    const versions = {
      strait001: [
        { ...version, stampedAt: strait.stampedAt },
        { ...version, stampedAt: '2021-11-15T08:00:00.000Z' },
      ],
    };
    const [card] = await converse(['/article strait001'], { versions });
    expect(card).toContain('1 earlier version (15 Nov 2021 16:00).');
  });

  it('shows a digest in each style', async () => {
    const [brief, headlines, full] = await converse(['/digest 3d', '/digest headlines 3d', '/digest 3d full']);
    expect(brief).toContain(
      '1  海峡渡轮复航：两岸码头在等什么 (https://news.example.org/strait-ferry)\nnews.example.org · 15 Nov 2021 18:13\n停航十年',
    );
    expect(headlines).toContain(
      '3. Night bus: the people who keep it running (https://www.example.com/features/night-bus_(40))',
    );
    expect(headlines).not.toContain('depot');
    expect(full).toContain('\n3.1 Drivers\nMost of them asked for it.');
  });

  it('says so in a digest without new articles', async () => {
    const later = { now: new Date('2022-03-01T00:00:00.000Z') };
    const [quiet, none] = await converse(['/digest', '/digest yesterday'], later);
    expect(quiet).toMatch(
      /^Daily digest · Tue 1 Mar · 5 articles\nNo new articles in the last 24 hours\. The latest before that:/u,
    );
    expect(none).toMatch(/^No new articles since 28 Feb 2022 00:00\./u);
    const [empty, list] = await converse(['/digest', '/articles'], { ...later, articles: [] });
    const help = '\n\n[1] Help';
    expect([empty, list]).toEqual([
      `There are no articles yet, so there is no digest.${help}`,
      `There are no articles yet.${help}`,
    ]);
  });

  it('makes a digest of one article that article’s card', async () => {
    const { ask } = createTalk();
    const view = await ask('/digest');
    expect(view.about).toEqual({ article: 'strait001' });
    expect(view.actions.map((action) => ('command' in action ? action.command : action.url))).toEqual([
      '/section strait001 1',
      '/section strait001 2',
      '/section strait001 3',
      '/section strait001 0',
      '/images strait001',
      '/links strait001',
      'https://news.example.org/strait-ferry',
      '/save strait001',
    ]);
  });

  it('counts the articles left out of a digest', async () => {
    const articles = Array.from({ length: 14 }, (_, n) => ({
      ...bus,
      id: `nightbus${n}`,
      url: `https://example.com/${n}`,
    }));
    const [answer] = await converse(['/digest ever', '/digest 2021-01-01'], { articles }).then((all) => all.slice(1));
    expect(answer).toContain('And 4 more articles.');
  });

  it('turns the pages of a list, of all sites and of one', async () => {
    const articles = Array.from({ length: 25 }, (_, n) => ({
      ...bus,
      id: `nightbus${n}`,
      url: `https://example.com/${n}`,
      title: `Night ${n}`,
    }));
    const { ask, say } = createTalk({ articles });
    expect(await say('/articles 2')).toContain('Page 2 of 3 · 25 articles\n\n11. Night 10');
    expect((await ask('/articles example 2')).actions.slice(-2)).toEqual([
      { label: '‹ Newer', role: 'move', command: '/articles example.com' },
      { label: 'Older ›', role: 'move', command: '/articles example.com 3' },
    ]);
    expect(await say('/articles 9')).toBe('The list ends at page 3.\n\n[1] ‹ Newer');
    await say('/articles 2');
    await say('/articles 1');
    expect(await say('/article 12')).toContain('Night 11');
  });

  it('lists the known sites if one is unknown or ambiguous', async () => {
    const [unknown, several] = await converse(['/articles nowhere.test', '/articles example']);
    expect(unknown).toContain(
      'I have no articles from nowhere.test. These are the available sites:\n\n[1] news.example.org',
    );
    expect(several).toMatch(/^Several sites match “example”\. Which one\?/u);
    expect((await converse(['/articles https://www.example.com/x']))[0]).toContain('Newest from example.com');
  });

  it('shows help', async () => {
    const [help, start, one, near, none] = await converse([
      '/help',
      '/start',
      '/help digest',
      '/help digets',
      '/help xyzzy',
    ]);
    expect(help).toContain('• /section — Read one section of an article');
    expect(start).toContain('I show you articles from the web');
    expect(one).toContain('• style — How much of each article to show; headlines | brief | full; optional');
    expect(near).toBe(one);
    expect(none).toMatch(/^There is no command called “xyzzy”/u);
  });
});

describe('every button', () => {
  const lines = [
    '/articles',
    '/articles 2',
    '/article huge00005',
    '/section huge00005 3',
    '/images huge00005',
    '/links huge00005 3',
    '/search 渡口',
    '/digest 1y',
    '/digest 1y full',
    '/digest',
    '/article 台湾',
    '/section 台湾 2',
    '/section',
    '/nope',
    '/artcle',
    '/help',
    '/help xyzzy',
    '/articles example',
  ];
  const longHost = {
    ...huge,
    id: 'longhost1',
    url: `https://${'very-long-name.'.repeat(8)}example.org/a`,
    source: `${'very-long-name.'.repeat(8)}example.org`,
  };
  const many = Array.from({ length: 11 }, (_, n) => ({ ...longHost, id: `longhost${n}`, url: `${longHost.url}${n}` }));

  it('types a command that fits into 64 bytes, has a label, and is answered', async () => {
    const { ask, reported } = createTalk({ articles: [strait, bus, huge, ...many] });
    for (const line of [...lines, '/articles very-long']) {
      for (const action of (await ask(line)).actions) {
        expect(action.label.trim()).not.toBe('');
        if (!('command' in action)) continue;
        expect(new TextEncoder().encode(action.command).length).toBeLessThanOrEqual(64);
        const text = JSON.stringify(await ask(action.command));
        expect(text).not.toContain('I don’t know');
      }
    }
    expect(reported).toEqual([]);
  });
});
