import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateSummary } from '../../src/summary/validate-summary.ts';
import { countGraphemes } from '../../src/text/graphemes.ts';

const EN = 'The northern ice road opens two weeks early because the ice is thick enough for trucks.';
const CN = '北岸的冰路今年提前两周开放，因为冰层已经足够厚，卡车可以安全通过。';
const TW = '北岸的冰路今年提前兩週開放，因為冰層已經足夠厚，卡車可以安全通過。';

describe('the output of a model', () => {
  it.each([
    ['en', EN],
    ['zh-CN', CN],
    ['zh-TW', TW],
  ] as const)('is shown where it is plain text in the language asked for (%s)', (language, text) => {
    expect(validateSummary(text, { language, maxGraphemes: 280 })).toBe(text);
    expect(validateSummary(`  “${text}”\n`, { language, maxGraphemes: 280 })).toBe(text);
  });

  it.each([
    ['zh-CN', EN],
    ['zh-CN', TW],
    ['zh-TW', CN],
    ['en', CN],
    ['en', 'Die nördliche Eisstraße öffnet zwei Wochen früher, weil das Eis dick genug für Lastwagen ist.'],
  ] as const)('is not where it is in another language than %s: %s', (language, text) => {
    expect(validateSummary(text, { language, maxGraphemes: 280 })).toBeUndefined();
  });

  it.each([
    'https://evil.example/win',
    'See www.evil.example for more',
    'evil.example/win has more',
    'Write to win@evil.example',
    'Follow @evil_account now',
    '<b>bold</b>',
    '[click](there)',
    '**bold**',
    '`code`',
    '\n- a list\n- of two',
    '\n# A heading',
  ])('is invalid with an address or markup: %s', (added) => {
    expect(validateSummary(`${EN} ${added}`, { language: 'en', maxGraphemes: 280 })).toBeUndefined();
  });

  it.each([
    '',
    '   ',
    'Too short.',
    EN.repeat(5),
    `Sure! ${EN}`,
    `Here is the summary: ${EN}`,
    `As an AI model, ${EN}`,
  ])('is invalid if it is no summary: %s', (text) => {
    expect(validateSummary(text, { language: 'en', maxGraphemes: 280 })).toBeUndefined();
  });

  it('may contain numbers, decimals and names with full stops', () => {
    const text = 'The U.S. harbour authority measured 3.5 metres of ice at 11 places, said J. K. Lind of the office.';
    expect(validateSummary(text, { language: 'en', maxGraphemes: 280 })).toBe(text);
  });

  it('never exceeds the limit, has no line break and never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(EN, CN, '\n', '<', '@', '“'), fc.string())), (parts) => {
        const shown = validateSummary(parts.join(''), { language: 'en', maxGraphemes: 100 });
        if (shown === undefined) return;
        expect(countGraphemes(shown)).toBeLessThanOrEqual(100);
        expect(shown).not.toMatch(/[\n\r]/);
      }),
    );
  });
});
