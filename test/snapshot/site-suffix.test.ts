import { describe, expect, it } from 'vitest';
import { read } from '../fixtures/snapshot.ts';

const TEXT = '<p>The ferry stopped on Monday.</p>';

describe('the name of a site at the end of a title', () => {
  it.each([
    ['Ferry stops on Monday - Harbour Post', 'Ferry stops on Monday'],
    ['Ferry stops on Monday | Harbour Post', 'Ferry stops on Monday'],
    ['Ferry stops on Monday – News – Harbour Post', 'Ferry stops on Monday'],
    ['渡轮周一起全部停航 – 海港广播电台 - HBR', '渡轮周一起全部停航'],
  ])('is omitted if the headline lacks it: %s', (title, headline) => {
    expect(read(`<main><h1>${headline}</h1>${TEXT}</main>`, { title }).title).toBe(headline);
  });

  it.each([
    ['Ferry stops on Monday | Example', 'Ferry stops on Monday'],
    ['Ferry stops on Monday - example', 'Ferry stops on Monday'],
    ['渡轮周一起停航 | Example', '渡轮周一起停航'],
  ])('is omitted if it is the name in the address: %s', (title, expected) => {
    expect(read(TEXT, { title }).title).toBe(expected);
  });

  it.each([
    'Ferry stops on Monday - Harbour Post',
    'Ferry stops on Monday - again',
    'Opinion | The ferry stops',
    'Example - a ferry',
    'Ferry-example',
  ])('stays without evidence: %s', (title) => {
    expect(read(TEXT, { title }).title).toBe(title);
  });
});
