import { describe, expect, it } from 'vitest';
import { assignArgs, type Hints } from '../../../src/arguments/assign/assign-args.ts';
import type { Args } from '../../../src/chat/command.ts';

const article = { kind: 'article', summary: 'arg.article' } as const;
const section = { kind: 'section', summary: 'arg.section' } as const;
const words = { kind: 'text', summary: 'arg.words' } as const;
const page = { kind: 'integer', summary: 'arg.page' } as const;
const style = { kind: 'text', summary: 'arg.style', choices: ['brief', 'full'], synonyms: { 完整: 'full' } } as const;

function assign(args: Args, typed: string, hints: Partial<Hints> = {}) {
  return assignArgs(args, typed, {
    namesArticle: async (word) => word === 'abcd1234',
    namesSection: (heading) => heading === 'the crew',
    numberIsSection: false,
    ...hints,
  });
}

describe('typed words', () => {
  it.each<[Args, string, Record<string, string>]>([
    [{ words }, ' any "words" 2 ', { words: 'any "words" 2' }],
    [{ page }, '2', { page: '2' }],
    [{ words, page }, '-1', { page: '-1' }],
    [{ words, page }, 'bbc ２．５', { words: 'bbc', page: '２．５' }],
    [{ words, page }, 'bbc 2', { words: 'bbc', page: '2' }],
    [{ words, page }, '2 bbc', { words: 'bbc', page: '2' }],
    [{ words, page }, '1 2', { words: '1', page: '2' }],
    [{ words, page }, '"2" bbc', { words: '2 bbc' }],
    [{ words, style }, 'last 3 days FULL', { words: 'last 3 days', style: 'FULL' }],
    [{ words, style }, '完整', { style: '完整' }],
    [{ words, style }, 'full brief', { words: 'full', style: 'brief' }],
    [{ words, style }, '', {}],
    [{ style }, 'nothing known', { style: 'nothing known' }],
    [{}, 'nothing asked', {}],
  ])('%#: are assigned to the arguments that accept them', async (args, typed, given) => {
    expect(await assign(args, typed)).toEqual(given);
  });

  it.each([
    ['', {}],
    ['abcd1234', { article: 'abcd1234' }],
    ['abcd1234 the crew', { article: 'abcd1234', section: 'the crew' }],
    ['the crew abcd1234', { article: 'abcd1234', section: 'the crew' }],
    ['the crew', { section: 'the crew' }],
    ['3', { article: '3' }],
    ['3 2', { article: '3', section: '2' }],
    ['old boat 2', { article: 'old boat', section: '2' }],
    ['"old boat" crew', { article: 'old boat', section: 'crew' }],
    ['old boat "the bow"', { article: 'old boat', section: 'the bow' }],
    ['2 the bow', { article: '2', section: 'the bow' }],
    ['old boat', { article: 'old boat' }],
    ['"3"', { article: '3' }],
    ['2 of 1', { article: '1', section: '2' }],
    ['the last section of the second article', { article: 'the second article', section: 'the last section' }],
    ['the end of an era', { article: 'the end of an era' }],
  ])('are an article and a section: %j', async (typed, given) => {
    expect(await assign({ article, section }, typed)).toEqual(given);
  });

  it('are a section if they are only a number', async () => {
    expect(await assign({ article, section }, '3', { numberIsSection: true })).toEqual({ section: '3' });
    expect(await assign({ article, section }, '3 2', { numberIsSection: true })).toEqual({
      article: '3',
      section: '2',
    });
  });

  it('are all for the article if the command takes no section', async () => {
    expect(await assign({ article }, 'old boat 2')).toEqual({ article: 'old boat 2' });
  });
});
