import { describe, expect, it } from 'vitest';
import { createAudience } from '../../src/locales/audience.ts';
import { readingMinutes } from '../../src/presenters/reading-time.ts';
import { shorten } from '../../src/text/shorten.ts';
import { widthOf } from '../../src/text/width.ts';
import { numberedLabel, partName } from '../../src/view/label.ts';
import { huge, short, strait } from '../fixtures/articles.ts';

const audience = createAudience('en', 'UTC');

describe('a label', () => {
  it('is one line, and no wider than a button', () => {
    const label = numberedLabel(7, `${'渡口'.repeat(40)}\nsecond line`);
    expect(label).toMatch(/^7 渡口.*…$/u);
    expect(widthOf(label)).toBeLessThanOrEqual(58);
  });

  it('is truncated between graphemes', () => {
    expect(shorten('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 5)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦…');
    expect(shorten('short', 5)).toBe('short');
  });
});

describe('a heading', () => {
  it.each([
    ['海峡渡轮复航：两岸码头在等什么', '海峡渡轮复航 › 船长想要什么'],
    ['短：两岸码头在等什么', '短：两岸码头在等什么 › 船长想要什么'],
    ['Night bus timetable: the people who keep it running', 'Night bus timetable › 船长想要什么'],
    ['At 10:30 the bus leaves', 'At 10:30 the bus leaves › 船长想要什么'],
  ])('of a section has the shortened title of its article: %s', (title, heading) => {
    expect(partName({ title }, strait.sections[2], audience)).toBe(heading);
  });
});

describe('reading time', () => {
  it('counts characters in unspaced scripts and words in others', () => {
    const of = (text: string) =>
      readingMinutes({
        sections: short.sections.map((one) => ({ ...one, text: [{ kind: 'paragraph', spans: [{ text }] }] })),
      });
    expect([
      of(''),
      of('渡口'.repeat(1000)),
      of('word '.repeat(1100)),
      of('渡'.repeat(400) + ' word'.repeat(220)),
    ]).toEqual([1, 5, 5, 2]);
    expect(readingMinutes(huge)).toBe(160);
  });
});
