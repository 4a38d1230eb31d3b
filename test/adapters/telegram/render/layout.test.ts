import { describe, expect, it } from 'vitest';
import { render } from '../../../../adapters/telegram/render/render.ts';
import { createTranslator } from '../../../../src/locales/translator.ts';
import { heading, subline, text } from '../../../../src/view/spans.ts';
import type { Block, Picture, View } from '../../../../src/view/view.ts';

const t = createTranslator('en');
const contents = { label: 'Contents', role: 'move', command: '/article a' } as const;

function picture(name: string, caption: string | null = null): Picture {
  return { url: `https://img.example.org/${name}.jpg`, fallbacks: [], alt: '', caption, credit: null };
}

function show(blocks: readonly Block[]) {
  const view: View = { blocks, actions: [contents] };
  return render(view, t);
}

describe('a message of Telegram', () => {
  it('has a blank line between list items of several lines, and none between short ones', () => {
    const item = (words: string) => [{ kind: 'plain', text: words }] as const;
    const list = { kind: 'list', ordered: true } as const;
    expect(show([{ ...list, items: [item('One\nbelow'), item('Two')] }])).toMatchObject([
      { html: '1. One\nbelow\n\n2. Two' },
    ]);
    expect(show([{ ...list, items: [item('One'), item('Two')] }])).toMatchObject([{ html: '1. One\n2. Two' }]);
  });

  it('has its title and strong words in bold, and emphasis in italics', () => {
    const words = [
      { kind: 'strong', text: 'noon' },
      { kind: 'plain', text: ' or ' },
      { kind: 'emphasis', text: 'later' },
    ] as const;
    expect(show([heading('Ferry'), { kind: 'text', spans: words }])).toMatchObject([
      { html: '<b>Ferry</b>\n\n<b>noon</b> or <i>later</i>' },
    ]);
  });

  it('has no empty line between a heading and the small print below it', () => {
    expect(show([heading('Ferry'), ...subline(['example.org']), text('It sails.')])).toMatchObject([
      { html: '<b>Ferry</b>\nexample.org\n\nIt sails.' },
    ]);
  });

  it('has its buttons below an album if it has nothing but pictures', () => {
    const album = { kind: 'gallery', pictures: [picture('a'), picture('b')] } as const;
    const title = [heading('Ferry'), ...subline(['2 pictures'])];
    expect(show([...title, album]).map(({ kind }) => kind)).toEqual(['album', 'text']);
    expect(show([...title, text('It sails.'), album]).map(({ kind }) => kind)).toEqual(['text', 'album']);
  });

  it('shows no words for a picture without any, only a sign that opens it', () => {
    expect(show([text('It sails.'), { kind: 'image', picture: picture('a') }])).toMatchObject([
      { html: 'It sails.\n<a href="https://img.example.org/a.jpg">🖼</a>', preview: 'https://img.example.org/a.jpg' },
    ]);
  });
});
