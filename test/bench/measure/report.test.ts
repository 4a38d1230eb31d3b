import { describe, expect, it } from 'vitest';
import { compare } from '../../../bench/measure/compare.ts';
import { EMPTY_EXTRACTION } from '../../../bench/measure/extraction.ts';
import { readTruth } from '../../../bench/measure/ground-truth.ts';
import type { ParserOutcome } from '../../../bench/measure/outcome.ts';
import { aggregate, renderDetails, renderTable } from '../../../bench/measure/report.ts';

const expected = readTruth({ truth: { title: 'T', headings: ['A', 'B'] } }, 'https://news.example/');
if (!expected) throw new Error('the truth states something');
const outcome = (part: Partial<ParserOutcome>): ParserOutcome => ({
  id: 'one/1',
  group: 'one',
  milliseconds: 2,
  failure: null,
  score: compare(expected, { ...EMPTY_EXTRACTION, title: 'T', headings: ['A', 'C'] }),
  ...part,
});

describe('aggregate', () => {
  it('sums each group and the total', () => {
    const failure = { kind: 'crash' as const, message: 'broken' };
    const groups = aggregate([outcome({}), outcome({ group: 'two', failure, score: null }), outcome({ group: 'two' })]);
    expect(groups.map(({ group, files, crashes }) => [group, files, crashes])).toEqual([
      ['one', 1, 0],
      ['two', 2, 1],
      ['total', 3, 1],
    ]);
    expect(groups.at(-1)?.lists.headings).toEqual({ expected: 4, found: 2, missed: 2, added: 2 });
    expect(groups.at(-1)?.titles).toEqual({ expected: 2, found: 2 });
    expect(groups.at(-1)?.f1).toBeNull();
  });
});

describe('renderTable', () => {
  it('shows found of expected, missed and added', () => {
    expect(renderTable(aggregate([outcome({})]))).toContain('1/2 -1 +1');
  });
});

describe('renderDetails', () => {
  it('lists missed and added texts', () => {
    const text = renderDetails(outcome({}));
    expect(text).toContain('headings missed: "B"');
    expect(text).toContain('headings added: "C"');
  });

  it('shows why there is no article', () => {
    expect(renderDetails(outcome({ failure: { kind: 'refusal', message: 'The file is empty.' } }))).toContain(
      'refusal: The file is empty.',
    );
  });
});
