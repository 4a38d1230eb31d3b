import { describe, expect, it } from 'vitest';
import { stemOf } from '../../../src/text/terms/stem.ts';

describe('stems', () => {
  it.each([
    ['cat', 'cats'],
    ['run', 'runs'],
    ['women', 'womens'],
    ['ferry', 'ferries'],
    ['story', 'stories'],
    ['movie', 'movies'],
    ['box', 'boxes'],
    ['church', 'churches'],
    ['house', 'houses'],
    ['photo', 'photos'],
    ['chanson', 'chansons'],
    ['noticia', 'noticias'],
  ])('of %s and %s are the same', (one, many) => {
    expect(stemOf(many)).toBe(stemOf(one));
  });

  it.each(['bus', 'news', 'press', 'series', 'paris', 'status', 'is', 'gas', 'g7s', 'банкс', 'ferry'])(
    'leave %s as it is',
    (word) => {
      expect(stemOf(word)).toBe(word);
    },
  );
});
