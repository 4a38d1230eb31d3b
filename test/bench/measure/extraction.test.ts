import { describe, expect, it } from 'vitest';
import { toExtraction } from '../../../bench/measure/extraction.ts';
import type { Article, Section } from '../../../src/article/article.ts';

const section = (part: Partial<Section>): Section => ({
  number: 0,
  anchor: null,
  title: null,
  depth: 0,
  from: 'lead',
  authors: [],
  text: [],
  summary: '',
  images: [],
  links: [],
  media: [],
  ...part,
});

const article = (...sections: Section[]): Article => ({
  id: 'abcdefgh',
  url: 'https://news.example/a/1',
  title: 'Title',
  source: 'news.example',
  language: 'en',
  direction: 'ltr',
  summary: '',
  stampedAt: null,
  publishedAt: null,
  authors: ['Ann Lee'],
  sections,
});

describe('toGiven', () => {
  it('contains headings and every kind of block in reading order', () => {
    const actual = toExtraction(
      article(
        section({ text: [{ kind: 'paragraph', spans: [{ text: 'One ' }, { text: 'two', strong: true }] }] }),
        section({
          title: 'Head',
          text: [
            { kind: 'list', ordered: false, items: [[{ text: 'Item' }]] },
            { kind: 'table', rows: [[[{ text: 'a' }], [{ text: 'b' }]]] },
          ],
        }),
      ),
    );
    expect(actual.text).toBe('One two\nHead\nItem\na b');
    expect(actual.blocks).toEqual(['One two', 'Item', 'a b']);
    expect(actual.headings).toEqual(['Head']);
  });

  it('lists all addresses of an image, and its texts outside the text', () => {
    const image = {
      url: 'https://images.weserv.nl/?url=x.example/1.jpg',
      original: 'https://x.example/1.jpg',
      alt: '',
      caption: 'Cap',
      credit: 'Cred',
      width: null,
      height: null,
      candidates: [{ url: 'https://x.example/2.jpg', width: 2 }],
    };
    const actual = toExtraction(article(section({ images: [image] })));
    expect(new Set(actual.images[0])).toEqual(new Set(['x.example/1.jpg', 'x.example/2.jpg']));
    expect(actual.beside).toEqual(expect.arrayContaining(['Cap', 'Cred', 'Cap Cred']));
    expect(actual.text).toBe('');
  });

  it('lists each author once, and no link to the article itself', () => {
    const links = [
      { url: 'https://news.example/a/1#x', text: 'here', role: 'inline' as const },
      { url: 'https://news.example/b', text: 'there', role: 'related' as const },
    ];
    const actual = toExtraction(article(section({ links, authors: ['Ann Lee', 'Bo Ek'] })));
    expect(actual.authors).toEqual(['Ann Lee', 'Bo Ek']);
    expect(actual.links).toEqual(['news.example/b']);
    expect(actual.beside).toContain('there');
  });
});
