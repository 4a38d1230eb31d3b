import { describe, expect, it } from 'vitest';
import { pattern, patternSource } from '../../src/text/pattern.ts';

describe('a pattern in lines', () => {
  it('is the pattern without its line breaks and what indents them', () => {
    const expression = pattern('iu')`
      ^(?:
        read more|see also
        |lire aussi
      )\s*$
    `;
    expect([expression.source, expression.flags]).toEqual(['^(?:read more|see also|lire aussi)\\s*$', 'iu']);
    expect(expression.test('LIRE aussi ')).toBe(true);
  });

  it('inserts the source of another one as it is', () => {
    const name = patternSource`
      \p{Lu}\p{L}+
      |\d+
    `;
    expect(name).toBe('\\p{Lu}\\p{L}+|\\d+');
    expect(pattern('u')`^by (${name})$`.exec('by Ann')?.[1]).toBe('Ann');
  });
});
