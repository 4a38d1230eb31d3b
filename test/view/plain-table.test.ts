import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../src/locales/translator.ts';
import { renderPlainTable } from '../../src/view/plain-table.ts';
import type { Span } from '../../src/view/view.ts';

function render(rows: readonly (readonly string[])[], width?: number): string[] {
  const spans = rows.map((row) => row.map((text): Span[] => [{ kind: 'plain', text }]));
  return renderPlainTable(spans, { colour: false, t: createTranslator('en'), ...(width !== undefined && { width }) });
}

const FARES = [
  ['票种', 'Price', ''],
  ['adult', '120', 'daily'],
];

describe('a table in plain text', () => {
  it('has columns as wide as their widest cell, with Chinese characters counted twice', () => {
    expect(render(FARES)).toEqual(['票种   Price', 'adult  120    daily']);
  });

  it('lists its rows if it is too wide', () => {
    expect(render(FARES, 19)).toEqual(['票种   Price', 'adult  120    daily']);
    expect(render(FARES, 18)).toEqual(['票种 | Price |', 'adult | 120 |', '  daily']);
    expect(render([['x'.repeat(60), 'y'.repeat(60)]])).toEqual([`${'x'.repeat(60)} | ${'y'.repeat(60)}`]);
  });

  it('lists its rows if a cell has several lines', () => {
    expect(render([['one', 'two\nlines'], ['three']])).toEqual(['one | two', '  lines', 'three']);
  });

  it('accepts rows of different lengths, and none', () => {
    expect(render([['a'], ['bb', 'c'], []])).toEqual(['a', 'bb  c', '']);
    expect(render([])).toEqual([]);
  });

  it('keeps the address of a link', () => {
    const link: Span = { kind: 'link', text: 'rota', url: 'https://example.org/rota' };
    expect(renderPlainTable([[[link]]], { colour: false, t: createTranslator('en') })).toEqual([
      'rota (https://example.org/rota)',
    ]);
  });
});
