import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHeader } from '../../../src/snapshot/header/header.ts';

const BODY = '<main><p>Ice.</p></main>';
const STAMP = '<!--1700000000000-->';

function read(text: string) {
  const header = parseHeader(text);
  if (!header.ok) throw new Error(`${header.error.code}: ${header.error.message}`);
  return { ...header, warnings: header.warnings.map(({ code }) => code) };
}

function refusal(text: string) {
  const header = parseHeader(text);
  return header.ok ? undefined : [header.error.code, header.error.line];
}

describe('parseHeader', () => {
  it('reads the form that mirrors write', () => {
    expect(read(`${STAMP}\n[Ice road opens](https://example.org/ice)\n------\n\n${BODY}`)).toEqual({
      ok: true,
      title: 'Ice road opens',
      url: 'https://example.org/ice',
      stampedAt: '2023-11-14T22:13:20.000Z',
      publishedAt: null,
      body: BODY,
      bodyLine: 5,
      warnings: [],
    });
  });

  it('reads the older form, with a date below the rule', () => {
    const header = read(`[冰路](https://example.org/ice)\n------\n日期：Tue, 14 Nov 2023 22:13:20 +0000\n\n${BODY}`);
    expect(header).toMatchObject({ stampedAt: null, publishedAt: '2023-11-14T22:13:20.000Z', body: BODY, bodyLine: 5 });
    expect(header.warnings).toEqual([]);
  });

  it.each([
    ['[a [b] c](https://example.org/)', 'a [b] c', 'https://example.org/'],
    ['[[Video] Ice](https://example.org/)', '[Video] Ice', 'https://example.org/'],
    ['[1] ice](https://example.org/)', '1] ice', 'https://example.org/'],
    ['[f](x) is odd](https://example.org/)', 'f](x) is odd', 'https://example.org/'],
    ['[Ice\n\nroad\n](https://example.org/)', 'Ice road', 'https://example.org/'],
    ['[A &amp; B &quot;C&quot; &#x51b0;&nbsp;D](https://example.org/)', 'A & B "C" 冰 D', 'https://example.org/'],
    ['[AT&T <b>](https://example.org/)', 'AT&T <b>', 'https://example.org/'],
    ['[t](https://example.org/a_(b))', 't', 'https://example.org/a_(b)'],
    ['[t](https://example.org/?q=[a](b))', 't', 'https://example.org/?q=[a](b)'],
    ['[t](https://example.org/a b)', 't', 'https://example.org/a%20b'],
    ['[t](HTTPS://user:secret@Example.org)', 't', 'https://example.org/'],
    ['  [t](<https://example.org/>)  ', 't', 'https://example.org/'],
  ])('reads the link %j', (link, title, url) => {
    expect(read(`${STAMP}\n${link}\n---\n${BODY}`)).toMatchObject({ title, url, body: BODY, warnings: [] });
  });

  it.each(['---', '******', '___', '\n\n---\n'])('recognises the rule %j', (rule) => {
    expect(read(`${STAMP}\n[t](https://example.org/)\n${rule}\n${BODY}`)).toMatchObject({ body: BODY, warnings: [] });
  });

  it('tolerates a missing rule with a warning', () => {
    expect(read(`${STAMP}\n[t](https://example.org/)\n${BODY}`)).toMatchObject({ body: BODY, warnings: ['no-rule'] });
  });

  it.each([
    ['<!--NaN-->', 'bad-stamp'],
    ['<!--1700000000-->', 'bad-stamp'],
    ['<!-- saved from a page -->', 'bad-stamp'],
    [`<!--${'1'.repeat(500)}`, 'bad-stamp'],
    ['', 'no-stamp'],
  ])('tolerates the stamp %.30j with a warning', (stamp, code) => {
    expect(read(`${stamp}\n[t](https://example.org/)\n---\n${BODY}`)).toMatchObject({
      stampedAt: null,
      warnings: [code],
    });
  });

  it('reads a stamp over several lines, and one before the link on the same line', () => {
    expect(read(`<!--\n1700000000000\n-->\n\n[t](https://example.org/)\n---\n${BODY}`)).toMatchObject({
      bodyLine: 7,
      warnings: [],
    });
    expect(read(`${STAMP} [t](https://example.org/)\n---\n${BODY}`)).toMatchObject({ bodyLine: 3, warnings: [] });
  });

  it('tolerates a missing title with a warning', () => {
    expect(read(`${STAMP}\n[ ](https://example.org/)\n---\n${BODY}`)).toMatchObject({
      title: '',
      warnings: ['no-title'],
    });
  });

  it('leaves a link and a rule of the body in the body', () => {
    const body = '[More](https://example.org/more)\n---\n日期：2023-11-14';
    expect(read(`${STAMP}\n[t](https://example.org/)\n\n${body}`)).toMatchObject({
      title: 't',
      body,
      warnings: ['no-rule'],
    });
    expect(read(`${STAMP}\n[t](https://example.org/)\n---\n${body}`)).toMatchObject({ title: 't', body, warnings: [] });
  });

  it.each([
    [`${STAMP}\n${BODY}`, 2],
    [`${STAMP}\n------\n\n[More](https://example.org/)`, 2],
    [`${STAMP}\n[Update] see [this](https://example.org/)\n${BODY}`, 2],
    [`${STAMP}\n[Update]\n<p>[this](https://example.org/)</p>\n---`, 2],
    [`${STAMP}\n[Update\n---\n[t](https://example.org/)\n---`, 2],
    [`${STAMP}\n\n[t]()\n---\n${BODY}`, 3],
    ['<!--1700000000000-->\n', null],
  ])('finds no address in %j', (text, line) => {
    expect(refusal(text)).toEqual(['no-address', line]);
  });

  it.each(['javascript:alert(1)', '/ice', 'ftp://example.org/', 'http://', 'https://exa mple.org/', 'y'])(
    'refuses the address %j, and names the line',
    (address) => {
      expect(refusal(`${STAMP}\n\n[t](${address})\n---\n${BODY}`)).toEqual(['bad-address', 3]);
    },
  );

  it('reports an empty file', () => {
    expect(refusal(' \n\n')).toEqual(['empty', null]);
  });

  it('round-trips any title and address, and leaves the body unchanged', () => {
    const title = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replace(/[&<\s]+/g, ' ').trim());
    fc.assert(
      fc.property(title, fc.webPath(), (text, path) => {
        const url = new URL(`https://example.org${path}`).href;
        const body = `<p>${path}</p>\n[x](https://example.org/)\n---`;
        const header = read(`${STAMP}\n[${text}](${url})\n------\n\n${body}`);
        expect(header.url).toBe(url);
        expect(header.body).toBe(body);
        expect(header.title.replace(/\s/g, '')).toBe(text.replace(/[\s\u180e\u200b\u2060\ufeff]/g, ''));
      }),
    );
  });

  it('returns a result for any text, and the body is its end', () => {
    const pieces = fc.constantFrom(
      '<!--',
      '-->',
      '[',
      '](',
      ')',
      'https://a.org/',
      '\n',
      '---',
      '日期：',
      '1700000000000',
      ' ',
      '&amp;',
      '<p>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        const text = parts.join('');
        const header = parseHeader(text);
        if (!header.ok) return;
        expect(text.endsWith(header.body)).toBe(true);
        if (header.body !== '')
          expect(
            text
              .split('\n')
              .slice(header.bodyLine - 1)
              .join('\n'),
          ).toBe(header.body);
      }),
    );
  });

  it.each<[string, string]>([
    ['brackets', '['.repeat(1e6)],
    ['link ends', `[${']('.repeat(5e5)})`],
    ['addresses', `[${'](http'.repeat(2e5)})`],
    ['links', '[a](b)\n'.repeat(2e5)],
    ['dashes', `[t](https://example.org/)\n${'-'.repeat(1e6)}`],
    ['an open comment', `<!--${'1'.repeat(1e6)}`],
    ['blank lines', ' \n'.repeat(5e5)],
    ['entities', `[${'&amp'.repeat(2e5)}](https://example.org/)`],
  ])(
    'stays linear over a megabyte of %s',
    (_name, text) => {
      expect(parseHeader(text)).toHaveProperty('ok');
    },
    10_000,
  );
});
