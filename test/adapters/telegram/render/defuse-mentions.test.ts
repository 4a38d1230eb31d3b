import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defuseMentions } from '../../../../adapters/telegram/render/defuse-mentions.ts';
import { toPlainTexts } from '../../../../adapters/telegram/render/plain.ts';
import { render } from '../../../../adapters/telegram/render/render.ts';
import { createTranslator } from '../../../../src/locales/translator.ts';
import { type Run, run, textOf } from '../../../../src/messaging/rich-text/rich-text.ts';
import type { Block, Span } from '../../../../src/view/view.ts';

const shown = (...runs: Run[]) => textOf(defuseMentions(runs)).replaceAll('\u2060', '·');

describe('a mention in a text', () => {
  it.each([
    ['@everyone and @here', '@·everyone and @·here'],
    ['says (@nytimes), “@BBC_News”', 'says (@·nytimes), “@·BBC_News”'],
    ['据@nytimes报道，@bbc说', '据@nytimes报道，@·bbc说'],
    ['…@a @ab', '…@a @·ab'],
    ['see https://example.org/x，@nytimes', 'see https://example.org/x，@·nytimes'],
  ])('mentions nobody: %s', (text, expected) => {
    expect(shown(run(text))).toBe(expected);
  });

  it.each([
    'write to ferry@example.org',
    'https://medium.com/@user/post and medium.com/@user',
    'www.example.org/@user',
    '#ferry /article $GOOG t.me/ferry',
    '5 @ 3, a@b, @, @台湾',
  ])('is not what this is: %s', (text) => {
    expect(shown(run(text))).toBe(text);
  });

  it('is found across styles', () => {
    expect(shown(run('by @'), run('nytimes', 'strong'))).toBe('by @·nytimes');
    expect(shown(run('ferry', 'strong'), run('@example.org'))).toBe('ferry@example.org');
  });

  it('is left alone in program text and in bare links, not in the words of a link', () => {
    const url = 'https://example.org/@user';
    expect(shown(run('@decorator', 'code'), { ...run(url), href: url })).toBe(`@decorator${url}`);
    expect(shown({ ...run('@user'), href: url })).toBe('@·user');
  });

  it('keeps its text, and is defused once', () => {
    const piece = fc.constantFrom('@', 'ab', ' ', '.', '/', 'https://', '台', '@user', 'example.org');
    fc.assert(
      fc.property(fc.array(fc.array(piece).map((pieces) => run(pieces.join('')))), (runs) => {
        const defused = defuseMentions(runs);
        expect(textOf(defused).replaceAll('\u2060', '')).toBe(textOf(runs));
        expect(defuseMentions(defused)).toEqual(defused);
      }),
    );
  });
});

describe('a message', () => {
  const plain = (text: string): Span => ({ kind: 'plain', text });
  const picture = {
    url: 'https://img.example.org/a.jpg',
    fallbacks: [],
    alt: '',
    caption: 'By @afp',
    credit: '@reuters',
  };
  const blocks: Block[] = [
    { kind: 'heading', spans: [plain('@everyone')] },
    { kind: 'text', spans: [plain('@here '), { kind: 'code', text: '@decorator' }] },
    { kind: 'quote', spans: [plain('@quoted')] },
    { kind: 'code', text: '@Component' },
    { kind: 'image', picture },
    { kind: 'gallery', pictures: [picture, picture] },
  ];
  const messages = render({ blocks, actions: [] }, createTranslator('en'));

  it('mentions nobody outside program text', () => {
    const html = messages.map((message) => message.html).join('\n');
    const outside = html.replaceAll(/<(code|pre)>.*?<\/\1>/gs, '');
    expect(html).toContain('<code>@decorator</code>');
    expect(html).toContain('<pre>@Component</pre>');
    expect(outside.match(/@\w/g)).toBeNull();
    expect(outside.match(/@\u2060\w+/g)).toHaveLength(9);
  });

  it('mentions nobody if it is sent without markup', () => {
    const texts = toPlainTexts({ html: messages[0]?.html ?? '', preview: null }).join('\n');
    expect(texts.match(/@\w/g)).toBeNull();
    expect(texts).toContain('@\u2060Component');
  });
});
