import { describe, expect, it } from 'vitest';
import { toSpecs } from '../../../commands/dispatch/specs.ts';
import { type CompleteOptions, completeLine } from '../../../src/arguments/suggest/complete-line.ts';
import type { ArgSpec, CommandSpec } from '../../../src/chat/platform.ts';
import { createTalk } from '../../fixtures/converse.ts';

const asked: unknown[] = [];

const article: ArgSpec = {
  name: 'article',
  kind: 'article',
  optional: false,
  summary: () => 'Which',
  localName: () => undefined,
  suggest: async ({ typed }) => [{ value: 'abc12345\u009B', label: `Something \u001Bwith ${typed}` }],
};

const section: ArgSpec = {
  name: 'section',
  kind: 'section',
  optional: true,
  summary: () => 'Number',
  localName: () => undefined,
  suggest: async ({ typed, given, language }) => {
    asked.push({ typed, given, language });
    return [{ value: '1', label: 'Taiwan' }];
  },
};

const style: ArgSpec = {
  name: 'style',
  kind: 'text',
  optional: true,
  summary: () => 'How much',
  localName: () => undefined,
  choices: ['headlines', 'brief', 'full'].map((value) => ({ value, label: () => value.toUpperCase() })),
};

const since: ArgSpec = {
  name: 'since',
  kind: 'text',
  optional: true,
  summary: () => 'From when',
  localName: () => undefined,
};

const plain = { takesBareWords: false, adminsOnly: false, forAsker: false, localName: () => undefined };

const commands: readonly CommandSpec[] = [
  { name: 'article', names: ['article'], ...plain, summary: () => 'Open an article', args: [article] },
  { name: 'articles', names: ['articles'], ...plain, summary: (language) => `Newest (${language})`, args: [] },
  {
    name: 'section',
    names: ['section', '章节'],
    ...plain,
    localName: () => '章节',
    summary: () => 'Read',
    args: [article, section],
  },
  { name: 'digest', names: ['digest'], ...plain, summary: () => 'Digest', args: [since, style] },
];

const OPTIONS: CompleteOptions = {
  commands,
  delivers: true,
  language: 'en',
  in: { platform: 'console', chat: 'terminal' },
  numbered: (number) => (number === 3 ? 'third789' : undefined),
};

async function values(line: string): Promise<string[]> {
  const { choices } = await completeLine(line, OPTIONS);
  return choices.map(({ value }) => value);
}

describe('complete', () => {
  it('offers articles, sections, sites and zones of the real commands, and nothing about digests where none can be sent', async () => {
    const talk = createTalk();
    const real = toSpecs(talk.commands, talk.library);
    const offered = async (line: string, delivers = false) => {
      const { choices } = await completeLine(line, { ...OPTIONS, commands: real, delivers });
      return choices.map(({ value, label }) => `${value} ${label}`);
    };
    expect(await offered('/article night')).toEqual([expect.stringMatching(/^nightbus3 Night bus/u)]);
    expect(await offered('/section strait001 船')).toEqual([expect.stringMatching(/^2 2 船长/u)]);
    expect(await offered('/articles daily')).toEqual([expect.stringMatching(/^daily\.example\.com/u)]);
    expect((await offered('/settings zone Berl'))[0]).toBe('Europe/Berlin Berlin · 13:00');
    const digests = ['subscribe', 'subscriptions', 'unsubscribe', 'pause', 'resume'];
    const named = async (delivers: boolean) => (await offered('/', delivers)).map((one) => one.split(' ')[0] ?? '');
    expect((await named(true)).filter((name) => digests.includes(name))).toHaveLength(5);
    expect((await named(false)).filter((name) => digests.includes(name))).toEqual([]);
    expect(await offered('/subscribe 8:00 week')).toEqual([]);
  });

  it('offers commands by their start, with or without the slash', async () => {
    expect(await values('/art')).toEqual(['article', 'articles']);
    expect(await values('Sec')).toEqual(['section']);
    expect(await values('／di')).toEqual(['digest']);
    expect(await values('/章')).toEqual(['章节']);
    expect(await values('')).toEqual(['article', 'articles', 'section', 'digest']);
  });

  it('says what each command does, in the language', async () => {
    const { choices } = await completeLine('/articles', { ...OPTIONS, language: 'zh-TW' });
    expect(choices).toEqual([{ value: 'articles', label: 'Newest (zh-TW)' }]);
  });

  it('offers the choices of an argument by their start, wherever they may stand', async () => {
    expect(await values('/digest ')).toEqual(['headlines', 'brief', 'full']);
    expect(await values('/digest H')).toEqual(['headlines']);
    expect(await values('/digest 3d f')).toEqual(['full']);
  });

  it('gives all words to the last argument', async () => {
    const { typed, choices } = await completeLine('/article New York', OPTIONS);
    expect(typed).toBe('New York');
    expect(choices).toEqual([{ value: 'abc12345', label: 'Something with New York' }]);
  });

  it('tells the section which article was given, also by its number in the last list', async () => {
    await completeLine('/section abc12345 ta', OPTIONS);
    await completeLine('/section "New York" ta', OPTIONS);
    await completeLine('/section 3 ta', OPTIONS);
    await completeLine('/section 4 ta', OPTIONS);
    expect(asked).toEqual(
      ['abc12345', 'New York', 'third789', '4'].map((given) => ({
        typed: 'ta',
        given: { article: given },
        language: 'en',
      })),
    );
  });

  it('offers nothing where there is nothing to know', async () => {
    expect(await values('/nope x')).toEqual([]);
    expect(await values('/articles x')).toEqual([]);
  });
});
