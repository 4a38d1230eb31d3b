import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../../commands/dispatch/dispatch.ts';
import { createCommands } from '../../../commands/index.ts';
import { createLastShown } from '../../../src/chat/last-shown.ts';
import type { CommandRequest } from '../../../src/chat/request.ts';
import { createSentDigests } from '../../../src/delivery/revisions/sent-digests.ts';
import type { Library } from '../../../src/library/library.ts';
import { createSavedArticles } from '../../../src/subscription/saved-articles.ts';
import { createRecentImports } from '../../../src/subscription/undo-import.ts';
import { createRemovedSubscriptions } from '../../../src/subscription/undo-unsubscribe.ts';
import { createFakeArrivals } from '../../fakes/arrivals.ts';
import { createFakeKeywords } from '../../fakes/keywords.ts';
import { createFakeLibrary } from '../../fakes/library.ts';
import { createFakeStateStore } from '../../fakes/state-store.ts';
import { articles } from '../../fixtures/articles.ts';
import { createIds, createStores, createTalk, DEFAULTS } from '../../fixtures/converse.ts';
import { buttonsOf } from '../../fixtures/view-contents.ts';

const request: CommandRequest = {
  name: 'article',
  input: 'strait001',
  language: 'en',
  in: { platform: 'test', chat: 'one' },
  by: 'ada',
};
const broken = new Error('the disk is gone: secret');

function dispatchWith(library: Library, report: (error: unknown) => void) {
  const state = createFakeStateStore({ nowMs: 0 });
  const keywords = createFakeKeywords();
  const memory = createLastShown(state);
  const told = {
    ...createStores(),
    ...DEFAULTS,
    keywords,
    memory,
    sentDigests: createSentDigests(state, createFakeArrivals([])),
    imports: createRecentImports(state, 1),
    removed: createRemovedSubscriptions(state, 1),
    saved: createSavedArticles(state),
    newId: createIds(),
    unreadable: async () => [],
    troubles: () => [],
  };
  const forgetAtPlatform = async () => undefined;
  const commands = createCommands({ ...told, library, forgetAtPlatform, now: () => new Date(0), report });
  const zoneOf = () => Promise.resolve(undefined);
  return createDispatch(commands, { ...told, library, zone: 'UTC', zoneOf, report });
}

describe('dispatch', () => {
  it('apologises for an error and reports it, without details in the answer', async () => {
    const reported: unknown[] = [];
    const library = { ...createFakeLibrary(articles), versions: () => Promise.reject(broken) };
    const view = await dispatchWith(library, (error) => reported.push(error))(request);
    expect(JSON.stringify(view)).toContain('Something went wrong on my side.');
    expect(JSON.stringify(view)).not.toContain('disk');
    expect(reported).toEqual([broken]);
  });

  it('resolves even if reporting fails', async () => {
    const library = { ...createFakeLibrary(articles), article: () => Promise.reject(broken) };
    const dispatch = dispatchWith(library, () => {
      throw new Error('the log is full');
    });
    await expect(dispatch(request)).resolves.toMatchObject({
      actions: [{ label: 'Try again', command: '/article strait001' }],
    });
  });

  it('answers without its memory if the state is unreachable, and reports that', async () => {
    const { say, clock, reported } = createTalk();
    clock.fail = new Error('out of reach');
    expect(await say('/article strait001')).toContain('海峡渡轮复航');
    expect(reported).toEqual([clock.fail, clock.fail]);
  });

  it('shows mistakes and private answers only to the person who asked', async () => {
    const { ask } = createTalk();
    expect((await ask('/article nowhere')).for).toBe('asker');
    expect((await ask('/nope')).for).toBe('asker');
    expect((await ask('/help')).for).toBe('asker');
    expect((await ask('/article strait001')).for).toBeUndefined();
  });

  it('does not report usage errors', async () => {
    const { say, reported } = createTalk();
    for (const line of ['/nope', '/article 99', '/section strait001 9', '/search', '/digest soon', '/articles nowhere'])
      await say(line);
    expect(reported).toEqual([]);
  });

  it('accepts names in any case', async () => {
    expect(await createTalk().say('/ARTICLE strait001')).toContain('海峡渡轮复航');
  });

  it('uses the article replied to', async () => {
    const { say } = createTalk();
    await say('/article nightbus3');
    expect(await say('/section 2', { about: 'strait001' })).toContain('船长想要什么');
    expect(await say('/images', { about: 'strait001' })).toContain('captain.jpg');
  });

  it('keeps the lists of two people in a group apart', async () => {
    const { say } = createTalk();
    await say('/articles', { by: 'ada' });
    await say('/search 冬茶', { by: 'bob' });
    expect(await say('/article 1', { by: 'ada' })).toContain('海峡渡轮复航');
    expect(await say('/article 1', { by: 'bob' })).toContain('台湾茶农');
  });

  it.each([
    ['文章', '最新文章'],
    ['打开 strait001', '海峡渡轮复航'],
    ['章节 strait001 2', '船长想要什么'],
    ['图片 strait001', 'captain.jpg'],
    ['链接 strait001', '排班表'],
    ['搜索 雷达', '“雷达”'],
    ['文摘', '每日文摘'],
    ['帮助', '/search — '],
  ])('understands commands in Chinese: %s', async (typed, said) => {
    expect(await createTalk({ language: 'zh-CN' }).say(typed)).toContain(said);
  });
});

describe('an unknown command', () => {
  it('may be a Chinese name with arguments directly after it', async () => {
    const { ask } = createTalk({ language: 'zh-CN' });
    expect(buttonsOf(await ask('/订阅台湾 八点'))[0]?.[1]).toBe('/preview #aaaaa1');
    expect(buttonsOf(await ask('/文化'))).toEqual([
      ['搜索“文化”', '/search 文化'],
      ['帮助', '/help'],
    ]);
  });

  it('may be a typing error: its arguments are kept', async () => {
    expect(await createTalk().say('/artcle strait001')).toBe(
      'I don’t know /artcle. Did you mean /article?\n\n[1] /article strait001\n[2] Help',
    );
    expect(buttonsOf(await createTalk().ask(`/serach ${'words '.repeat(20)}`))[0]).toEqual(['/search', '/search']);
  });

  it('may be a search', async () => {
    expect(buttonsOf(await createTalk().ask('radar of the ferry'))).toEqual([
      ['Search “radar of the ferry”', '/search radar of the ferry'],
      ['Help', '/help'],
    ]);
    const { ask } = createTalk({ language: 'zh-TW' });
    expect(buttonsOf(await ask('渡輪'))[0]).toEqual(['搜尋「渡輪」', '/search 渡輪']);
    expect(buttonsOf(await ask('渡'.repeat(30)))).toEqual([['說明', '/help']]);
  });

  it('is a search without a slash, and an article if it is an address', async () => {
    const { say } = createTalk();
    const typed = (words: string) => say(words, { words });
    expect(await typed('冬茶')).toMatch(/^“冬茶”/u);
    expect(await typed('https://example.org/Nope')).toContain('I don’t have that article (https://example.org/Nope)');
    expect(await typed('articles')).toMatch(/^Newest articles/u);
    expect(await typed('artcle strait001')).toBe(
      'I don’t know /artcle. Did you mean /article?\n\n[1] /article strait001\n[2] Search “artcle strait001”\n[3] Help',
    );
  });

  it('does not offer a search for its named options', async () => {
    expect(buttonsOf(await createTalk().ask('/xyzzy', { input: { words: 'radar' } }))[0]).toEqual([
      'Search “xyzzy”',
      '/search xyzzy',
    ]);
  });
});
