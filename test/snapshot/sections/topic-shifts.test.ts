import { describe, expect, it } from 'vitest';
import { scoreTopicShifts } from '../../../src/snapshot/sections/topic-shifts.ts';

/** The scores of paragraphs as the starts of parts. */
const score = (...texts: string[]) => scoreTopicShifts(texts.map((text) => ({ text, isContinuation: false })));
const scoreAt = (at: number, ...texts: string[]) => score(...texts)[at] ?? expect.unreachable();

describe('the score of a paragraph as the start of a part', () => {
  const before = ['harbour ferry', 'harbour ferry', 'harbour ferry'];

  it('is higher if its new terms recur in later paragraphs, however often one has them', () => {
    const [once, twice, recurring] = ['orchard lantern', 'orchard orchard', 'orchard lantern'].map((text, at) =>
      scoreAt(3, ...before, text, 'basket', 'market', at === 2 ? 'orchard' : 'gardens', 'window'),
    );
    expect(recurring).toBeGreaterThan(once ?? expect.unreachable());
    expect(twice).toBe(once);
  });

  it('counts each new term where it occurs first', () => {
    const texts = [...before, 'orchard', 'basket', 'market', 'window', 'orchard', 'candle', 'garden'];
    expect(scoreAt(3, ...texts)).toBeGreaterThan(scoreAt(7, ...texts));
  });

  it('is lower the more other terms it and the next two have', () => {
    const few = scoreAt(3, ...before, 'orchard', 'basket', 'market', 'orchard');
    const many = scoreAt(3, ...before, 'orchard', 'basket candle', 'market window garden', 'orchard');
    expect(many).toBeLessThan(few);
  });

  it('counts the new terms of the next two paragraphs, and of no other', () => {
    const [soon, late, never] = [
      ['orchard', 'market'],
      ['market', 'orchard'],
      ['market', 'gardens'],
    ].map(([next = '', after = '']) => scoreAt(3, ...before, 'lantern', 'basket', next, after, 'orchard'));
    expect(soon).toBeGreaterThan(late ?? expect.unreachable());
    expect(late).toBe(never);
  });

  it('is higher for a long paragraph than for a short one', () => {
    const short = scoreAt(1, 'harbour ferry island', 'orchard');
    expect(scoreAt(1, 'harbour ferry island', 'orchard basket')).toBeGreaterThan(short);
  });

  it('is lower inside an answer of an interview, where two speakers have three turns each', () => {
    const turns = ['Ann: one', 'Ben: two', 'Ann: three', 'Ben: four', 'Ann: five', 'Ben: six'];
    const interview = scoreAt(6, ...turns, 'orchard');
    const twoTurns = scoreAt(6, ...turns.with(0, 'Joe: one'), 'orchard');
    expect(interview).toBeLessThan(twoTurns);
  });

  it('is lower if it shares rare terms with the paragraph before than if it shares common ones', () => {
    const others = ['harbour basket', 'harbour market', 'harbour window', 'harbour candle'];
    const common = scoreAt(1, 'harbour orchard', 'harbour garden', ...others);
    const rare = scoreAt(1, 'orchard harbour', 'orchard garden', ...others);
    expect(rare).toBeLessThan(common);
  });

  it('takes a term for common by the paragraphs that have it, not by how often one repeats it', () => {
    const others = ['basket', 'market', 'window', 'candle'];
    const [first = '', ...rest] = others;
    const inMany = scoreAt(1, 'orchard lantern', 'orchard garden', ...others.map((word) => `orchard ${word}`));
    const inOne = scoreAt(1, 'orchard lantern', 'orchard garden', `${first}${' orchard'.repeat(4)}`, ...rest);
    expect(inOne).toBeLessThan(inMany);
  });
});
