import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/text/sentences/split-sentences.ts';

describe('after a quotation', () => {
  it.each([
    ['“The pier is closed.” Lind added that it would open in May.', 2],
    ['"We wait for the wind." Ann Lee said no more.', 2],
    ['“The pier is closed,” Lind added.', 1],
    ['“Is the pier closed?” Lind asked.', 1],
    ['“Close the pier!” Ann Lee shouted.', 1],
    ['“The pier is closed.” he said.', 1],
  ])('a stop inside it ends the sentence, a question before its speaker does not: %s', (text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
  });
});
