import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutRuns, headOf, lengthWithin } from '../../../src/messaging/rich-text/cut-runs.ts';
import { run, textOf } from '../../../src/messaging/rich-text/rich-text.ts';

const link = { ...run('a link'), href: 'https://example.org/' };

describe('cutting runs', () => {
  it('keeps style and address on both sides of a cut inside a run', () => {
    expect(cutRuns([run('bold ', 'strong'), link], 7)).toEqual([
      [run('bold ', 'strong'), { ...link, text: 'a ' }],
      [{ ...link, text: 'link' }],
    ]);
  });

  it('leaves no empty run at a cut between runs', () => {
    expect(cutRuns([run('one'), link], 3)).toEqual([[run('one')], [link]]);
  });

  it.each([
    ['without', {}, ['code']],
    ['with', { keepSpace: true }, ['  ', '  code']],
  ])('begins the second part %s the space at the cut: %j', (_how, options, texts) => {
    const [, tail] = cutRuns([run('line'), run('  '), run('  code', 'code')], 4, options);
    expect(tail.map(({ text }) => text)).toEqual(texts);
  });

  it('has an empty second part if only space is left', () => {
    expect(cutRuns([run('word   ')], 4)).toEqual([[run('word')], []]);
  });

  it('loses no text and moves none, wherever it cuts', () => {
    const runs = fc.array(
      fc.string({ minLength: 1, maxLength: 5 }).map((text) => ({ ...link, text })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(runs, fc.nat(40), (whole, offset) => {
        const [head, tail] = cutRuns(whole, offset, { keepSpace: true });
        const text = textOf(whole);
        expect([textOf(head), textOf(tail)]).toEqual([text.slice(0, offset), text.slice(offset)]);
        expect(headOf(whole, offset)).toEqual(head);
        expect([...head, ...tail].every((part) => part.text !== '')).toBe(true);
        expect(lengthWithin(whole, offset)).toBe(Math.min(offset, text.length));
      }),
    );
  });
});
