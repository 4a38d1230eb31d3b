import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/text/width.ts';
import { renderPlainText } from '../../src/view/plain-text.ts';
import type { View } from '../../src/view/view.ts';
import { rendererContract } from '../contracts/renderer.ts';
import { gallery } from '../fixtures/gallery.ts';

const ESCAPE = String.fromCharCode(27);
const STYLES = new RegExp(`${ESCAPE}\\[\\d+m`, 'gu');
/** What starts or ends a hyperlink. */
const HYPERLINKS = new RegExp(`${ESCAPE}\\]8;;([^${ESCAPE}]*)${ESCAPE}\\\\`, 'gu');

function show(view: View, options: Partial<Parameters<typeof renderPlainText>[1]> = {}): string {
  return renderPlainText(view, { colour: false, language: 'en', ...options }).text;
}

describe.each([
  ['without wrapping', { colour: false }],
  ['in 80 columns', { colour: false, width: 80 }],
  ['in colour and few columns', { colour: true, width: 24 }],
])('plain text %s', (_name, options) => {
  rendererContract<string>({
    render: (view) => [show(view, options)],
    visible: (text) => text.replace(STYLES, ''),
    addresses: (text) => (text.replace(STYLES, '').match(/https?:\/\/\S+/gu) ?? []).flatMap(asWritten),
  });

  it.each(Object.entries(gallery))('lets no control character of %s through', (_view, view) => {
    const shown = show(view, options).replace(STYLES, '');
    expect(shown).not.toMatch(/[^\P{Cc}\n]/u);
    expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    expect(shown.isWellFormed()).toBe(true);
  });
});

describe('plain text in a terminal with hyperlinks', () => {
  const options = { colour: true, width: 60, addresses: 'linked' } as const;

  rendererContract<string>({
    render: (view) => [show(view, options)],
    visible: (text) => text.replace(HYPERLINKS, '').replace(STYLES, ''),
    addresses: (text) => [
      ...Array.from(text.matchAll(HYPERLINKS), ([, target = '']) => [target, decodeURI(target)]).flat(),
      ...(
        text
          .replace(HYPERLINKS, ' ')
          .replace(STYLES, '')
          .match(/https?:\/\/\S+/gu) ?? []
      ).flatMap(asWritten),
    ],
  });

  const linked = (view: View) =>
    show(view, { ...options, colour: false }).replace(HYPERLINKS, (_, target: string) =>
      target ? `<${target}>` : '</>',
    );

  it('leads from the words of a link, a heading, a picture and a button to their address, in ASCII', () => {
    const link = { kind: 'link', text: 'The rota', url: 'https://example.org/名单' } as const;
    const picture = { url: 'https://img.example.org/a.jpg', fallbacks: [], alt: '', caption: 'Pier', credit: null };
    const view: View = {
      blocks: [
        { kind: 'heading', spans: [link] },
        { kind: 'text', spans: [link] },
        { kind: 'image', picture },
      ],
      actions: [{ label: 'Original', role: 'open', url: 'https://example.org/' }],
    };
    const words = '<https://example.org/%E5%90%8D%E5%8D%95>The rota</>';
    expect(linked(view)).toBe(
      `${words}\n\n${words}\n\nPicture: <https://img.example.org/a.jpg>Pier</>\n\n[1] <https://example.org/>Original</>`,
    );
  });

  it('shows an address that leads nowhere on the web', () => {
    const spans = [{ kind: 'link', text: 'File', url: 'javascript:alert(1)' }] as const;
    expect(linked({ blocks: [{ kind: 'text', spans }], actions: [] })).toBe('File (javascript:alert(1))');
  });
});

describe('plain text in a terminal without hyperlinks', () => {
  it.each([
    ['letters of any script', 'https://example.org/%D9%85%D9%86-%E5%90%8D%E5%8D%95', 'https://example.org/من-名单'],
    ['no separators', 'https://example.org/a%2Fb%20c%3F', 'https://example.org/a%2Fb%20c%3F'],
    ['nothing invisible', 'https://example.org/%E2%80%AEa%E2%80%8B', 'https://example.org/%E2%80%AEa%E2%80%8B'],
    ['no other character set', 'https://example.org/%D6%D0%B9%FA', 'https://example.org/%D6%D0%B9%FA'],
    ['letters beside separators', 'https://example.org/%E4%B8%AD%20%E5%9B%BD', 'https://example.org/中%20国'],
  ])('decodes %s in addresses', (_what, url, expected) => {
    const view: View = { blocks: [{ kind: 'text', spans: [{ kind: 'link', text: '', url }] }], actions: [] };
    expect(show(view, { addresses: 'readable' })).toBe(expected);
    expect(show(view)).toBe(url);
  });
});

describe('plain text', () => {
  it.each(Object.entries(gallery))('keeps %s within the width, except addresses and code', (_name, view) => {
    const withoutCode = { ...view, blocks: view.blocks.filter(({ kind }) => kind !== 'code') };
    const lines = show(withoutCode, { width: 60 }).split('\n');
    expect(lines.filter((line) => widthOf(line) > 60 && !line.includes('http'))).toEqual([]);
  });

  it('uses no style without colour', () => {
    expect(
      Object.values(gallery)
        .map((view) => show(view))
        .join(''),
    ).not.toContain(String.fromCharCode(27));
  });

  it('numbers the buttons like their list', () => {
    const view: View = {
      blocks: [],
      actions: [
        { label: '1 Drivers', role: 'contents', command: '/section a 1' },
        { label: 'Contents', role: 'move', command: '/article a' },
        { label: 'Original', role: 'open', url: 'https://example.org/' },
      ],
    };
    expect(show(view)).toBe('[1] Drivers\n[2] Contents   [3] Original https://example.org/');
    const list = { of: 'articles', first: 5, articles: ['a'], titles: 'buttons' } as const;
    const { text, buttons, firstButton } = renderPlainText({ ...view, list }, { colour: false, language: 'en' });
    expect(text).toBe('[5] 1 Drivers\n[6] Contents   [7] Original https://example.org/');
    expect([buttons, firstButton]).toEqual([view.actions, 5]);
  });

  it('shows a numbered title only once', () => {
    const view = gallery['a list of articles'] ?? { blocks: [], actions: [] };
    expect(show(view)).toBe('Newest articles\n\n11. First\n    example.org\n12. Second\n\n[11] [12]\n[13] Older ›');
  });

  it('shows a picture with caption, description, credit and address, in the language', () => {
    const picture = {
      url: 'https://img.example.org/a.jpg',
      fallbacks: [],
      alt: '码头',
      caption: '清晨',
      credit: '林晚',
    };
    const view: View = { blocks: [{ kind: 'image', picture }], actions: [] };
    expect(show(view, { language: 'zh-CN' })).toBe('图：清晨 · 码头（林晚）\nhttps://img.example.org/a.jpg');
    expect(show(view)).toBe('Picture: 清晨 · 码头 (林晚)\nhttps://img.example.org/a.jpg');
  });

  it('shows the address of a picture after its label if it has no text', () => {
    const silent = { url: 'https://img.example.org/a.jpg', fallbacks: [], alt: ' ', caption: null, credit: null };
    const credited = { ...silent, credit: 'Lin Wan' };
    expect(show({ blocks: [{ kind: 'gallery', pictures: [silent, credited] }], actions: [] })).toBe(
      '1. Picture: https://img.example.org/a.jpg\n' + '2. Picture: (Lin Wan)\n   https://img.example.org/a.jpg',
    );
  });

  it('puts an address that does not fit on its own line, with its brackets', () => {
    const spans = [
      { kind: 'link', text: 'The rota', url: 'https://news.example.org/rota/of/the/year' },
      { kind: 'plain', text: ', in full' },
    ] as const;
    expect(show({ blocks: [{ kind: 'list', ordered: false, items: [spans] }], actions: [] }, { width: 30 })).toBe(
      '• The rota\n  (https://news.example.org/rota/of/the/year),\n  in full',
    );
  });

  it('puts a line directly below its heading or list', () => {
    const subtle = (text: string) => ({ kind: 'text', subtle: true, spans: [{ kind: 'plain', text }] }) as const;
    const list = { kind: 'list', ordered: false, items: [[{ kind: 'plain', text: 'item' }]] } as const;
    const heading = { kind: 'heading', spans: [{ kind: 'link', text: 'Head', url: 'https://example.org/' }] } as const;
    expect(show({ blocks: [heading, subtle('below'), list, subtle('above'), list], actions: [] })).toBe(
      'Head\nhttps://example.org/\nbelow\n\n• item\n\nabove\n• item',
    );
  });

  it('styles only strong text', () => {
    const view: View = {
      blocks: [
        {
          kind: 'text',
          spans: [
            { kind: 'plain', text: 'a ' },
            { kind: 'strong', text: 'b' },
          ],
        },
      ],
      actions: [],
    };
    expect(show(view, { colour: true })).toBe('a \u001B[1mb\u001B[22m');
  });
});

/** An address in brackets, with whatever comes after them: up to each bracket that may be the closing one. */
function asWritten(run: string): string[] {
  return [run, ...Array.from(run.matchAll(/\)/gu), ({ index }) => run.slice(0, index))];
}
