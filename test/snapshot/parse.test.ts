import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SNAPSHOT_BYTES } from '../../src/snapshot/decode.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';
import { linesOf } from '../fixtures/lines.ts';
import { type Above, read, snapshot, snapshotText } from '../fixtures/snapshot.ts';

const TEXT = '<p>Nobody on the pier had been told.</p>';

function idOf(url: string): string {
  return read(TEXT, { url }).id;
}

function refusalOf(bytes: Uint8Array) {
  const result = parseSnapshot(bytes);
  return result.ok ? undefined : [result.error.code, result.error.line];
}

function refusal(text: string) {
  return refusalOf(new TextEncoder().encode(text));
}

describe('the id of an article', () => {
  it('is 8 to 10 letters and digits, for any address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(idOf(url)).toMatch(/^[a-z0-9]{8,10}$/);
      }),
    );
  });

  it.each([
    'http://example.org/news/harbour',
    'https://www.example.org/news/harbour',
    'https://example.org/news/harbour/',
    'https://EXAMPLE.org/news/harbour#comments',
    'https://ann:secret@example.org/news/harbour',
    'https://example.org:443/news/harbour',
    'https://example.org/news/harbour?utm_source=feed&utm_medium=rss',
    'https://example.org/news/harbour?fbclid=1&at_medium=RSS',
    'https://example.org/news/./old/../harbour',
  ])('is the same for %s', (url) => {
    expect(idOf(url)).toBe(idOf('https://example.org/news/harbour'));
  });

  it('does not depend on the order of query parameters', () => {
    expect(idOf('https://example.org/?b=2&a=1')).toBe(idOf('https://example.org/?a=1&b=2'));
  });

  it('is another for another page', () => {
    const ids = ['', 'news', 'news/harbour', 'news/Harbour', 'news?id=1', 'news?id=2', 'news/%E6%B0%B4', 'news/%'].map(
      (path) => idOf(`https://example.org/${path}`),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('does not depend on the content', () => {
    expect(read('<p>Other.</p>', { title: 'Other', stamp: null }).id).toBe(read(TEXT).id);
  });
});

describe('the publication date', () => {
  const STAMPED: Above = { stamp: String(Date.UTC(2021, 4, 3, 6, 30)) };

  it.each([
    ['a time of day before all', '<time datetime="2021-05-02T10:00:00+02:00">', STAMPED, '2021-05-02T08:00:00.000Z'],
    ['the stamp before a date', '<time dateTime="2021-05-02">24 分钟前</time>', STAMPED, '2021-05-03T06:30:00.000Z'],
    ['the stamp where there is nothing else', '', STAMPED, '2021-05-03T06:30:00.000Z'],
    ['the date where there is no stamp', '<time datetime="2021-05-02">2 May</time>', { stamp: null }, '2021-05-02'],
    [
      'the first that can be read',
      '<time datetime="soon"></time><time datetime="2021-05-02">',
      { stamp: null },
      '2021-05-02',
    ],
    ['nothing where nothing is said', '<time>2 May</time>', { stamp: null }, null],
    ['nothing where the stamp makes no sense', '', { stamp: 'NaN' }, null],
    ['nothing where the stamp counts seconds', '', { stamp: '1620023400' }, null],
  ] satisfies [string, string, Above, string | null][])('is read from %s', (...[, html, above, publishedAt]) => {
    expect(read(`${html}${TEXT}`, above).publishedAt).toBe(publishedAt);
  });

  it('is not the stamp if the page has a time', () => {
    const article = read(`<time datetime="2021-05-02T10:00:00Z"></time>${TEXT}`, STAMPED);
    expect(article.stampedAt).toBe('2021-05-03T06:30:00.000Z');
  });

  it('is no text', () => {
    const html = '<div><time datetime="2021-05-02">24 minutes ago</time></div><p>Updated 3 May 2021</p>';
    expect(linesOf(read(html + TEXT))).toEqual(['Nobody on the pier had been told.']);
  });

  it.each([
    'On <time datetime="2021-05-02">2 May</time> the ferry stopped.',
    'It stopped on <time datetime="2021-05-02">2 May</time>.',
    '渡轮于<time datetime="2021-05-02">5月2日</time>停航。',
  ])('is text in a sentence: %s', (html) => {
    expect(linesOf(read(`${TEXT}<p>${html}</p>`))[1]).toBe(html.replace(/<[^>]*>/g, ''));
  });
});

describe('the title and source', () => {
  it.each([
    [{ title: 'Fog', url: 'https://www.example.org/fog' }, 'Fog', 'example.org'],
    [{ title: '', url: 'https://news.example.org/fog' }, 'The pier', 'news.example.org'],
  ])('are read from the header: %j', (above, title, source) => {
    expect(read(`${TEXT}<h2>The pier</h2>${TEXT}`, above)).toMatchObject({ ...above, title, source });
  });

  it('fall back to the host', () => {
    expect(read(TEXT, { title: ' ', url: 'https://www.example.org/fog' }).title).toBe('example.org');
  });
});

describe('the language of an article', () => {
  it.each([
    ['en', 'ltr', '<p>Nobody on the pier had been told that the ferry would stop at noon.</p>', 'The harbour'],
    ['zh-Hans', 'ltr', '<p>停航十年的渡轮将在春天复航，码头已经重新刷漆。</p>', '渡轮复航'],
    ['zh-Hant', 'ltr', '<p>停航十年的渡輪將在春天復航，碼頭已經重新刷漆。</p>', '渡輪復航'],
    ['ar', 'rtl', '<p>كل خميس تصل الشاحنة إلى القرية، ويقف الأطفال في صف طويل.</p>', 'مكتبة'],
    ['he', 'rtl', '<p>המעבורת עצרה בצהריים ואיש על המזח לא ידע מדוע.</p>', 'הנמל'],
  ])('is %s, %s, by its words', (...[language, direction, html, title]) => {
    expect(read(html, { title })).toMatchObject({ language, direction });
  });

  it('is the declared one', () => {
    expect(read('<html lang="de"><body><p>1234</p></body></html>', { title: '5' }).language).toBe('de');
    expect(
      read('<html lang="de"><body><main lang="fr"><p>1234</p></main></body></html>', { title: '5' }).language,
    ).toBe('fr');
  });

  it('is unknown without words', () => {
    expect(read('<img src="/pier.jpg">', { title: '2021' })).toMatchObject({ language: null, direction: 'ltr' });
  });
});

describe('a snapshot that cannot be read', () => {
  it.each([
    ['nothing', '', ['empty', null]],
    ['white space', ' \n\t\n', ['empty', null]],
    ['no link', '<!--1620023400000-->\nThe harbour\n------\n\n<p>Fog.</p>', ['no-address', 2]],
    ['an address that is none', '\n[Fog](ftp://example.org/)\n------\n\n<p>Fog.</p>', ['bad-address', 2]],
    ['a script for an address', '[Fog](javascript:alert(1))\n------\n\n<p>Fog.</p>', ['bad-address', 1]],
    ['no body', '[Fog](https://example.org/)\n------\n', ['no-content', 3]],
    ['an empty main', '[Fog](https://example.org/)\n------\n\n<main> <div></div></main>', ['no-content', 4]],
    ['nothing that is shown', '[Fog](https://example.org/)\n------\n\n<script>fog()</script>', ['no-content', 4]],
    [
      'only a notice of a feed',
      '[Fog](https://example.org/)\n---\n<p>获取更多RSS：https://feeds.example.org</p>',
      ['no-content', 3],
    ],
  ])('is refused with the line: %s', (_kind, text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  it('is refused if a line is not UTF-8', () => {
    const [head, tail] = [snapshot('<p>Fog.</p>\n<p>'), new Uint8Array([0xc3, 0x28, 0x0a])];
    expect(refusalOf(Buffer.concat([head, tail]))).toEqual(['not-utf8', 6]);
    expect(refusalOf(new TextEncoder().encode('水').subarray(0, 2))).toEqual(['not-utf8', 1]);
  });

  it('is refused over 20 MB, and read up to that', () => {
    const head = snapshot('<p>Fog.</p>');
    const full = new Uint8Array(MAX_SNAPSHOT_BYTES).fill(0x20);
    full.set(head);
    expect(parseSnapshot(full).ok).toBe(true);
    expect(MAX_SNAPSHOT_BYTES).toBe(20 * 1024 * 1024);
    expect(refusalOf(new Uint8Array(MAX_SNAPSHOT_BYTES + 1).fill(0x20))).toEqual(['too-large', null]);
  });

  it('is refused with a message that says what to do', () => {
    const result = parseSnapshot(new TextEncoder().encode('<p>Fog.</p>'));
    expect(result).toMatchObject({ ok: false, error: { code: 'no-address', line: 1 } });
    expect(result.ok ? '' : result.error.message).toMatch(/^There is no address here\. .*\[title\]\(https:/);
  });
});

describe('a defective snapshot', () => {
  const TEXT_OF_IT = snapshotText(`${TEXT}\n${TEXT.replace('Nobody', 'Somebody')}`);

  it.each([
    ['a byte-order mark', `\ufeff${TEXT_OF_IT}`],
    ['CRLF', TEXT_OF_IT.replaceAll('\n', '\r\n')],
    ['CR', TEXT_OF_IT.replaceAll('\n', '\r')],
    ['blank lines', `\n\n${TEXT_OF_IT.replaceAll('\n', '\n\n\n')}`],
    ['no rule', TEXT_OF_IT.replace('------\n', '')],
  ])('is parsed all the same: %s', (_kind, text) => {
    const result = parseSnapshot(new TextEncoder().encode(text));
    expect(result.ok && result.article).toEqual(read(`${TEXT}\n${TEXT.replace('Nobody', 'Somebody')}`));
  });

  it('has a warning', () => {
    const warnings = (text: string) => {
      const result = parseSnapshot(new TextEncoder().encode(text));
      return result.ok ? result.warnings.map(({ code, line }) => [code, line]) : [];
    };
    expect(warnings(TEXT_OF_IT)).toEqual([]);
    expect(warnings(snapshotText(TEXT, { stamp: 'NaN' }))).toEqual([['bad-stamp', 1]]);
    expect(warnings(snapshotText(TEXT, { stamp: null, title: '' }))).toEqual([
      ['no-stamp', null],
      ['no-title', 1],
    ]);
    expect(warnings(TEXT_OF_IT.replace('------\n', ''))).toEqual([['no-rule', 2]]);
  });
});

/** The path of a real file that is not the project's to ship. */
const SAMPLE = process.env['SAMPLE_SNAPSHOT'];

it('reads a real snapshot', ({ skip }) => {
  if (SAMPLE === undefined) return skip('SAMPLE_SNAPSHOT is not set');
  const result = parseSnapshot(readFileSync(SAMPLE));
  const sections = result.ok ? result.article.sections : [];
  const [lead, taiwan, biden, xi] = sections;
  expect(result.ok && result.article.publishedAt).toBe('2021-11-15T10:13:06.000Z');
  expect(sections.map(({ title }) => title)).toEqual([null, '台湾问题', '拜登想要什么', '习近平想要什么？']);
  expect(lead?.images.map(({ credit, url }) => [credit, /\/news\/(\d+)\//.exec(url)?.[1]])).toEqual([
    ['Getty Images', '800'],
  ]);
  expect(lead?.links.map(({ role }) => role)).toEqual(['related', 'related', 'related']);
  expect(sections.map(({ images }) => images.length)).toEqual([1, 1, 0, 0]);
  expect(taiwan?.images[0]?.credit).toBe('Getty Images');
  expect([biden?.authors, xi?.authors]).toEqual([['冯兆音'], ['白洛宾（Robin Brant）']]);
  expect(sections.flatMap(({ media }) => media)).toEqual(xi?.media);
  expect(xi?.media).toMatchObject([
    {
      kind: 'video',
      title: expect.any(String) as string,
      poster: expect.stringMatching(/^https:/) as string,
      caption: '台海危机：中国武统台湾的可能性有多高？',
    },
  ]);
  expect(linesOf({ sections }).join('\n')).not.toMatch(/分钟前|广告|图像来源|器材不支持|冯兆音/);
  expect(sections.map(({ text }) => text.length)).toEqual([2, 7, 5, 9]);
});

describe('a page with hundreds of thousands of elements', () => {
  const END = '<p>The last <a href="https://example.org/ferry">ferry</a> had left.</p>';
  const parse = (elements: number) => parseSnapshot(snapshot(`${TEXT}${'<br>'.repeat(elements)}${END}`));

  it('says that its end has no links and pictures', () => {
    expect(parse(250_000)).toMatchObject({
      warnings: [{ code: 'too-many-elements' }],
      article: { sections: [{ links: [] }] },
    });
  });

  it('has a few less and keeps all, without a warning', () => {
    expect(parse(249_000)).toMatchObject({ warnings: [], article: { sections: [{ links: [{ text: 'ferry' }] }] } });
  });
});
