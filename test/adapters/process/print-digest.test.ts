import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../adapters/process/columns.ts';
import { WrongUsage } from '../../../adapters/process/command-line.ts';
import { type PrintDigestOptions, printDigest, readSince } from '../../../adapters/process/print-digest.ts';
import { createAudience } from '../../../src/locales/audience.ts';
import { widthOf } from '../../../src/text/width.ts';
import { createFakeLibrary } from '../../fakes/library.ts';
import { raise } from '../../fakes/raise.ts';
import { articles, bus } from '../../fixtures/articles.ts';

const now = new Date('2021-11-15T12:00:00.000Z');

function print(told: Partial<PrintDigestOptions> = {}): Promise<string> {
  const audience = createAudience('zh-CN', 'Asia/Shanghai');
  const library = createFakeLibrary(articles);
  return printDigest({
    library,
    style: 'headlines',
    since: undefined,
    json: false,
    now,
    audience,
    colour: false,
    report: raise,
    ...told,
  });
}

describe('a printed digest', () => {
  it('is of the whole library, without buttons that nobody could press', async () => {
    const printed = await print();
    expect(printed).toMatch(/^文摘 · 11月15日 周一 · 5 篇\n\n1\. 海峡渡轮复航.+\n {3}news\.example\.org · .+18:13\n/u);
    expect(printed).toMatch(/[^\n]\n$/u);
    expect(printed).not.toContain('[1]');
  });

  it('has no limit, and only what came since', async () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ ...bus, id: `night${n}00`, url: `https://example.org/${n}` }));
    expect(await print({ library: createFakeLibrary(many) })).toContain('60. Night bus');
    const since = new Date('2021-11-14T00:00:00Z');
    expect(await print({ since })).toMatch(/2 篇\n2021年11月14日 08:00 以来/u);
  });

  it('is one line of JSON where that is asked for', async () => {
    const printed = await print({ json: true, style: 'full' });
    expect(printed.match(/\n/gu)).toHaveLength(1);
    expect(JSON.parse(printed)).toMatchObject({ style: 'full', total: 5, since: null, items: { length: 5 } });
  });

  it('keeps to the terminal’s width, where it has one', async () => {
    const wordy = bus.sections.map((section) => ({ ...section, summary: 'word '.repeat(80).trim() }));
    const library = createFakeLibrary([{ ...bus, sections: wordy }]);
    const widest = async (width: number) => {
      const lines = (await print({ library, style: 'full', columns: () => columnsOf({ columns: width }) })).split('\n');
      return Math.max(...lines.filter((line) => !line.includes('http')).map(widthOf));
    };
    expect(await Promise.all([40, 300, 0].map(widest))).toEqual([39, 99, 402]);
  });
});

describe('a printed digest of hostile articles', () => {
  const evil = '\u001B[2J\u009B\u202E\u2066\u{E0041}';
  const library = createFakeLibrary([{ ...bus, title: `${evil}title`, summary: evil }]);

  it('has no control or format character, as text and as JSON', async () => {
    for (const style of ['headlines', 'full'] as const) {
      expect(await print({ library, style })).not.toMatch(/[^\P{C}\n]/u);
      expect(await print({ library, style, json: true })).not.toMatch(/[^\P{C}\n]/u);
    }
    expect(JSON.parse(await print({ library, json: true }))).toMatchObject({ items: [{ title: `${evil}title` }] });
  });
});

describe('--since', () => {
  it('reads what /digest reads, too', () => {
    const at = { now, zone: 'UTC' };
    expect(readSince(undefined, at)).toBeUndefined();
    expect(readSince('2021-11-10T08:00:00Z', at)?.toISOString()).toBe('2021-11-10T08:00:00.000Z');
    expect(readSince('昨天', at)?.toISOString()).toBe('2021-11-14T00:00:00.000Z');
    expect(() => readSince('never', at)).toThrow(WrongUsage);
    expect(() => readSince('never', at)).toThrow(/^I cannot read "never" as a time\. .+\nUsage: /u);
  });
});
