import { describe, expect, it } from 'vitest';
import { render } from '../../../../adapters/discord/render/render.ts';
import { createTranslator } from '../../../../src/locales/translator.ts';
import type { Block, Span } from '../../../../src/view/view.ts';

const t = createTranslator('en');

function shown(...blocks: Block[]): string {
  return JSON.stringify(render({ blocks, actions: [] }, t).map(({ components }) => components));
}

function entry(title: string): Span[] {
  return [
    { kind: 'strong', text: title },
    { kind: 'subtle', text: '\nexample.org · ' },
    { kind: 'time', text: 'today', at: '2021-11-15T10:00:00.000Z' },
    { kind: 'plain', text: '\nIt sails.' },
  ];
}

describe('a message of Discord', () => {
  it('has space between list items of several lines, and their dates in small print', () => {
    expect(shown({ kind: 'list', ordered: true, items: [entry('One'), entry('Two')] })).toContain(
      '1\\\\. **One**\\n-# example.org · <t:1636970400:f>\\nIt sails.\\n\\n2\\\\. **Two**',
    );
  });

  it('numbers the captions of several pictures, also in a second gallery, and not that of one', () => {
    const picture = (name: string) => ({
      url: `https://img.example.org/${name}.jpg`,
      fallbacks: [],
      alt: name,
      caption: `At ${name}`,
      credit: null,
    });
    const names = ['dawn', 'noon', ...Array.from('abcdefghij')].map((name) => picture(name));
    const many = shown({ kind: 'gallery', pictures: names });
    expect(many).toContain('1\\\\. At dawn');
    expect(many).toContain('2\\\\. At noon');
    expect(many).toContain('12\\\\. At j');
    expect(shown({ kind: 'gallery', pictures: [picture('dawn')] })).toContain('-# At dawn');
  });

  it('has every line of small print small', () => {
    const spans = [{ kind: 'plain', text: 'example.org\nAda Byrne' }] as const;
    expect(shown({ kind: 'text', subtle: true, spans })).toContain('-# example.org\\n-# Ada Byrne');
  });

  it('keeps a list of single lines a list', () => {
    const items = ['One', 'Two'].map((words): Span[] => [{ kind: 'plain', text: words }]);
    expect(shown({ kind: 'list', ordered: false, items })).toContain('- One\\n- Two');
  });

  it('has an empty line between articles with a picture beside them', () => {
    const thumbnail = { url: 'https://img.example.org/a.jpg', fallbacks: [], alt: '', caption: null, credit: null };
    const article: Block = { kind: 'text', spans: entry('One'), thumbnail };
    expect(shown(article, article).split('It sails.\\n\u200B')).toHaveLength(2);
  });
});
