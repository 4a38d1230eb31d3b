import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeInvisible } from '../../src/text/escape-invisible.ts';
import { toSafeJson } from '../../src/text/safe-json.ts';
import { toTerminalText } from '../../src/text/terminal-text.ts';

/** Escape, DEL, a C1 control, an override, an isolate, a mark, a byte order mark, tags (one has no meaning) and a line separator. */
const INVISIBLE = '\u001B \u007F \u009B \u202E \u2066 \u200F \uFEFF \u{E0041} \u{E0000} \u2028';
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;
const arbitrary = fc.string({ unit: 'binary' });

describe('text for the operator', () => {
  it('shows invisible characters as escapes, and keeps the rest', () => {
    expect(escapeInvisible(`a\tb\n${INVISIBLE} 渡轮`)).toBe(
      'a\tb\n\\u{1b} \\u{7f} \\u{9b} \\u{202e} \\u{2066} \\u{200f} \\u{feff} \\u{e0041} \\u{e0000} \\u{2028} 渡轮',
    );
  });

  it('never controls a terminal', () => {
    fc.assert(fc.property(arbitrary, (text) => !CONTROLS.test(escapeInvisible(text))));
    expect(escapeInvisible(INVISIBLE)).not.toMatch(CONTROLS);
  });
});

describe('JSON for a terminal', () => {
  it('parses to the same value, and never controls a terminal', () => {
    const check = (value: unknown) => {
      expect(toSafeJson(value)).not.toMatch(CONTROLS);
      expect(JSON.parse(toSafeJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    };
    check({ title: INVISIBLE, [INVISIBLE]: [INVISIBLE] });
    fc.assert(fc.property(arbitrary, (text) => check([text, { [text]: text }])));
  });

  it('is that of JSON.stringify for ordinary text in any script', () => {
    const value = {
      text: '渡轮 👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 \u0645\u0631\u062D\u0628\u0627\u200F می\u200Cخواهم co\u00ADop a\u200Bb "\\ \n',
    };
    expect(toSafeJson(value)).toBe(JSON.stringify(value));
  });
});

describe('text in a terminal', () => {
  it('has no invisible characters but joiners', () => {
    expect(toTerminalText(`a${INVISIBLE}`).replace(/[ \n]/gu, '')).toBe('a');
    expect(toTerminalText('👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 می\u200Cخواهم co\u00ADop')).toBe('👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 می\u200Cخواهم coop');
  });
});
