import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArgs } from '../../src/arguments/read-args.ts';
import { type Args, defineCommand } from '../../src/chat/command.ts';
import type { LastShown } from '../../src/chat/last-shown.ts';
import type { CommandRequest } from '../../src/chat/request.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import { createAudience } from '../../src/locales/audience.ts';
import { createLookup } from '../fixtures/lookup.ts';

const article = { kind: 'article', summary: 'arg.article' } as const;
const section = { kind: 'section', summary: 'arg.section' } as const;
const sectionOf = { article, section };
const imagesOf = { article, section: { ...section, optional: true } } as const;
const opened: LastShown = { article: 'strait001' };
const listed: LastShown = {
  list: { of: 'articles', articles: { 1: 'strait001', 2: 'short0002', 3: 'nightbus3' } },
  listIsNewer: true,
};

/** What was understood, in short: ids of articles and numbers of sections; or what was answered instead. */
async function read(
  args: Args,
  input: CommandRequest['input'],
  { shown = {}, about }: { shown?: LastShown; about?: string } = {},
) {
  const request: CommandRequest = {
    name: 'try',
    input,
    language: 'en',
    in: { platform: 'test', chat: 'one' },
    by: 'ada',
    ...(about && { about }),
  };
  const lookup = createLookup({ shown });
  try {
    const values = Object.entries(await readArgs({ name: 'try', args, examples: 'examples.search' }, request, lookup));
    return Object.fromEntries(values.map(([name, value]) => [name, brief(value)]));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return {
      message: error.message,
      commands: error.actions.map((action) => ('command' in action ? action.command : action.url)),
    };
  }
}

function brief(value: Awaited<ReturnType<typeof readArgs>>[string]): string | number | undefined {
  if (typeof value !== 'object') return value;
  if ('id' in value) return value.id;
  return 'number' in value ? value.number : value.name;
}

describe('an article and a section', () => {
  it.each([
    ['strait001 2', 'strait001', 2],
    ['2 strait001', 'strait001', 2],
    ['STRAIT001 2', 'strait001', 2],
    ['https://news.example.org/strait-ferry 2', 'strait001', 2],
    ['2 https://news.example.org/strait-ferry/', 'strait001', 2],
    ['strait001 船长', 'strait001', 2],
    ['船长 strait001', 'strait001', 2],
    ['3 2', 'nightbus3', 2],
    ['#3 第2节', 'nightbus3', 2],
    ['night bus 2', 'nightbus3', 2],
    ['"night bus" passengers', 'nightbus3', 2],
    ['night bus "passengers"', 'nightbus3', 2],
    ['3 passengers', 'nightbus3', 2],
    ['strait001 0', 'strait001', 0],
    ['strait001 opening', 'strait001', 0],
    ['short0002', 'short0002', 0],
  ])('are read from %j', async (typed, id, number) => {
    expect(await read(sectionOf, typed, { shown: listed })).toEqual({ article: id, section: number });
  });

  it('are read from named options', async () => {
    expect(await read(sectionOf, { article: 'strait001', section: '2' })).toEqual({ article: 'strait001', section: 2 });
    expect(await read(imagesOf, { article: '台湾茶农', section: ' ' })).toEqual({
      article: 'short0002',
      section: undefined,
    });
  });
});

describe('an article', () => {
  it('is found by its number in the last list', async () => {
    expect(await read({ article }, '2', { shown: listed })).toEqual({ article: 'short0002' });
  });

  it('is found by its position among the newest if no list was shown', async () => {
    expect(await read({ article }, '3')).toEqual({ article: 'nightbus3' });
  });

  it('is found by words that match only one, or by its title', async () => {
    expect(await read({ article }, 'depot midnight')).toEqual({ article: 'nightbus3' });
    expect(await read({ article }, '渡口日记')).toEqual({ article: 'huge00005' });
  });

  it('is offered as buttons if several match', async () => {
    expect(await read({ article }, '台湾')).toEqual({
      message: '2 articles match “台湾”. Which one?',
      commands: ['/try strait001', '/try short0002'],
    });
  });

  it('is chosen from the newest if none is given, and the section is kept', async () => {
    expect(await read({ article }, '')).toMatchObject({
      message: 'Which article?',
      commands: expect.arrayContaining(['/try strait001']) as string[],
    });
    expect(await read(sectionOf, '台湾 2')).toMatchObject({ commands: ['/try strait001 2', '/try short0002 2'] });
  });

  it('is chosen without the arguments that are too long for a button', async () => {
    const { commands } = (await read(sectionOf, `台湾 "${'很长'.repeat(20)}"`)) as { commands: string[] };
    expect(commands).toEqual(['/try strait001', '/try short0002']);
  });

  it.each([
    ['4', 'The last list has no number 4. These are the newest articles:'],
    ['0', 'The last list has no number 0. These are the newest articles:'],
    ['https://example.org/unknown', 'I don’t have that article (https://example.org/unknown). These are the newest:'],
    ['zebra crossing', 'I found no article for “zebra crossing”. These are the newest:'],
  ])('is reported as missing: %s', async (typed, message) => {
    expect(await read({ article }, typed, { shown: listed })).toMatchObject({ message });
  });

  it('is reported as removed if it is only in the last list', async () => {
    const shown: LastShown = { list: { of: 'x', articles: { 1: 'gone00000' } } };
    expect(await read({ article }, '1', { shown })).toMatchObject({
      message: expect.stringContaining('no longer have that article') as string,
    });
  });
});

describe('a section alone', () => {
  it('belongs to the article replied to', async () => {
    expect(await read(sectionOf, '2', { about: 'strait001', shown: listed })).toEqual({
      article: 'strait001',
      section: 2,
    });
    expect(await read(imagesOf, '2', { about: 'strait001', shown: listed })).toEqual({
      article: 'strait001',
      section: 2,
    });
  });

  it('belongs to the article opened last', async () => {
    expect(await read(sectionOf, '2', { shown: opened })).toEqual({ article: 'strait001', section: 2 });
    expect(await read(sectionOf, '船长', { shown: opened })).toEqual({ article: 'strait001', section: 2 });
    expect(await read(imagesOf, '', { shown: opened })).toEqual({ article: 'strait001', section: undefined });
  });

  it('is read as an article of a newer list if the section is optional', async () => {
    expect(await read(imagesOf, '3', { shown: { ...listed, ...opened } })).toEqual({
      article: 'nightbus3',
      section: undefined,
    });
    expect(await read(sectionOf, '3', { shown: { ...listed, ...opened } })).toEqual({
      article: 'strait001',
      section: 3,
    });
  });

  it('is read as words of an article if no heading matches', async () => {
    expect(await read(imagesOf, 'night bus', { shown: opened })).toEqual({ article: 'nightbus3', section: undefined });
  });

  it('is chosen from the contents, with the lead last', async () => {
    expect(await read(sectionOf, 'strait001')).toEqual({
      message: 'Which section of “海峡渡轮复航：两岸码头在等什么”?',
      commands: ['/try strait001 1', '/try strait001 2', '/try strait001 3', '/try strait001 0'],
    });
  });

  it.each([
    ['strait001 9', 'There is no section 9 in “海峡渡轮复航：两岸码头在等什么”. It has these:', 4],
    ['strait001 zebra', 'No heading in “海峡渡轮复航：两岸码头在等什么” contains “zebra”. It has these:', 4],
    ['strait001 想要什么', 'Several headings contain “想要什么”. Which one?', 2],
  ])('is chosen from the matches if ambiguous: %s', async (typed, message, choices) => {
    const answer = (await read(sectionOf, typed)) as { message: string; commands: string[] };
    expect([answer.message, answer.commands.length]).toEqual([message, choices]);
  });
});

describe('other arguments', () => {
  const list = {
    source: { kind: 'text', summary: 'arg.source', optional: true },
    page: { kind: 'integer', summary: 'arg.page', optional: true },
  } as const;
  const style = {
    kind: 'text',
    summary: 'arg.style',
    optional: true,
    choices: ['brief', 'full'],
    synonyms: { 完整: 'full' },
  } as const;
  const digest = { since: { kind: 'text', summary: 'arg.since', optional: true }, style } as const;

  it.each([
    [list, 'bbc 2', { source: 'bbc', page: 2 }],
    [list, '2 bbc', { source: 'bbc', page: 2 }],
    [list, '', {}],
    [digest, 'full 3 days', { since: '3 days', style: 'full' }],
    [digest, 'last week FULL', { since: 'last week', style: 'full' }],
    [digest, '昨天 完整', { since: '昨天', style: 'full' }],
    [digest, { style: '完整' }, { style: 'full' }],
    [{ words: { kind: 'text', summary: 'arg.words' } }, ' "exact words" 2 ', { words: '"exact words" 2' }],
  ] as const)('%# are read in any order', async (args, input, values) => {
    expect(await read(args, input)).toEqual(values);
  });

  it('are reported if wrong or missing', async () => {
    expect(await read(list, { page: 'two' })).toMatchObject({
      message: 'I can’t use “two” as a number. Try a whole number from 1 up, such as 2.',
    });
    for (const typed of ['0', '-1', '2.5', '12345678'])
      expect(await read(list, typed)).toMatchObject({
        message: expect.stringContaining(`I can’t use “${typed}” as a number.`) as string,
      });
    expect(await read(digest, { style: 'huge' })).toMatchObject({
      message: 'I don’t know “huge”. You can choose from brief, full.',
    });
    expect(await read({ words: { kind: 'text', summary: 'arg.words' } }, ' ')).toMatchObject({
      message: '/try needs one more thing: Words to search for. Try /search night bus',
    });
  });

  it('cause only usage errors, for any text', async () => {
    const typed = fc
      .array(fc.oneof(fc.string(), fc.constantFrom('"', '台湾', '2', 'strait001', 'https://', '完整', '“')))
      .map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(
        typed,
        fc.constantFrom<Args>(sectionOf, imagesOf, { article }, list, digest),
        async (input, args) => {
          await expect(read(args, input, { shown: { ...listed, ...opened } })).resolves.toBeDefined();
        },
      ),
    );
  });
});

describe('defineCommand', () => {
  it('infers the types of the values from the arguments', async () => {
    const command = defineCommand({
      name: 'try',
      summary: 'command.help',
      examples: 'examples.help',
      args: {
        words: { kind: 'text', summary: 'arg.words' },
        page: { kind: 'integer', summary: 'arg.page', optional: true },
      },
      async run({ words, page }) {
        const typed: [string, number | undefined] = [words, page];
        return { blocks: [{ kind: 'code', text: JSON.stringify(typed) }], actions: [] };
      },
    });
    const view = await command.run({ words: 'a', page: 2 }, createAudience('en', 'UTC'), {
      in: { platform: 'test', chat: 'one' },
      by: 'ada',
    });
    expect(view.blocks).toEqual([{ kind: 'code', text: '["a",2]' }]);
  });
});
