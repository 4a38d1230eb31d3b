import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { fingerprint } from '../../src/library/content.ts';
import { isMaterialChange, matchSections, textDifference } from '../../src/library/diff.ts';
import { type ArticleOverrides, makeArticle } from '../fakes/article.ts';

const url = 'https://example.org/harbour';
const told = (sections: NonNullable<ArticleOverrides['sections']>, more: Partial<ArticleOverrides> = {}) =>
  makeArticle({ url, title: 'Harbour', sections, ...more });

const lead = [null, 'The harbour opens at six, and the first boat leaves soon after.'] as const;
const crew = ['Crew', 'Three people keep the engine running through the night.'] as const;
const plans = ['Plans', 'The board will publish its plan in the autumn of next year.'] as const;
const none = { title: false, added: [], changed: [], removed: [], text: 0, material: false };

/** Everything that is known of a difference, with sections by number. */
function compareVersions(earlier: Article, later: Article) {
  const { added, changed, removed } = matchSections(earlier.sections, later.sections);
  return {
    title: earlier.title !== later.title,
    added: added.map(({ number }) => number),
    changed: changed.map(([, section]) => section.number),
    removed: removed.map(({ number }) => number),
    text: textDifference(earlier, later),
    material: isMaterialChange(earlier, later),
  };
}

describe('the difference of two versions', () => {
  it('is none if the content is the same, whenever it was captured', () => {
    const later = told([lead, crew], { stampedAt: '2024-01-01T00:00:00.000Z' });
    expect(compareVersions(told([lead, crew]), later)).toEqual(none);
  });

  it('names a section that is new', () => {
    expect(compareVersions(told([lead, plans]), told([lead, crew, plans]))).toMatchObject({
      added: [1],
      changed: [],
      removed: [],
    });
  });

  it('names a section that is gone, as the earlier version counts', () => {
    expect(compareVersions(told([lead, crew, plans]), told([lead, plans]))).toMatchObject({
      added: [],
      changed: [],
      removed: [1],
    });
  });

  it('names a section that changed under its heading, as the later version counts', () => {
    const changed = ['Plans', 'The board will publish no plan.'] as const;
    expect(compareVersions(told([lead, plans]), told([lead, crew, changed]))).toMatchObject({
      added: [1],
      changed: [2],
      removed: [],
    });
  });

  it('finds no change in sections that only moved', () => {
    expect(compareVersions(told([lead, crew, plans]), told([lead, plans, crew]))).toEqual(none);
  });

  it('distinguishes sections with the same heading by order', () => {
    const [first, second] = [['Crew', 'First watch.'] as const, ['Crew', 'Second watch.'] as const];
    const third = ['Crew', 'Third watch.'] as const;
    expect(compareVersions(told([lead, first, second]), told([lead, first, third]))).toMatchObject({
      added: [],
      changed: [2],
      removed: [],
    });
  });

  it('treats a section with a new heading as a new section', () => {
    const renamed = ['The crew', crew[1]] as const;
    expect(compareVersions(told([lead, crew]), told([lead, renamed]))).toMatchObject({
      added: [1],
      changed: [],
      removed: [1],
      text: 0,
    });
  });

  it.each([
    ['a picture', { images: [{ url: 'https://example.org/a.jpg' }] }],
    ['a link', { links: [{ url: 'https://example.org/a', text: 'a', role: 'related' }] }],
    [
      'a player',
      { media: [{ kind: 'video', url: 'https://example.org/v', title: null, poster: null, caption: null }] },
    ],
    ['an author', { authors: ['Ada Byrne'] }],
  ])('sees %s that came to a section, without a change of the text', (_name, more) => {
    const later = told([lead, crew]);
    const [, section] = later.sections;
    if (section) Object.assign(section, more);
    expect(compareVersions(told([lead, crew]), later)).toEqual({ ...none, changed: [1] });
  });
});

describe('a difference', () => {
  /** Words that have nothing in common. */
  const word = (number: number) => fingerprint(String(number)).slice(0, 9);
  const words = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => word(from + at)).join(' ');
  const whole = told([[null, words(0, 100)]]);

  it('is material if the title changed', () => {
    expect(compareVersions(whole, { ...whole, title: 'Another' })).toMatchObject({
      title: true,
      text: 0,
      material: true,
    });
  });

  it.each([
    [0, false],
    [10, false],
    [19, false],
    [25, true],
    [100, true],
  ])('of %i words in a hundred is material: %s', (count, material) => {
    const later = told([[null, `${words(1000, 1000 + count)} ${words(count, 100)}`.trim()]]);
    const difference = compareVersions(whole, later);
    expect(difference.material).toBe(material);
    expect(Math.abs(difference.text - count / 100)).toBeLessThan(0.05);
  });

  it('is small if one letter was corrected', () => {
    const mended = told([[null, words(0, 100).replace(word(50), `${word(50).slice(0, 8)}*`)]]);
    const { text, changed } = compareVersions(whole, mended);
    expect(changed).toEqual([0]);
    expect(text).toBeGreaterThan(0);
    expect(text).toBeLessThan(0.01);
  });

  it('is small if a long paragraph was divided', () => {
    const divided = told([[null, `${words(0, 50)}\n${words(50, 100)}`]]);
    expect(compareVersions(whole, divided).text).toBeLessThan(0.02);
  });

  it('counts a repeated text that now occurs once', () => {
    const twice = told([[null, `${words(0, 20)}\n${words(20, 40)}\n${words(0, 20)}`]]);
    const once = told([[null, `${words(0, 20)}\n${words(20, 40)}`]]);
    expect(compareVersions(twice, once).text).toBeCloseTo(1 / 3, 1);
    expect(compareVersions(once, twice).text).toBeCloseTo(1 / 3, 1);
  });

  it.each([0, 0.1, 0.3, 1])('of %d in each of many long paragraphs is estimated from the first of them', (share) => {
    const changed = Math.round(share * 100);
    const paragraph = (at: number, from: number) => words(at * 1000 + from, at * 1000 + from + changed);
    const version = (from: number) =>
      Array.from(
        { length: 900 },
        (_, at) => `${paragraph(at, from)} ${words(at * 1000 + 900, at * 1000 + 1000 - changed)}`,
      );
    const difference = compareVersions(told([[null, version(0).join('\n')]]), told([[null, version(200).join('\n')]]));
    expect(Math.abs(difference.text - share)).toBeLessThan(0.02 + share * 0.1);
    expect(difference.material).toBe(share > 0.2);
  });

  it('is the whole text if there was none before', () => {
    const empty = told([[null, '']]);
    expect(compareVersions(empty, whole)).toMatchObject({ text: 1, material: true });
    expect(compareVersions(whole, empty)).toMatchObject({ text: 1, material: true });
    expect(compareVersions(empty, empty)).toMatchObject({ text: 0, material: false });
  });
});

describe('the difference of any versions', () => {
  const sections = fc.array(
    fc.tuple(
      fc.constantFrom(null, 'One', 'Two'),
      fc.array(fc.constantFrom('a', 'bb', '海峡', '\n'), { maxLength: 12 }),
    ),
    { maxLength: 6 },
  );
  const version = sections.map((all) => told(all.map(([title, words]) => [title, words.join(' ')] as const)));

  it('changes as much of the text forwards as backwards', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const [there, back] = [compareVersions(a, b), compareVersions(b, a)];
        expect(there.text).toBe(back.text);
        expect(there.text).toBeGreaterThanOrEqual(0);
        expect(there.text).toBeLessThanOrEqual(1);
        expect(there.changed).toHaveLength(back.changed.length);
        expect([there.added, there.removed]).toEqual([back.removed, back.added]);
      }),
    );
  });

  it('accounts for every section once', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const { added, changed, removed } = compareVersions(a, b);
        const kept = b.sections.length - added.length;
        expect(a.sections.length - removed.length).toBe(kept);
        expect(new Set([...added, ...changed]).size).toBe(added.length + changed.length);
        expect(changed.length).toBeLessThanOrEqual(kept);
      }),
    );
  });

  it('is no difference from itself', () => {
    fc.assert(
      fc.property(version, (one) => {
        expect(compareVersions(one, structuredClone(one))).toEqual(none);
      }),
    );
  });
});
