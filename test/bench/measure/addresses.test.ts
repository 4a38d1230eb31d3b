import { describe, expect, it } from 'vitest';
import { toImageKey, toLinkKey } from '../../../bench/measure/addresses.ts';

const BASE = 'https://news.example/a/1';

describe('toLinkKey', () => {
  it.each([
    ['/b/2', 'news.example/b/2'],
    ['http://www.news.example/b/2/#top', 'news.example/b/2'],
    ['https://news.example/b/2?utm_source=x&id=3', 'news.example/b/2?id=3'],
    ['//news.example/%E5%8F%B0', 'news.example/台'],
    ['https://news.example/100%', 'news.example/100%'],
  ])('takes %s as %s', (address, key) => {
    expect(toLinkKey(address, BASE)).toBe(key);
  });

  it('knows web addresses only', () => {
    expect(toLinkKey('mailto:a@b.example', BASE)).toBeUndefined();
    expect(toLinkKey('http://[', BASE)).toBeUndefined();
  });
});

describe('toImageKey', () => {
  it.each([
    'https://images.weserv.nl/?url=pictures.example/x.jpg',
    'https://images.weserv.nl?url=https%3A%2F%2Fpictures.example%2Fx.jpg',
    'https://i0.wp.com/pictures.example/x.jpg',
    '//pictures.example/x.jpg',
  ])('sees the file behind %s', (address) => {
    expect(toImageKey(address, BASE)).toBe('pictures.example/x.jpg');
  });

  it('sees one file in two sizes of the picture server', () => {
    const one = toImageKey('https://ichef.bbci.co.uk/news/800/cpsprodpb/x.jpg', BASE);
    expect(one).toBe(toImageKey('https://ichef.bbci.co.uk/news/240/cpsprodpb/x.jpg', BASE));
    expect(one).toBe(toImageKey('https://ichef.bbci.co.uk/ace/ws/480/cpsprodpb/x.jpg', BASE));
    expect(one).not.toBe(toImageKey('https://ichef.bbci.co.uk/news/800/cpsprodpb/y.jpg', BASE));
  });
});
