import { describe, expect, it } from 'vitest';
import { commandSpans } from '../../src/view/command-spans.ts';

const named = (text: string) => commandSpans(text).flatMap((span) => (span.kind === 'command' ? [span.name] : []));

describe('the commands in a sentence', () => {
  it.each([
    ['Try /help.', ['help']],
    ['Or type any city: /settings zone Tokyo', ['settings']],
    ['也可以直接输入：/settings zone 东京', ['settings']],
    ['“/follow example.org” or /digest', ['follow', 'digest']],
    ['在那里用 /导入 发送，或用 /匯出；/訂閱 平日', ['import', 'export', 'subscribe']],
    ['还有 /别的 /hElp /nothing', []],
    ['https://example.org/help', []],
    ['and/or', []],
    ['1/2 of /9, /Help, /a/b and /x_y', []],
  ])('of “%s” are %j', (text, names) => {
    expect(named(text)).toEqual(names);
    expect(
      commandSpans(text)
        .map((span) => span.text)
        .join(''),
    ).toBe(text);
  });
});
