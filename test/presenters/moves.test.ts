import { describe, expect, it } from 'vitest';
import { createAudience } from '../../src/locales/audience.ts';
import { backMoves, pageMoves, sectionMoves } from '../../src/presenters/moves.ts';
import { strait } from '../fixtures/articles.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const audience = createAudience('en', 'UTC');
const [lead, first, , last] = strait.sections;

function movesFrom(section = first): [string, string][] {
  return section === undefined ? [] : buttonsOf({ actions: sectionMoves(strait, section, audience) });
}

describe('navigation buttons', () => {
  it('link a section to its neighbours and the contents', () => {
    expect(movesFrom(first)).toEqual([
      ['‹ Previous', '/section strait001 0'],
      ['Contents', '/article strait001'],
      ['Next ›', '/section strait001 2'],
    ]);
  });

  it('do not go before the first or past the last', () => {
    expect(movesFrom(lead).map(([label]) => label)).toEqual(['Contents', 'Next ›']);
    expect(movesFrom(last).map(([label]) => label)).toEqual(['‹ Previous', 'Contents']);
  });

  it('link back to the previous view', () => {
    expect(buttonsOf({ actions: backMoves(strait, first, audience) })).toEqual([
      ['‹ Back', '/section strait001 1'],
      ['Contents', '/article strait001'],
    ]);
    expect(buttonsOf({ actions: backMoves(strait, undefined, audience) })).toEqual([
      ['Contents', '/article strait001'],
    ]);
  });

  it('turn pages only if there are several', () => {
    const moves = pageMoves({ newer: '/articles', older: '/articles 3' }, audience);
    expect(buttonsOf({ actions: moves })).toEqual([
      ['‹ Newer', '/articles'],
      ['Older ›', '/articles 3'],
    ]);
    expect(pageMoves({}, audience)).toEqual([]);
    expect(moves.every(({ role }) => role === 'move')).toBe(true);
  });
});
