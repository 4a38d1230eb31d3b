import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEntries, entryTimeMs, toEntry } from '../../src/library/entry.ts';
import { makeArticle } from '../fakes/article.ts';

const ADDED = '2024-05-01T08:00:00.000Z';
const STAMP = '2024-03-01T00:00:00.000Z';
const url = 'https://example.org/a';
const entry = (told: Partial<ReturnType<typeof toEntry>>) => ({ ...toEntry(makeArticle({ url }), ADDED), ...told });

describe('an entry', () => {
  it('contains the fields of a list and no text', () => {
    const article = makeArticle({ url, title: 'Ferry', summary: 'Twice a day.', sections: [[null, 'Long text.']] });
    expect(toEntry(article, ADDED)).toEqual({
      id: article.id,
      url,
      title: 'Ferry',
      source: 'example.org',
      language: null,
      direction: 'ltr',
      summary: 'Twice a day.',
      stampedAt: null,
      publishedAt: null,
      addedAt: ADDED,
    });
  });
});

describe('the time of an entry', () => {
  it.each([
    ['published', { publishedAt: '2024-03-02T10:00:00.000Z', stampedAt: STAMP }, '2024-03-02T10:00:00.000Z'],
    ['the start of its day', { publishedAt: '2024-03-02', stampedAt: STAMP }, '2024-03-02T00:00:00.000Z'],
    ['stamped', { publishedAt: null, stampedAt: STAMP }, STAMP],
    ['stamped, where the date cannot be read', { publishedAt: 'gestern', stampedAt: STAMP }, STAMP],
    ['added', { publishedAt: null, stampedAt: null }, ADDED],
    ['added, where no date can be read', { publishedAt: '', stampedAt: 'NaN' }, ADDED],
    ['published before 1970', { publishedAt: '1969-07-20T20:17:40.000Z' }, '1969-07-20T20:17:40.000Z'],
  ])('is when it was %s', (_name, told, time) => {
    expect(entryTimeMs(entry(told))).toBe(Date.parse(time));
  });

  it('is 1970 if no date is valid', () => {
    expect(entryTimeMs(entry({ addedAt: '' }))).toBe(0);
  });
});

describe('the order of entries', () => {
  const sorted = (...entries: ReturnType<typeof entry>[]) => entries.sort(compareEntries).map(({ id }) => id);

  it('is newest first', () => {
    const [old, young] = [entry({ id: 'a', publishedAt: '2024-01-01' }), entry({ id: 'b', publishedAt: '2024-01-02' })];
    expect(sorted(old, young)).toEqual(['b', 'a']);
  });

  it('puts the one added later first at the same time', () => {
    const publishedAt = '2024-01-01';
    const [first, later] = [
      entry({ id: 'a', publishedAt }),
      entry({ id: 'b', publishedAt, addedAt: '2024-05-02T00:00:00.000Z' }),
    ];
    expect(sorted(first, later)).toEqual(['b', 'a']);
  });

  it('falls back to the id', () => {
    expect(sorted(entry({ id: 'b' }), entry({ id: 'a' }), entry({ id: 'c' }))).toEqual(['a', 'b', 'c']);
  });

  it('does not depend on the order before, so that pages never overlap', () => {
    const day = fc.constantFrom('2024-01-01', '2024-01-02T00:00:00.000Z', 'gestern', null);
    const told = fc.record({
      publishedAt: day,
      stampedAt: day,
      addedAt: fc.constantFrom(ADDED, '2024-05-02T00:00:00Z'),
    });
    const shuffled = fc
      .array(told, { maxLength: 10 })
      .map((all) => all.map((one, at) => entry({ ...one, id: `id${at}` })))
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(all.toSorted(compareEntries)).toEqual(other.toSorted(compareEntries));
      }),
    );
  });
});
