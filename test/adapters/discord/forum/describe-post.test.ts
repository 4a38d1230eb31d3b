import { ChannelFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { chooseTags, type Forum, titlesOf } from '../../../../adapters/discord/forum/describe-post.ts';
import type { Block, View } from '../../../../src/view/view.ts';

const viewOf = (...blocks: Block[]): View => ({ blocks, actions: [] });
const text = (words: string): Block => ({ kind: 'text', spans: [{ kind: 'plain', text: words }] });
const heading = (words: string): Block => ({ kind: 'heading', spans: [{ kind: 'plain', text: words }] });
const forum = (names: readonly string[], flags = 0): Forum => ({
  id: '1',
  flags,
  available_tags: names.map((name) => ({ id: `#${name}`, name, moderated: name.startsWith('mod') })),
});

describe('the tags of a post', () => {
  it('are those that its text names, in any case', () => {
    expect(chooseTags(forum(['Ferry', 'tea', 'Bus']), viewOf(heading('The ferry'), text('and the BUS')))).toEqual([
      '#Ferry',
      '#Bus',
    ]);
  });

  it('are none in a forum without tags', () => {
    expect(chooseTags({ id: '1' }, viewOf(text('The ferry')))).toEqual([]);
    expect(chooseTags({ id: '1', flags: ChannelFlags.RequireTag }, viewOf(text('The ferry')))).toEqual([]);
  });

  it('are the first five of many', () => {
    const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
    expect(chooseTags(forum(names), viewOf(text(names.join(' '))))).toEqual(
      names.slice(0, 5).map((name) => `#${name}`),
    );
  });

  it('have a name of two characters at least', () => {
    expect(chooseTags(forum(['a', 'bc', '茶', '茶农']), viewOf(text('abc 茶农')))).toEqual(['#bc', '#茶农']);
  });

  it('are none that only moderators may use', () => {
    expect(chooseTags(forum(['model']), viewOf(text('a model')))).toEqual([]);
  });

  it.each([
    [['model', 'tea'], ['#tea']],
    [['model'], ['#model']],
    [[], []],
  ])(
    'are the first of %j, preferably an open one, if the forum requires one and the text names none',
    (names, tags) => {
      expect(chooseTags(forum(names, ChannelFlags.RequireTag), viewOf(text('ferry')))).toEqual(tags);
      expect(chooseTags(forum(names), viewOf(text('ferry')))).toEqual([]);
    },
  );
});

describe('the titles of a post', () => {
  const ID = '175928847299117063';

  it.each([
    ['its heading', viewOf(text('before'), heading('The ferry')), 'The ferry'],
    ['the start of its text', viewOf(text('Only a text')), 'Only a text'],
    ['a mark if it has no text', viewOf(), '…'],
  ])('are %s, then the date of its id', (_what, view, title) => {
    expect(titlesOf(view, ID)).toEqual([title, '2016-04-30']);
  });

  it('have a hundred characters at most', () => {
    expect(titlesOf(viewOf(heading('x'.repeat(100))), ID)[0]).toBe('x'.repeat(100));
    expect(titlesOf(viewOf(heading('x'.repeat(101))), ID)[0]).toHaveLength(100);
  });
});
