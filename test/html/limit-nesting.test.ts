import { describe, expect, it } from 'vitest';
import { limitNesting } from '../../src/html/tree/limit-nesting.ts';

const MAX_DEPTH = 512;
const nested = (depth: number, inside: string) => `${'<b>'.repeat(depth)}${inside}${'</b>'.repeat(depth)}`;

describe('tags that are nested too deeply', () => {
  it('are removed with their end tags, and nothing else is', () => {
    const html = `<p>1 < 2</p>${nested(MAX_DEPTH + 100, '<br>Fog<!-- <b> -->')}<i>Rain</i>`;
    expect(limitNesting(html)).toBe(`<p>1 < 2</p>${nested(MAX_DEPTH, '<br>Fog<!-- <b> -->')}<i>Rain</i>`);
  });

  it.each([
    ['are as deep as may be', nested(MAX_DEPTH, 'Fog')],
    ['are as deep as may be behind others', `<i>Rain</i>${nested(MAX_DEPTH, 'Fog').repeat(2)}`],
    ['end before the next one begins', '<b>Fog</b>'.repeat(2 * MAX_DEPTH)],
    ['end with the element around them', '<div><b>Fog</div>'.repeat(2 * MAX_DEPTH)],
    ['need no end tag', '<p>Fog<li>Rain'.repeat(2 * MAX_DEPTH)],
    ['have end tags only', '</b>'.repeat(2 * MAX_DEPTH)],
  ])('are not those that %s', (_which, html) => {
    expect(limitNesting(html)).toBe(html);
  });
});
