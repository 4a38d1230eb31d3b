import { describe, expect, it } from 'vitest';
import { fitButtonCommand } from '../../src/chat/button-command.ts';
import { offerArticles, offerNewest, offerSections } from '../../src/chat/choice-buttons.ts';
import { createAudience } from '../../src/locales/audience.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { articles, bus, huge, strait } from '../fixtures/articles.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const audience = createAudience('en', 'UTC');

function pressed(rest: string | undefined): string | undefined {
  return buttonsOf(offerArticles([strait], { command: 'images', rest, of: 'x', maxButtonBytes: 64 }))[0]?.[1];
}

describe('articles to choose from', () => {
  it('are numbered, and each is opened by the command that asked', () => {
    const { actions, list } = offerArticles([strait, bus], {
      command: 'images',
      rest: undefined,
      of: 'words x',
      maxButtonBytes: 64,
    });
    expect(buttonsOf({ actions })).toEqual([
      ['1 海峡渡轮复航：两岸码头在等什么', '/images strait001'],
      ['2 Night bus: the people who keep it running', '/images nightbus3'],
    ]);
    expect(list).toEqual({ of: 'words x', first: 1, articles: ['strait001', 'nightbus3'], titles: 'buttons' });
    expect(actions.every(({ role }) => role === 'contents')).toBe(true);
  });

  it('take along what else was given, in quotes where it needs them, if a button can hold it', () => {
    expect(pressed('2')).toBe('/images strait001 2');
    expect(pressed('the "old" boat')).toBe('/images strait001 "the old boat"');
    expect(pressed('船'.repeat(15))).toBe(`/images strait001 ${'船'.repeat(15)}`);
    expect(pressed('船'.repeat(16))).toBe('/images strait001');
  });

  it('are the newest six', async () => {
    const many = Array.from({ length: 9 }, (_, n) => ({ ...bus, id: `night${n}00`, url: `https://example.org/${n}` }));
    const { actions, list } = await offerNewest(createFakeLibrary(many), {
      command: 'article',
      rest: undefined,
      maxButtonBytes: 64,
    });
    expect(actions).toHaveLength(6);
    expect(list.of).toBe('articles');
    expect(
      (await offerNewest(createFakeLibrary([]), { command: 'article', rest: undefined, maxButtonBytes: 64 })).actions,
    ).toEqual([]);
    expect(
      (await offerNewest(createFakeLibrary(articles), { command: 'a', rest: undefined, maxButtonBytes: 64 })).actions,
    ).toHaveLength(5);
  });
});

describe('sections to choose from', () => {
  it('keep their own numbers; the opening, which has none, comes last', () => {
    expect(buttonsOf(offerSections(strait, strait.sections, { command: 'links', audience }))).toEqual([
      ['1 台湾一侧', '/links strait001 1'],
      ['2 船长想要什么', '/links strait001 2'],
      ['3 乘客想要什么？', '/links strait001 3'],
      ['Opening', '/links strait001 0'],
    ]);
  });

  it('without a heading are called by how they begin', () => {
    const [, , seventh] = buttonsOf(offerSections(huge, huge.sections.slice(5, 8), { command: 'section', audience }));
    expect(seventh?.[0]).toMatch(/^7 第7个清晨，雾比前一天更浓.*…$/u);
  });
});

describe('a command', () => {
  it('fits into a button up to 64 bytes', () => {
    expect(fitButtonCommand('x'.repeat(64), 64)).toBe('x'.repeat(64));
    expect(fitButtonCommand('x'.repeat(65), 64)).toBeUndefined();
    expect(fitButtonCommand('船'.repeat(22), 64)).toBeUndefined();
  });
});
