import { describe, expect, it } from 'vitest';
import { compare } from '../../../bench/measure/compare.ts';
import { NOTHING } from '../../../bench/measure/given.ts';
import type { Outcome } from '../../../bench/measure/outcome.ts';
import { renderDetails, renderTable, summarise } from '../../../bench/measure/report.ts';
import { readTruth } from '../../../bench/measure/truth.ts';

const known = readTruth({ truth: { title: 'T', headings: ['A', 'B'] } }, 'https://news.example/');
if (!known) throw new Error('the truth states something');
const outcome = (part: Partial<Outcome>): Outcome => ({
  id: 'one/1',
  group: 'one',
  milliseconds: 2,
  failure: null,
  score: compare(known, { ...NOTHING, title: 'T', headings: ['A', 'C'] }),
  ...part,
});

describe('summarise', () => {
  it('adds up each group and the total', () => {
    const failure = { kind: 'crash' as const, message: 'broken' };
    const summaries = summarise([
      outcome({}),
      outcome({ group: 'two', failure, score: null }),
      outcome({ group: 'two' }),
    ]);
    expect(summaries.map(({ group, files, crashes }) => [group, files, crashes])).toEqual([
      ['one', 1, 0],
      ['two', 2, 1],
      ['total', 3, 1],
    ]);
    expect(summaries.at(-1)?.lists.headings).toEqual({ known: 4, found: 2, missed: 2, added: 2 });
    expect(summaries.at(-1)?.titles).toEqual({ known: 2, found: 2 });
    expect(summaries.at(-1)?.f1).toBeNull();
  });
});

describe('renderTable', () => {
  it('shows found of known, missed and added', () => {
    expect(renderTable(summarise([outcome({})]))).toContain('1/2 -1 +1');
  });
});

describe('renderDetails', () => {
  it('lists what is missed and what is added', () => {
    const text = renderDetails(outcome({}));
    expect(text).toContain('headings missed: "B"');
    expect(text).toContain('headings added: "C"');
  });

  it('says why there is no article', () => {
    expect(renderDetails(outcome({ failure: { kind: 'refusal', message: 'The file is empty.' } }))).toContain(
      'refusal: The file is empty.',
    );
  });
});
