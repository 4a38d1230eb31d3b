import { describe, expect, it } from 'vitest';
import { askForSection, findSection } from '../../../src/arguments/find/find-section.ts';
import { huge, short, strait } from '../../fixtures/articles.ts';
import { createLookup, refusal } from '../../fixtures/lookup.ts';

const lookup = createLookup();
const asking = { article: strait, command: 'try' };
const all = [1, 2, 3, 0].map((number) => `/try strait001 ${number}`);

describe('a section', () => {
  it.each([
    ['2', 2],
    ['第二节', 2],
    ['#3', 3],
    ['0', 0],
    ['船长', 2],
    ['台湾一侧', 1],
    ['opening', 0],
  ])('is found by %s', (typed, number) => {
    expect(findSection(typed, lookup, asking).number).toBe(number);
  });

  it.each([
    ['9', 'There is no section 9 in “海峡渡轮复航：两岸码头在等什么”. It has these:', all],
    ['zebra', 'No heading in “海峡渡轮复航：两岸码头在等什么” contains “zebra”. It has these:', all],
    ['想要什么', 'Several headings contain “想要什么”. Which one?', ['/try strait001 2', '/try strait001 3']],
  ])('is chosen from the contents if ambiguous: %s', async (typed, message, presses) => {
    expect(await refusal(() => findSection(typed, lookup, asking))).toMatchObject({ message, presses });
  });

  it('is chosen from the contents if omitted, unless there is only one', async () => {
    expect(await refusal(() => askForSection(lookup, asking))).toEqual({
      message: 'Which section of “海峡渡轮复航：两岸码头在等什么”?',
      presses: all,
      list: undefined,
    });
    expect(askForSection(lookup, { article: short, command: 'try' })).toBe(short.sections[0]);
    expect((await refusal(() => askForSection(lookup, { article: huge, command: 'try' }))).presses).toHaveLength(41);
  });
});
