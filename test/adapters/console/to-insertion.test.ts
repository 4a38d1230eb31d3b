import { describe, expect, it } from 'vitest';
import { toInsertion } from '../../../adapters/console/to-insertion.ts';
import { widthOf } from '../../../src/text/width.ts';

const choose = (...values: string[]) => values.map((value) => ({ value, label: `about ${value}` }));

describe('toInsertion', () => {
  it('does nothing without a choice', () => {
    expect(toInsertion({ typed: 'x', choices: [] })).toEqual({ typed: 'x', shown: [] });
  });

  it('inserts the only choice, even where it starts otherwise than what was typed', () => {
    expect(toInsertion({ typed: '台湾', choices: choose('abc12345') })).toMatchObject({
      insert: 'abc12345 ',
      shown: [],
    });
  });

  it('inserts as much as the choices agree in', () => {
    expect(toInsertion({ typed: 'art', choices: choose('article', 'articles') })).toMatchObject({ insert: 'article' });
  });

  it('shows the choices where they agree in no more than what was typed', () => {
    const { insert, shown } = toInsertion({ typed: 'article', choices: choose('article', 'articles') });
    expect(insert).toBeUndefined();
    expect(shown).toEqual(['  article   about article', '  articles  about articles']);
  });

  it('keeps what it shows within the width', () => {
    const { shown } = toInsertion({ typed: '台', choices: choose('abc12345', '台湾') }, 20);
    expect(shown).toEqual(['  abc12345  about a…', '  台湾      about…']);
    expect(shown.map(widthOf)).toEqual([20, 18]);
  });

  it('never replaces words by a start they do not have', () => {
    expect(toInsertion({ typed: '台湾', choices: choose('abc', 'abd') })).toMatchObject({
      typed: '台湾',
      shown: { length: 2 },
    });
  });

  it('says nothing twice, and shows a screen at most', () => {
    const many = Array.from({ length: 90 }, (_, index) => ({ value: `${index}`, label: `${index}` }));
    const { shown } = toInsertion({ typed: '', choices: many });
    expect(shown).toHaveLength(20);
    expect(shown[0]).toBe('  0');
    const numbered = ['1', '2'].map((value) => ({ value, label: `${value} Heading` }));
    expect(toInsertion({ typed: '', choices: numbered }).shown).toEqual(['  1 Heading', '  2 Heading']);
  });
});
