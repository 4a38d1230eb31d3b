import { describe, expect, it } from 'vitest';
import { cutRuns } from '../../src/messaging/cut-runs.ts';
import { run } from '../../src/messaging/rich-text.ts';

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
});
