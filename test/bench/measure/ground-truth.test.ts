import { describe, expect, it } from 'vitest';
import { readTruth } from '../../../bench/measure/ground-truth.ts';

const BASE = 'https://news.example/a/1';

describe('readTruth', () => {
  it('is undefined if nothing is stated', () => {
    expect(readTruth({ truth: null, ref: {} }, BASE)).toBeUndefined();
  });

  it('throws on another shape', () => {
    expect(() => readTruth({ truth: { headings: 3 } }, BASE)).toThrow('invalid_type');
  });

  it('takes paragraphs from sections, with the summary first', () => {
    const sections = [
      { heading: null, paragraphs: ['One.'] },
      { heading: 'H', paragraphs: ['Two.'], list_items: ['Three.'] },
    ];
    const expected = readTruth({ truth: { summary: ['Short.'], sections, text: 'Short.\nOne.' } }, BASE);
    expect(expected?.paragraphs).toEqual(['Short.', 'One.', 'Two.', 'Three.']);
  });

  it('takes paragraphs from the lines of a text, but not from a text without lines', () => {
    expect(readTruth({ truth: { text: 'One.\n\nTwo.' } }, BASE)?.paragraphs).toEqual(['One.', 'Two.']);
    expect(readTruth({ truth: { text: 'One. Two.' } }, BASE)?.paragraphs).toBeNull();
  });

  it('reads the name from a byline with a role, and splits several names', () => {
    expect(readTruth({ truth: { byline: ['Ann Lee', 'reporter'] } }, BASE)?.authors).toEqual(['Ann Lee']);
    expect(readTruth({ truth: { author: 'Ann Lee und Bo Ek' } }, BASE)?.authors).toEqual(['Ann Lee', 'Bo Ek']);
  });

  it('lists an image once, with all its files', () => {
    const images = [
      { src: 'https://x.example/1.jpg', caption: 'Cap', credit: null },
      { versions: ['/s.jpg', '/l.jpg'] },
      'https://x.example/1.jpg',
    ];
    const expected = readTruth({ truth: { images } }, BASE);
    expect(expected?.images).toEqual([['x.example/1.jpg'], ['news.example/s.jpg', 'news.example/l.jpg']]);
    expect(expected?.captions).toEqual(['Cap']);
    expect(expected?.credits).toBeNull();
  });

  it('omits links to the page itself', () => {
    const links = ['#note', '/b', 'mailto:x@y.example', { href: 'https://z.example/' }];
    expect(readTruth({ truth: { links } }, BASE)?.links).toEqual(['news.example/b', 'z.example']);
  });

  it('reads Markdown without its marks', () => {
    const markdown = '## Head\n\nSee [this](https://z.example/) ![alt](/p.png)\n\n```sh\n# no heading\n```';
    const expected = readTruth({ truth: { markdown } }, BASE);
    expect(expected).toMatchObject({ headings: ['Head'], links: ['z.example'], images: [['news.example/p.png']] });
    expect(expected?.text).toContain('See this');
    expect(expected?.text).toContain('# no heading');
  });
});
