import { describe, expect, it } from 'vitest';
import { complete } from '../../../adapters/console/complete.ts';
import type { ArgSpec, CommandSpec } from '../../../src/ports.ts';

const asked: unknown[] = [];

const article: ArgSpec = {
  name: 'article',
  kind: 'article',
  optional: false,
  summary: () => 'Which',
  suggest: async (typed) => [{ value: 'abc12345', label: `Something with ${typed}` }],
};

const section: ArgSpec = {
  name: 'section',
  kind: 'section',
  optional: true,
  summary: () => 'Number',
  suggest: async (typed, given, language) => {
    asked.push({ typed, given, language });
    return [{ value: '1', label: 'Taiwan' }];
  },
};

const style: ArgSpec = {
  name: 'style',
  kind: 'text',
  optional: true,
  summary: () => 'How much',
  choices: ['headlines', 'brief', 'full'],
};

const commands: readonly CommandSpec[] = [
  { name: 'article', adminsOnly: false, summary: () => 'Open an article', args: [article] },
  { name: 'articles', adminsOnly: false, summary: (language) => `Newest (${language})`, args: [] },
  { name: 'section', adminsOnly: false, summary: () => 'Read', args: [article, section] },
  { name: 'digest', adminsOnly: false, summary: () => 'Digest', args: [style] },
];

async function values(line: string): Promise<string[]> {
  const { choices } = await complete(line, { commands, language: 'en' });
  return choices.map(({ value }) => value);
}

describe('complete', () => {
  it('offers commands by their start, with or without the slash', async () => {
    expect(await values('/art')).toEqual(['article', 'articles']);
    expect(await values('Sec')).toEqual(['section']);
    expect(await values('／di')).toEqual(['digest']);
    expect(await values('')).toEqual(['article', 'articles', 'section', 'digest']);
  });

  it('says what each command does, in the language', async () => {
    const { choices } = await complete('/articles', { commands, language: 'zh-TW' });
    expect(choices).toEqual([{ value: 'articles', label: 'Newest (zh-TW)' }]);
  });

  it('offers the choices of an argument by their start', async () => {
    expect(await values('/digest ')).toEqual(['headlines', 'brief', 'full']);
    expect(await values('/digest H')).toEqual(['headlines']);
  });

  it('gives all words to the last argument', async () => {
    const { typed, choices } = await complete('/article New York', { commands, language: 'en' });
    expect(typed).toBe('New York');
    expect(choices).toEqual([{ value: 'abc12345', label: 'Something with New York' }]);
  });

  it('tells the section which article was given', async () => {
    await complete('/section abc12345 ta', { commands, language: 'en' });
    await complete('/section "New York" ta', { commands, language: 'en' });
    expect(asked).toEqual([
      { typed: 'ta', given: { article: 'abc12345' }, language: 'en' },
      { typed: 'ta', given: { article: 'New York' }, language: 'en' },
    ]);
  });

  it('offers nothing where there is nothing to know', async () => {
    expect(await values('/nope x')).toEqual([]);
    expect(await values('/articles x')).toEqual([]);
  });
});
