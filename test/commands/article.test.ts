import { describe, expect, it } from 'vitest';
import { payloads } from '../../adapters/index.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { strait } from '../fixtures/articles.ts';
import { createTalk } from '../fixtures/converse.ts';

const { ask, say } = createTalk();

describe('/article', () => {
  it.each(['strait001', 'https://news.example.org/strait-ferry', '1', '雷达', '海峡渡轮复航：两岸码头在等什么'])(
    'opens the card of %s',
    async (typed) => {
      expect((await createTalk().ask(`/article ${typed}`)).about).toEqual({ article: 'strait001' });
    },
  );

  it('asks which, with the newest to choose from', async () => {
    expect(await say('/article')).toMatch(/^Which article\?\n\n\[1\] 海峡渡轮复航/u);
  });

  it('asks which article if several match, and accepts the number of one', async () => {
    expect((await ask('/article 台湾')).list?.articles).toEqual(['strait001', 'short0002']);
    expect((await ask('/article 2')).about).toEqual({ article: 'short0002' });
  });

  it('says when earlier versions were read', async () => {
    const version = { stampedAt: strait.stampedAt, addedAt: '2021-11-15T11:00:00.000Z', title: '', file: 'a.md' };
    const { say: told } = createTalk({ versions: { strait001: [version, version, version] }, language: 'zh-CN' });
    expect(await told('/article strait001')).toContain('另有 2 个较早的版本（最近一个：2021年11月15日 18:13）。');
  });

  it('leads to its page where others can open it, on every platform', async () => {
    const address = 'https://news.example/articles/strait001';
    const bot = createTalk({ articlePageOf: (id) => `https://news.example/articles/${id}` });
    const t = createTranslator('en');
    const view = await bot.ask('/article strait001');
    const [discord, telegram] = [await payloads.discord(), await payloads.telegram()];
    for (const sent of [discord(view, t).map(({ components }) => components), telegram(view, t)])
      expect(JSON.stringify(sent)).toMatch(new RegExp(`Read on the web[^}]*${address}`, 'u'));
    expect(await bot.say('/article strait001')).toContain(`Read on the web ${address}`);
    expect(await say('/article strait001')).not.toContain('Read on the web');
  });
});
