import { describe, expect, it } from 'vitest';
import { toKeyboard } from '../../../../adapters/telegram/render/keyboard.ts';

const labelOf = (label: string) =>
  toKeyboard({ blocks: [], actions: [{ label, role: 'open', command: '/help' }] }).rows.flat()[0]?.text;

describe('the label of a button', () => {
  it.each([
    ['an override', 'Open \u202Efdp.exe', 'Open fdp.exe'],
    ['isolates', '\u2066Open\u2069', 'Open'],
    ['control characters', 'Open\u0007\u009B it', 'Open it'],
  ])('is sent without %s', (_what, label, shown) => {
    expect(labelOf(label)).toBe(shown);
  });

  it.each(['', ' ', '\u202E'])('is never empty: %j', (label) => {
    expect(labelOf(label)).toBe('…');
  });
});
