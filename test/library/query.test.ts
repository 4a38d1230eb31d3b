import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasWord } from '../../src/library/best-section.ts';
import { readQuery } from '../../src/library/query.ts';
import { titleTokensOf } from '../../src/text/terms/tokenize.ts';

/** The words asked for, their tokens joined by +, with a * where the last is a start. */
async function asked(query: string): Promise<string[]> {
  return (await readQuery(query)).map(({ tokens, prefix }) => `${tokens.join('+')}${prefix ? '*' : ''}`);
}

describe('a query', () => {
  it.each([
    ['', []],
    ['  \n', []],
    ['!? "" * — 🙂', []],
    ['Café Society', ['cafe', 'society*']],
    ['society café ', ['society', 'cafe*']],
    ['bus, BUS & Bus', ['bus*']],
    ['COVID-19', ['covid', '19*']],
    ['cats and ferries', ['cat', 'and', 'ferry']],
    ['news', ['news*']],
    ['plan b', ['plan', 'b']],
    ['x', ['x']],
    ['title:bus NOT (a OR b*)', ['title', 'bus', 'not', 'a', 'or', 'b']],
  ])('of spaced words, %j, contains each once, the last as a prefix: %j', async (query, words) => {
    expect(await asked(query)).toEqual(words);
  });

  it.each([
    ['拜登', ['拜登']],
    ['峡', ['峡']],
    ['台湾问题', ['台湾', '问题']],
    ['臺灣問題', ['台湾', '问题']],
    ['台湾的问题', ['台湾', '问题']],
    ['台湾 的 问题', ['台湾', '问题']],
    ['共和国', ['共和+和国']],
    ['冯兆音采访', ['冯兆+兆音', '采访']],
    ['bus 台湾', ['bus', '台湾']],
    ['台湾 bus', ['台湾', 'bus*']],
    ['G7峰会', ['g7', '峰会']],
    ['삼성전자 주가', ['삼성+성전+전자', '주가']],
  ])('without spaces, %s, is segmented into words: %j', async (query, words) => {
    expect(await asked(query)).toEqual(words);
  });

  it('contains a particle only if there is nothing else', async () => {
    expect(await asked('的')).toEqual(['的']);
    expect(await asked('的了在')).toEqual(['的了+了在']);
    expect(await asked('是的了在 bus')).toEqual(['bus*']);
    expect(await asked('bus 的')).toEqual(['bus']);
  });

  it('is truncated if it is too long', async () => {
    const many = Array.from({ length: 300 }, (_, number) => `w${number}`).join(' ');
    expect(await asked(many)).toEqual(Array.from({ length: 16 }, (_, number) => `w${number}`));
    expect(await asked('x'.repeat(100_000))).toEqual([`${'x'.repeat(64)}*`]);
    expect((await asked(`${' '.repeat(400)}late`)).length).toBe(0);
  });

  it('is found in the text it was copied from', async () => {
    const pieces = [
      'night bus',
      'Élan',
      ' ',
      ', ',
      '台湾问题',
      '的',
      '冯兆音',
      'ภาษาไทย',
      'カメラと',
      '𠮷野家',
      'G7',
      '삼성전자는',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (copied) => {
        const words = titleTokensOf(copied);
        for (const word of await readQuery(copied)) expect([word, hasWord(words, word)]).toEqual([word, true]);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (typed) => {
        for (const { tokens } of await readQuery(typed)) {
          expect(tokens.length).toBeGreaterThan(0);
          for (const token of tokens) expect(token).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        }
      }),
      { numRuns: 300 },
    );
  });
});
