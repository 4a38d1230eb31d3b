import { describe, expect, it } from 'vitest';
import { toEntry } from '../../fakes/library.ts';
import { short } from '../../fixtures/articles.ts';
import { createTalk } from '../../fixtures/converse.ts';
import { buttonsOf } from '../../fixtures/view-contents.ts';

const keywords = { of: async () => ['台湾', 'ferry', '茶'.repeat(30), 'tea'], related: async () => [toEntry(short)] };

describe('related articles', () => {
  it('are behind a button on the card', async () => {
    const { ask, say } = createTalk({ keywords });
    expect(await say('/article strait001')).toContain('Keywords: 台湾, ferry');
    expect(buttonsOf(await ask('/article strait001'))).toContainEqual(['Related 1', '/related strait001']);
    expect(buttonsOf(await createTalk().ask('/article strait001')).map(([label]) => label)).not.toContain('Related 1');
  });

  it('open as a numbered list, with the topics that fit into buttons to subscribe to', async () => {
    const { ask, say } = createTalk({ keywords });
    const view = await ask('/related strait001');
    expect(buttonsOf(view)).toEqual([
      ['1 台湾茶农的第七个冬天', '/article short0002'],
      ['Subscribe to 台湾', '/subscribe "台湾"'],
      ['Subscribe to ferry', '/subscribe "ferry"'],
      ['‹ Back', '/article strait001'],
    ]);
    expect(await say('/article 1')).toContain('台湾茶农的第七个冬天');
  });

  it('may be none, and offer no subscription if the platform cannot deliver', async () => {
    const { say, ask } = createTalk({ keywords: { of: keywords.of } });
    expect(await say('/related strait001')).toContain('There are no articles related to');
    const there = { in: { platform: 'console', chat: 'one' } };
    expect(buttonsOf(await ask('/related strait001', there))).toEqual([['‹ Back', '/article strait001']]);
  });
});

describe('topics', () => {
  const current = async () => ['台湾', 'ferry', 'Berlin'];
  const talkWith = async (line: string) => {
    const talk = createTalk({ keywords: { current } });
    await talk.ask(line);
    return talk;
  };
  const choices = async ({ ask }: ReturnType<typeof createTalk>) =>
    buttonsOf(await ask('/subscriptions #aaaaa1 topics')).slice(0, -1);

  it('are added and removed by buttons', async () => {
    const talk = await talkWith('/subscribe ferry news.example.org -sport');
    const shown = await choices(talk);
    expect(shown).toEqual([
      ['all articles', '/subscribe #aaaaa1 everything'],
      ['✓ ferry', '/subscribe #aaaaa1 everything news.example.org'],
      ['台湾', '/subscribe #aaaaa1 "ferry" "台湾" -"sport"'],
      ['Berlin', '/subscribe #aaaaa1 "ferry" "Berlin" -"sport"'],
    ]);
    await talk.ask(shown[3]?.[1] ?? '');
    const [kept] = await talk.subscriptions.forChat({ platform: 'test', chat: 'one' });
    expect(kept?.selection).toMatchObject({ topics: ['ferry', 'Berlin'], without: ['sport'] });
    expect(kept?.schedule.zone).toBe('Asia/Shanghai');
  });

  it('are replaced by the new one if a button cannot hold them all', async () => {
    const talk = await talkWith('/subscribe "long words that nobody" "could ever press" "because there are so many"');
    expect(await choices(talk)).toContainEqual(['台湾', '/subscribe #aaaaa1 "台湾"']);
  });
});
