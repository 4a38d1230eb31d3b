import { describe, expect, it } from 'vitest';
import { createLastShown } from '../../src/chat/last-shown.ts';
import type { View } from '../../src/view/view.ts';
import { createFakeStateStore } from '../fakes/state-store.ts';

const HOUR_MS = 60 * 60 * 1000;
const chat = { platform: 'test', chat: 'group' };
const ada = { in: chat, by: 'ada' };
const bob = { in: chat, by: 'bob' };

function listing(of: string, first: number, articles: string[]): View {
  return { blocks: [], actions: [], list: { of, first, articles, titles: 'text' } };
}

function opening(article: string): View {
  return { blocks: [], actions: [], about: { article } };
}

function create() {
  const clock = { nowMs: 0 };
  return { clock, memory: createLastShown(createFakeStateStore(clock)) };
}

describe('what a chat was shown', () => {
  it('keeps the meaning of numbers while pictures and links of an article are shown', async () => {
    const { memory } = create();
    const aside: View = { blocks: [], actions: [], about: { article: 'b', aside: true } };
    await memory.remember(ada, listing('articles', 1, ['a', 'b']));
    await memory.remember(ada, aside);
    expect(await memory.recall(ada)).toMatchObject({ article: 'b', listIsNewer: true });
    await memory.remember(ada, opening('b'));
    await memory.remember(ada, aside);
    expect(await memory.recall(ada)).toMatchObject({ article: 'b', listIsNewer: false });
  });

  it('is nothing at first', async () => {
    expect(await create().memory.recall(ada)).toEqual({});
  });

  it('is a list by number, and the article opened after it', async () => {
    const { memory } = create();
    await memory.remember(ada, listing('articles', 1, ['a', 'b']));
    expect(await memory.recall(ada)).toEqual({
      list: { of: 'articles', articles: { 1: 'a', 2: 'b' } },
      listIsNewer: true,
    });
    await memory.remember(ada, opening('b'));
    expect(await memory.recall(ada)).toMatchObject({
      article: 'b',
      listIsNewer: false,
      list: { articles: { 1: 'a' } },
    });
  });

  it('adds up the pages of one list, and starts anew with another', async () => {
    const { memory } = create();
    await memory.remember(ada, listing('articles', 1, ['a', 'b']));
    await memory.remember(ada, listing('articles', 3, ['c']));
    expect((await memory.recall(ada)).list?.articles).toEqual({ 1: 'a', 2: 'b', 3: 'c' });
    await memory.remember(ada, listing('search x', 1, ['d']));
    expect((await memory.recall(ada)).list?.articles).toEqual({ 1: 'd' });
  });

  it('is a list of their own for an hour, and then that of the chat for a day', async () => {
    const { memory, clock } = create();
    await memory.remember(ada, listing('articles', 1, ['a']));
    await memory.remember(bob, listing('articles', 1, ['b']));
    const shownAfter = async (ms: number) => {
      clock.nowMs = ms;
      return (await memory.recall(ada)).list?.articles;
    };
    expect(await shownAfter(HOUR_MS - 1)).toEqual({ 1: 'a' });
    expect(await shownAfter(HOUR_MS + 1)).toEqual({ 1: 'b' });
    expect(await shownAfter(24 * HOUR_MS - 1)).toEqual({ 1: 'b' });
    expect(await shownAfter(24 * HOUR_MS + 1)).toBeUndefined();
  });

  it('is what came by itself for all who were shown nothing of their own since', async () => {
    const { memory } = create();
    await memory.remember(ada, listing('articles', 1, ['a']));
    await memory.remember({ in: chat }, listing('digest', 1, ['d']));
    expect((await memory.recall(bob)).list?.articles).toEqual({ 1: 'd' });
    expect((await memory.recall(ada)).list?.articles).toEqual({ 1: 'a' });
  });

  it('is not changed by an answer without articles', async () => {
    const { memory } = create();
    await memory.remember(ada, opening('a'));
    await memory.remember(ada, { blocks: [], actions: [] });
    expect(await memory.recall(ada)).toMatchObject({ article: 'a' });
  });

  it('is shared in a group by those who were shown nothing of their own', async () => {
    const { memory } = create();
    await memory.remember(ada, listing('articles', 1, ['a']));
    expect((await memory.recall(bob)).list?.articles).toEqual({ 1: 'a' });
  });

  it('keeps apart for an hour what two people of a group list at once', async () => {
    const { memory, clock } = create();
    await memory.remember(ada, listing('articles', 1, ['a']));
    await memory.remember(bob, listing('search x', 1, ['b']));
    expect((await memory.recall(ada)).list?.articles).toEqual({ 1: 'a' });
    clock.nowMs += HOUR_MS;
    expect((await memory.recall(ada)).list?.articles).toEqual({ 1: 'b' });
  });

  it('is forgotten of everybody and every thread when the chat is to be forgotten', async () => {
    const { memory } = create();
    const there = { in: { ...chat, thread: '7' }, by: 'ada' };
    const elsewhere = { in: { ...chat, chat: 'group2' }, by: 'ada' };
    for (const where of [ada, bob, there, elsewhere]) await memory.remember(where, opening('one'));
    await memory.forget(chat);
    for (const where of [ada, bob, there]) expect(await memory.recall(where)).toEqual({});
    expect((await memory.recall(elsewhere)).article).toBe('one');
  });

  it('is forgotten after a day, and never goes from one chat or thread to another', async () => {
    const { memory, clock } = create();
    await memory.remember(ada, opening('a'));
    const elsewhere = [
      { ...chat, chat: 'other' },
      { ...chat, thread: '7' },
      { ...chat, platform: 'else' },
    ];
    for (const place of elsewhere) expect(await memory.recall({ in: place, by: 'ada' })).toEqual({});
    clock.nowMs += 24 * HOUR_MS;
    expect(await memory.recall(ada)).toEqual({});
  });

  it('goes along when a chat gets another address', async () => {
    const { memory } = create();
    const there = { ...chat, chat: 'supergroup' };
    await memory.remember(ada, listing('articles', 1, ['a']));
    await memory.move(chat, there);
    expect((await memory.recall({ in: there, by: 'bob' })).list?.articles).toEqual({ 1: 'a' });
    await memory.move({ ...chat, chat: 'unknown' }, there);
    expect((await memory.recall({ in: there, by: 'bob' })).list?.articles).toEqual({ 1: 'a' });
  });
});
