import { describe, expect, it } from 'vitest';
import { compare } from '../../../bench/measure/compare.ts';
import { EMPTY_EXTRACTION } from '../../../bench/measure/extraction.ts';
import type { GroundTruth } from '../../../bench/measure/ground-truth.ts';

const NOTHING_STATED: GroundTruth = {
  title: null,
  authors: null,
  headings: null,
  paragraphs: null,
  text: null,
  textIsBeginning: false,
  images: null,
  links: null,
  captions: null,
  credits: null,
  present: [],
  absent: [],
};

describe('compare', () => {
  it('ignores what the ground truth does not state', () => {
    const { exactParagraphs, ...rest } = compare(NOTHING_STATED, {
      ...EMPTY_EXTRACTION,
      headings: ['A'],
      links: ['x.example'],
    });
    expect(exactParagraphs).toBe(0);
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
  });

  it('lists missed and added headings, ignoring white space', () => {
    const score = compare(
      { ...NOTHING_STATED, headings: ['One two', 'Three'] },
      { ...EMPTY_EXTRACTION, headings: ['One\u00a0two', 'Four'] },
    );
    expect(score.headings).toEqual({ expected: 2, found: 1, missed: ['Three'], added: ['Four'] });
  });

  it('matches an author if one name contains the other', () => {
    const score = compare(
      { ...NOTHING_STATED, authors: ['Ann Lee', 'Bo'] },
      { ...EMPTY_EXTRACTION, authors: ['By ANN LEE', 'Cy'] },
    );
    expect(score.authors).toEqual({ expected: 2, found: 1, missed: ['Bo'], added: ['Cy'] });
  });

  it('matches an image by any of its files', () => {
    const actual = { ...EMPTY_EXTRACTION, images: [['x.example/small', 'x.example/large'], ['x.example/other']] };
    const score = compare(
      { ...NOTHING_STATED, images: [['x.example/large', 'x.example/huge'], ['x.example/lost']] },
      actual,
    );
    expect(score.images).toEqual({ expected: 2, found: 1, missed: ['x.example/lost'], added: ['x.example/other'] });
  });

  it('finds a paragraph inside a block, and counts it as exact only as a block of its own', () => {
    const expected = {
      ...NOTHING_STATED,
      paragraphs: ['First one.', 'Second one.', 'Third one.'],
      text: 'First one.\nSecond one.\nThird one.',
    };
    const blocks = ['First one.', 'Second one. Third one.'];
    const score = compare(expected, { ...EMPTY_EXTRACTION, blocks, text: blocks.join('\n') });
    expect(score.paragraphs).toEqual({ expected: 3, found: 3, missed: [], added: [] });
    expect(score.exactParagraphs).toBe(1);
  });

  it('counts a repeated block as added, and measures the share of wrongly kept text', () => {
    const expected = { ...NOTHING_STATED, paragraphs: ['abcd'], text: 'abcd' };
    const score = compare(expected, { ...EMPTY_EXTRACTION, blocks: ['abcd', 'abcd'], text: 'abcd\nabcd' });
    expect(score.paragraphs?.added).toEqual(['abcd']);
    expect(score.wronglyKept).toBe(0.5);
  });

  it('counts captions neither way, wherever the expected text has them', () => {
    const actual = {
      ...EMPTY_EXTRACTION,
      blocks: ['a b c d', 'e f g h'],
      text: 'a b c d\ne f g h',
      beside: ['k l m n'],
    };
    for (const text of ['a b c d e f g h', 'a b c d k l m n e f g h', 'k l m n a b c d e f g h']) {
      expect(compare({ ...NOTHING_STATED, text }, actual).text).toEqual({ recall: 1, precision: 1, f1: 1 });
    }
  });

  it('counts the caption of a player only if it is expected', () => {
    const actual = { ...EMPTY_EXTRACTION, playerCaptions: ['Film'] };
    expect(compare({ ...NOTHING_STATED, captions: ['Film'] }, actual).captions).toMatchObject({ found: 1, added: [] });
    expect(compare({ ...NOTHING_STATED, captions: ['Photo'] }, actual).captions).toMatchObject({ found: 0, added: [] });
  });

  it('finds a paragraph in a caption', () => {
    const expected = { ...NOTHING_STATED, paragraphs: ['Ann at work.'] };
    expect(compare(expected, { ...EMPTY_EXTRACTION, beside: ['Ann at work.'] }).paragraphs?.found).toBe(1);
  });

  it('counts no text after the expected beginning as added', () => {
    const expected = { ...NOTHING_STATED, paragraphs: ['a b c d'], text: 'a b c d', textIsBeginning: true };
    const score = compare(expected, { ...EMPTY_EXTRACTION, blocks: ['a b c d', 'e f g h'], text: 'a b c d\ne f g h' });
    expect(score.text).toEqual({ recall: 1, precision: 1, f1: 1 });
    expect(score.paragraphs?.added).toEqual([]);
  });

  it('counts passages that must and must not occur', () => {
    const score = compare(
      { ...NOTHING_STATED, present: ['a b', 'x y'], absent: ['c d', 'z'] },
      { ...EMPTY_EXTRACTION, text: 'a b\nc d' },
    );
    expect(score.passages).toEqual({ expected: 2, found: 1, missed: ['x y'], added: ['c d'] });
  });
});
