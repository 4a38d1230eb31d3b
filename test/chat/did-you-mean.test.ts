import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/chat/did-you-mean.ts';

const names = ['articles', 'article', 'section', 'images', 'links', 'search', 'digest', 'help', '退订', '我的订阅'];

describe('the nearest name', () => {
  it.each([
    ['artcle', 'article'],
    ['serach', 'search'],
    ['digets', 'digest'],
    ['image', 'images'],
    ['sec', 'section'],
    ['hlep', 'help'],
    ['xyzzy', undefined],
    ['hshp', undefined],
    ['serfc', undefined],
    ['', undefined],
    ['文章', undefined],
    ['退货', undefined],
    ['退订全部', '退订'],
    ['我的', '我的订阅'],
  ])('to %j is %s', (typed, near) => {
    expect(didYouMean(typed, names)).toBe(near);
  });

  it('is found quickly however long the name', () => {
    expect(didYouMean('z'.repeat(100_000), names)).toBeUndefined();
  });
});
