import { describe, expect, it } from 'vitest';
import { keepHalf, packRows, toKeyboard } from '../../../../adapters/telegram/render/keyboard.ts';
import type { Action, View } from '../../../../src/view/view.ts';

const contents = (label: string, command: string): Action => ({ label, role: 'contents', command });
const view = (actions: readonly Action[], more: Partial<View> = {}): View => ({ blocks: [], actions, ...more });
const labels = (shown: View) => toKeyboard(shown).rows.map((row) => row.map(({ text }) => text));

describe('a keyboard', () => {
  it('has one row for each of its contents', () => {
    expect(
      labels(view([contents('1 The crew', '/section a 1'), contents('2 What comes next', '/section a 2')])),
    ).toEqual([['1 The crew'], ['2 What comes next']]);
  });

  it('has the way back last where it comes last, else before what leads elsewhere', () => {
    const back: Action = { label: '‹ Back', role: 'move', command: '/settings' };
    const time: Action = { label: '08:00', role: 'open', command: '/subscribe 8:00' };
    expect(labels(view([time, back]))).toEqual([['08:00'], ['‹ Back']]);
    expect(labels(view([back, time]))).toEqual([['‹ Back'], ['08:00']]);
  });

  it('has a row for each of ten titles, and only numbers in even rows for more that the text lists', () => {
    const makeActions = (length: number) =>
      Array.from({ length }, (_, at) => contents(`${at + 1} Title`, `/article ${at}`));
    const list = { of: 'x', first: 1, articles: [], titles: 'text' } as const;
    expect(labels(view(makeActions(10), { list }))).toEqual(makeActions(10).map(({ label }) => [label]));
    expect(labels(view(makeActions(11), { list }))).toEqual([
      ['1', '2', '3', '4'],
      ['5', '6', '7', '8'],
      ['9', '10', '11'],
    ]);
  });

  it('has reading in a row of its own, and pictures, links and original in the next', () => {
    const actions: Action[] = [
      { label: 'Read from the start', role: 'read', command: '/section a 0' },
      { label: '🖼 Pictures 12', role: 'open', command: '/images a' },
      { label: '🔗 Links 3', role: 'open', command: '/links a' },
      { label: 'Original', role: 'open', url: 'https://example.org/a' },
      { label: 'Related 4', role: 'open', command: '/related a' },
    ];
    expect(labels(view(actions))).toEqual([
      ['Read from the start'],
      ['🖼 Pictures 12', '🔗 Links 3', 'Original'],
      ['Related 4'],
    ]);
  });

  it('has navigation in one row, and the rest in rows that fit on a phone', () => {
    const actions: Action[] = [
      { label: '‹ Previous', role: 'move', command: '/section a 1' },
      { label: 'Contents', role: 'move', command: '/article a' },
      { label: 'Next ›', role: 'move', command: '/section a 3' },
      { label: '🖼 图片 2', role: 'open', command: '/images a' },
      { label: '🔗 链接 3', role: 'open', command: '/links a' },
      { label: '原文 ↗', role: 'open', url: 'https://example.org/a' },
    ];
    expect(labels(view(actions))).toEqual([
      ['‹ Previous', 'Contents', 'Next ›'],
      ['🖼 图片 2', '🔗 链接 3', '原文 ↗'],
    ]);
  });

  it.each<[string, Action]>([
    ['a command of over 64 bytes', contents('Long', `/search ${'台'.repeat(20)}`)],
    ['an address without a dot', { label: 'Local', role: 'open', url: 'http://localhost/x' }],
    ['an invalid address', { label: 'None', role: 'open', url: 'not an address' }],
  ])('has text in place of a button for %s', (_what, action) => {
    const { rows, asText } = toKeyboard(view([action]));
    expect(rows).toEqual([]);
    const text = asText.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
    expect(text).toContain('command' in action ? action.command : action.url);
    expect(text).toContain(action.label);
  });

  it('sends the command of its button', () => {
    expect(toKeyboard(view([contents('1 A', '/section a 1')])).rows).toEqual([
      [{ text: '1 A', callback_data: '/section a 1' }],
    ]);
  });
});

describe('the rows of a keyboard', () => {
  const rows = Array.from({ length: 80 }, (_, at) => [
    { text: `${at + 1} ${'很长的标题'.repeat(8)}`, callback_data: `/section strait001 ${at + 1}` },
  ]);
  const bytes = (some: unknown) => Buffer.byteLength(JSON.stringify(some));

  it('are divided by their bytes, and none is lost', () => {
    const packed = packRows(rows);
    expect(packed.flat()).toEqual(rows);
    expect(Math.max(...packed.map(bytes))).toBeLessThan(8100);
    expect(packed.length).toBe(Math.ceil(bytes(rows) / 8000));
  });

  it('are divided by their number', () => {
    const numbers = Array.from({ length: 30 }, () =>
      Array.from({ length: 5 }, () => ({ text: '1', callback_data: '/1' })),
    );
    expect(packRows(numbers).map((some) => some.flat().length)).toEqual([95, 55]);
  });

  it('are halved to the first contents and the last rows, in the end to none', () => {
    const tail = rows.slice(77);
    expect(keepHalf(rows)).toEqual([...rows.slice(0, 37), ...tail]);
    expect(keepHalf(tail)).toEqual(rows.slice(79));
    expect(keepHalf(rows.slice(79))).toEqual([]);
  });
});
