import { describe, expect, it } from 'vitest';
import { readMarkdown } from './read-markdown.ts';

const kindsOf = (source: string) => readMarkdown(source).marks.map(({ kind, text }) => `${kind}: ${text}`);

describe('readMarkdown', () => {
  it.each([
    ['# One\ntwo', ['heading: One']],
    ['### One ###', ['heading: One']],
    ['#no', []],
    ['-# small\nnot', ['small: small']],
    ['> said\n> more\nnot', ['quote: said\nmore']],
    ['>>> all\nof it', ['quote: all\nof it']],
    ['- one\n- two', ['item: one', 'item: two']],
    ['7. seven\n   and more', ['item: seven\nand more']],
    ['```\n**code**\n```', ['pre: **code**']],
    ['```js\nlet a;\n```', ['pre: let a;']],
    ['`a`', ['code: a']],
    ['``a`b``', ['code: a`b']],
    [
      '**b** *i* _i_ __u__ ~~s~~ ||h||',
      ['bold: b', 'italic: i', 'italic: i', 'underline: u', 'struck: s', 'spoiler: h'],
    ],
    ['snake_case_name 2 * 3 * 4', []],
    ['** spaced**', ['bold: spaced']],
    ['* spaced*', ['item: spaced*']],
    [
      '@everyone <@1> <@&2> <#3> </go:4> <id:home>',
      [
        'mention: @everyone',
        'mention: <@1>',
        'mention: <@&2>',
        'mention: <#3>',
        'mention: </go:4>',
        'mention: <id:home>',
      ],
    ],
    ['<t:0:R> <:a:1> :smile:', ['time: <t:0:R>', 'emoji: <:a:1>', 'emoji: :smile:']],
    ['\\*a\\* \\@everyone \\<@1> \\# \\> \\`a\\`', []],
    ['**a***b*', ['bold: a*']],
  ])('finds in %j %j', (source, kinds) => {
    expect(kindsOf(source)).toEqual(kinds);
  });

  it.each([
    ['[words](https://example.org/a)', 'words', ['https://example.org/a']],
    ['[a [b] c](<https://example.org/a>)', 'a [b] c', ['https://example.org/a']],
    ['<https://example.org/a>', 'https://example.org/a', ['https://example.org/a']],
    ['(https://example.org/a_(b)).', '(https://example.org/a_(b)).', ['https://example.org/a_(b)']],
    ['**https://example.org/a_b**', 'https://example.org/a_b', ['https://example.org/a_b']],
    // The longest possible label wins, so this does not link to a.
    ['[x](https://example.org/a)\\](b)', '[x](https://example.org/a)\\](b)', ['https://example.org/a)\\](b']],
    [
      '[https://bank.example](https://evil.example/)',
      '[https://bank.example](https://evil.example/)',
      ['https://bank.example](https://evil.example/)'],
    ],
    ['[a](javascript:x)', '[a](javascript:x)', []],
    ['https\\://example.org', 'https://example.org', []],
  ])('reads the links of %j', (source, text, addresses) => {
    expect(readMarkdown(source)).toMatchObject({ text, addresses });
  });

  it('continues after a code block', () => {
    expect(readMarkdown('a\n```\nx\n```\n- b').text).toBe('a\nx\n• b\n');
  });
});
