import { describe, expect, it } from 'vitest';
import { read } from '../fixtures/snapshot.ts';

function rows(table: string): string[][] {
  const { sections } = read(`<p>One.</p><table>${table}</table>`);
  const block = sections.flatMap(({ text }) => text).find(({ kind }) => kind === 'table');
  if (block?.kind !== 'table') throw new Error('There is no table.');
  return block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('')));
}

describe('a table', () => {
  it.each([
    [
      'two rows of headings',
      '<tr><th rowspan="2">Pier</th><th colspan="2">Boats</th></tr><tr><th>May</th><th>June</th></tr><tr><td>North</td><td>3</td><td>4</td></tr>',
      [
        ['Pier', 'Boats'],
        ['', 'May', 'June'],
        ['North', '3', '4'],
      ],
    ],
    [
      'a heading in the middle',
      '<tr><td>Pier</td><td colspan="2">Boats</td><td>Crew</td></tr><tr><td>North</td><td>3</td><td>4</td><td>9</td></tr>',
      [
        ['Pier', 'Boats', '', 'Crew'],
        ['North', '3', '4', '9'],
      ],
    ],
    [
      'a cell over three rows',
      '<tr><td rowspan="3">North</td><td>May</td></tr><tr><td>June</td></tr><tr><td>July</td></tr><tr><td>South</td><td>May</td></tr>',
      [
        ['North', 'May'],
        ['', 'June'],
        ['', 'July'],
        ['South', 'May'],
      ],
    ],
    [
      'a cell over rows in the second column',
      '<tr><td>May</td><td rowspan="2">North</td><td>3</td></tr><tr><td>June</td><td>4</td></tr>',
      [
        ['May', 'North', '3'],
        ['June', '', '4'],
      ],
    ],
    [
      'a cell over rows and columns',
      '<tr><td rowspan="2" colspan="2">North</td><td>3</td></tr><tr><td>4</td></tr><tr><td>a</td><td>b</td><td>c</td></tr>',
      [
        ['North', '', '3'],
        ['', '', '4'],
        ['a', 'b', 'c'],
      ],
    ],
    [
      'a title over all columns',
      '<tr><td colspan="3">Boats of the year</td></tr><tr><td>a</td><td>b</td><td>c</td></tr>',
      [['Boats of the year'], ['a', 'b', 'c']],
    ],
    [
      'empty cells',
      '<tr><td>a</td><td></td><td>c</td></tr><tr><td>d</td><td>e</td><td></td></tr>',
      [
        ['a', '', 'c'],
        ['d', 'e', ''],
      ],
    ],
    [
      'words behind a list or a paragraph in a cell',
      '<tr><td>Mon</td><td><ul><li>9 to 12</li><li>14 to 18</li></ul><span>closed now</span></td></tr><tr><td>Tue</td><td><div>9 to 12</div>closed now</td></tr>',
      [
        ['Mon', '9 to 12\n14 to 18\nclosed now'],
        ['Tue', '9 to 12\nclosed now'],
      ],
    ],
    [
      'invalid spans',
      '<tr><td colspan="x">a</td><td rowspan="-1">b</td></tr><tr><td colspan="0">c</td><td>d</td></tr>',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('keeps its columns: %s', (_kind, table, expected) => {
    expect(rows(table)).toEqual(expected);
  });

  it('stays small with enormous spans', () => {
    const cell = '<td rowspan="60000" colspan="60000">a</td>';
    const cells = rows(`<tr>${cell.repeat(20)}</tr>`.repeat(20)).flat().length;
    expect(cells).toBeLessThan(400 * 5 + 400 + 100);
  });
});
