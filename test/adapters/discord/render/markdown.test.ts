import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../../adapters/discord/render/markdown.ts';
import { linkRuns, paragraph, toRuns } from '../../../../adapters/discord/render/paragraph.ts';
import { render } from '../../../../adapters/discord/render/render.ts';
import { createTranslator } from '../../../../src/locales/translator.ts';
import { isSpacedList } from '../../../../src/messaging/rich-text/block-runs.ts';
import { run } from '../../../../src/messaging/rich-text/rich-text.ts';
import type { Block, Span } from '../../../../src/view/view.ts';
import { readMarkdown } from '../../../emulators/discord/messages/read-markdown.ts';
import { seeMessage } from '../../../fixtures/discord.ts';

const t = createTranslator('en');
const markdown = (...spans: Span[]) => toMarkdown([paragraph(toRuns(spans))]);
const plain = (text: string): Span => ({ kind: 'plain', text });
const link = (text: string, url: string): Span => ({ kind: 'link', text, url });

const FORGING = [
  '*',
  '**',
  '_',
  '__',
  '~~',
  '||',
  '`',
  '``',
  '```',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '#',
  '-',
  '+',
  '\\',
  ':',
  '!',
  '.',
  '\n',
  ' ',
  '  ',
  'a',
  '1',
  '中',
  '👍🏽',
  '](x)',
  '[a](https://evil.example/)',
  'https://evil.example/x',
  '\n> ',
  '\n>>> ',
  '\n# ',
  '\n-# ',
  '\n- ',
  '\n1. ',
  '@everyone',
  '@here',
  '<@1>',
  '<@&1>',
  '<#2>',
  '</x:3>',
  '<id:home>',
  '<t:1:R>',
  '<a:b:1>',
  ':smile:',
  '```\n',
];
const forging = fc.array(fc.constantFrom(...FORGING), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
const kinds = ['plain', 'strong', 'emphasis', 'code'] as const;
const spans = fc.array(fc.record({ kind: fc.constantFrom(...kinds), text: forging }), { minLength: 1, maxLength: 5 });

const bare = (text: string) => text.replace(/[\s\u200B]+/gu, '');

describe('text on Discord', () => {
  it.each([
    ['snake_case and 2*3*4', 'snake\\_case and 2\\*3\\*4'],
    ['# not a heading', '\\# not a heading'],
    ['- no item\n1. nor this', '\\- no item\n1\\. nor this'],
    ['> no quote', '\\> no quote'],
    ['-5 °C, 1.5 kg', '\\-5 °C, 1.5 kg'],
    ['at 08:30:15 :smile:', 'at 08\\:30:15 \\:smile:'],
    ['@everyone <@1> </go:1>', '\\@everyone \\<\\@1> \\</go\\:1>'],
    ['a (b) [c](d)', 'a (b) \\[c\\]\\(d)'],
    ['See https://example.org/a_(b)_c.', 'See <https://example.org/a_(b)_c>.'],
    ['See https://example.org/a_(b).', 'See <https://example.org/a_(b)>.'],
    ['(https://example.org/a_(b))', '\\(<https://example.org/a_(b)>)'],
    ['(See https://example.org/a.)', '\\(See <https://example.org/a>.)'],
    ['(https://example.org/a)', '\\(<https://example.org/a>)'],
    ['看https://example.org/a，然后', '看<https://example.org/a>，然后'],
  ])('%j is %j', (text, expected) => {
    expect(markdown(plain(text))).toBe(expected);
    expect(bare(readMarkdown(expected).text)).toBe(bare(text));
  });

  it.each([
    [[{ kind: 'strong', text: ' a ' }, plain('b')], ' **a** b'],
    [
      [
        { kind: 'strong', text: 'a' },
        { kind: 'strong', text: 'b' },
      ],
      '**ab**',
    ],
    [
      [
        { kind: 'strong', text: 'a' },
        { kind: 'emphasis', text: 'b' },
      ],
      '**a**\u200B*b*',
    ],
    [
      [
        { kind: 'strong', text: 'a ' },
        { kind: 'emphasis', text: 'b' },
      ],
      '**a** *b*',
    ],
    [[{ kind: 'strong', text: 'a\nb' }], '**a**\n**b**'],
    [[{ kind: 'strong', text: '  ' }], '  '],
    [[{ kind: 'strong', text: 'see https://example.org/a*b now' }], '**see** <https://example.org/a*b> **now**'],
    [[{ kind: 'code', text: 'a`b' }], '``a`b``'],
    [[{ kind: 'code', text: '`a`' }], '`` `a` ``'],
    [[{ kind: 'code', text: '` ``' }], '\\` \\`\\`'],
    [
      [
        { kind: 'code', text: 'a' },
        { kind: 'code', text: 'b' },
      ],
      '`ab`',
    ],
  ] as [Span[], string][])('%j is %j', (styled, expected) => {
    expect(markdown(...styled)).toBe(expected);
    expect(bare(readMarkdown(expected).text)).toBe(bare(styled.map(({ text }) => text).join('')));
  });

  it('makes no emoji of adjacent pieces', () => {
    const { marks } = readMarkdown(
      markdown(
        { kind: 'plain', text: ':smile:a' },
        { kind: 'code', text: ':```\n* ' },
        { kind: 'plain', text: ' :b' },
        { kind: 'strong', text: 'c:' },
      ),
    );
    expect(marks.filter(({ kind }) => kind === 'emoji')).toEqual([]);
  });

  it('makes no emoji of a colon at the end of a piece, and no link', () => {
    const pieces: [Span, Span][] = [
      [{ kind: 'code', text: '```:' }, plain('a:')],
      [{ kind: 'code', text: '```:' }, plain('+1: b')],
      [{ kind: 'code', text: '```https:' }, plain('//evil.example')],
      [{ kind: 'code', text: ' ' }, plain(':a:')],
      [plain('a:'), { kind: 'code', text: 'b' }],
    ];
    for (const [first, second] of pieces) {
      const { marks, addresses } = readMarkdown(markdown(first, second));
      expect(marks.filter(({ kind }) => kind !== 'code')).toEqual([]);
      expect(addresses).toEqual([]);
    }
  });

  it('can forge no markup', () => {
    fc.assert(
      fc.property(spans, (some) => {
        const { text, marks } = readMarkdown(markdown(...some));
        expect(bare(text)).toBe(bare(some.map((one) => one.text).join('')));
        const styles = new Set(some.map(({ kind }) => kind));
        const meant = new Set([
          ...(styles.has('strong') ? ['bold'] : []),
          ...(styles.has('emphasis') ? ['italic'] : []),
          ...(styles.has('code') ? ['code'] : []),
        ]);
        expect(marks.filter(({ kind }) => !meant.has(kind))).toEqual([]);
      }),
      { numRuns: 20_000 },
    );
  }, 60_000);

  const frames: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constantFrom('heading' as const, 'quote' as const, 'text' as const), spans }),
    fc.record({ kind: fc.constant('text' as const), subtle: fc.constant(true as const), spans }),
    fc.record({ kind: fc.constant('code' as const), text: forging }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.constant(false),
      items: fc.array(spans, { maxLength: 3 }),
    }),
  );

  it('can forge no markup in a quote, list or code block, and not end it', () => {
    const met: Block[] = [
      { kind: 'text', spans: [plain('`'), { kind: 'code', text: '`*' }, plain('*')] },
      { kind: 'code', text: '\n- *' },
    ];
    fc.assert(
      fc.property(fc.array(frames, { maxLength: 4 }), (blocks) => {
        const seen = render({ blocks, actions: [] }, t).map(seeMessage);
        const said = blocks.map((block) => textOf(block)).join('');
        expect(withoutBullets(seen.flatMap(({ texts }) => texts).join(''))).toBe(withoutBullets(said));
        const count = (kind: string) => seen.flatMap(({ marks }) => marks).filter((one) => one.kind === kind).length;
        // A list with space between its items is made of paragraphs with bullets.
        const lists = blocks.filter((block) => block.kind === 'list').filter((list) => !isSpacedList(list));
        const items = lists.flatMap((list) => list.items.filter(isFilled));
        expect(count('item')).toBe(items.length);
        const forged = ['mention', 'time', 'emoji', 'spoiler', 'struck', 'underline', 'link'].filter(
          (kind) => count(kind) > 0,
        );
        expect(forged).toEqual([]);
      }),
      { numRuns: 5000, examples: [[met]] },
    );
  }, 60_000);
});

function isFilled(item: readonly Span[]): boolean {
  return item.some(({ text }) => text.trim() !== '');
}

function withoutBullets(text: string): string {
  return bare(text).replaceAll('•', '');
}

function textOf(block: Block): string {
  if (block.kind === 'code') return block.text;
  if (block.kind === 'list')
    return block.items
      .flat()
      .map(({ text }) => text)
      .join('');
  return 'spans' in block ? block.spans.map(({ text }) => text).join('') : '';
}

describe('a link on Discord', () => {
  it.each([
    ['The pier', 'https://example.org/a', '[The pier](https://example.org/a)'],
    ['[视频] 渡口', 'https://example.org/a', '[\\[视频\\] 渡口](https://example.org/a)'],
    ['a [b', 'https://example.org/a', 'a \\[b (<https://example.org/a>)'],
    [' spaced ', 'https://example.org/a', ' [spaced](https://example.org/a) '],
    ['', 'https://example.org/a', '<https://example.org/a>'],
    ['https://example.org/a', 'https://example.org/a', '<https://example.org/a>'],
    ['https://bank.example', 'https://example.org/a', 'https\\://bank.example (<https://example.org/a>)'],
    ['bank.example', 'https://example.org/a', 'bank.example (<https://example.org/a>)'],
    ['example.org', 'https://www.example.org/a', '[example.org](https://www.example.org/a)'],
    ['The U.S. and v1.5', 'https://example.org/a', '[The U.S. and v1.5](https://example.org/a)'],
    ['a', 'https://example.org/a_(b)_[c]?d="e" f', '[a](https://example.org/a_%28b%29_%5Bc%5D?d=%22e%22%20f)'],
    ['a', 'http://[::1]/x', '[a](http://[::1]/x)'],
    ['a', 'ftp://example.org/', 'a (ftp\\://example.org/)'],
  ])('%j to %j is %j', (text, url, expected) => {
    expect(markdown(link(text, url))).toBe(expected);
  });

  it.each(['🔥 Night bus', 'Night 🔥 bus', 'Night bus 🇬🇧', '1️⃣ 2️⃣'])('is not shown as its source: %s', (text) => {
    const url = 'https://example.org/a';
    const shown = readMarkdown(markdown(link(text, url)));
    expect(shown.text).not.toContain('](');
    expect(shown.addresses).toEqual([url]);
  });

  it('opens its address, whatever its text and whatever follows', () => {
    fc.assert(
      fc.property(forging, forging, (label, after) => {
        const url = 'https://example.org/it';
        const { text, addresses, marks } = readMarkdown(
          toMarkdown([paragraph([...linkRuns(label, url), ...toRuns([plain(after)])])]),
        );
        expect(addresses).toContain(url);
        expect(addresses.filter((one) => one !== url && !after.includes(one))).toEqual([]);
        expect(bare(text).startsWith(bare(label))).toBe(true);
        expect(marks.every(({ kind }) => kind === 'link')).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  }, 60_000);
});

describe('the Markdown of program text', () => {
  const fenced = (text: string) => toMarkdown([paragraph([run(text)], { code: true })]);

  it('cannot end its fence', () => {
    expect(fenced('a ``` b ```` c')).toBe('```\na `\u200b`` b `\u200b`\u200b`` c\n```');
  });

  it('cannot end a link that begins further up', () => {
    expect(fenced('words](https://evil.example/)')).toBe('```\nwords]\u200b(https://evil.example/)\n```');
  });
});
