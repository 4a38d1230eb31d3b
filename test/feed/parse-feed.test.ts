import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../../src/feed/feed.ts';
import { parseFeed } from '../../src/feed/parse-feed.ts';

const NOW = new Date('2026-05-04T12:00:00Z');
const URL_OF_FEED = 'https://harbour.example/news/feed.xml';

function parse(text: string | Uint8Array, contentType?: string): Feed | undefined {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return parseFeed({ bytes, url: URL_OF_FEED, contentType, now: NOW });
}

const rss = (items: string, channel = '<title>Harbour News</title><link>https://harbour.example/</link>') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>${channel}${items}</channel></rss>`;
const item = (fields: Readonly<Record<string, string>>) =>
  `<item>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</item>`;
const entriesOf = (...items: Readonly<Record<string, string>>[]) => parse(rss(items.map(item).join('')))?.entries ?? [];

const ENTRY = {
  url: 'https://harbour.example/news/ferry',
  title: 'The ferry & its crew',
  summary: '<p>Short.</p>',
  content: '<p>Long.</p>',
  authors: ['Ann Lee', 'Bo'],
  publishedAt: '2026-05-03T08:30:00.000Z',
  image: 'https://harbour.example/ferry.jpg',
};

describe('the four formats', () => {
  it('RSS', () => {
    const feed = parse(
      rss(
        `<item><title>The ferry &amp;amp; its &lt;b&gt;crew&lt;/b&gt;</title><link>/news/ferry</link><guid isPermaLink="false">1</guid>
          <pubDate>Sun, 03 May 2026 10:30:00 +0200</pubDate><description>&lt;p&gt;Short.&lt;/p&gt;</description>
          <content:encoded><![CDATA[<p>Long.</p>]]></content:encoded><dc:creator>Ann Lee</dc:creator><dc:creator>Bo</dc:creator>
          <media:content url="/ferry.jpg" medium="image"/></item>`,
        '<title>Harbour &amp; News</title><link>https://harbour.example/</link><language>en-gb</language>',
      ),
    );
    expect(feed).toMatchObject({ title: 'Harbour & News', siteUrl: 'https://harbour.example/', language: 'en-gb' });
    expect(feed?.entries).toEqual([{ key: expect.any(String) as string, ...ENTRY }]);
  });

  it('Atom', () => {
    const feed =
      parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Harbour &amp;amp; News</title>
      <link rel="self" href="feed.xml"/><link href="https://harbour.example/"/>
      <entry><id>urn:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The ferry &amp; its <b>crew</b></div></title>
      <link rel="enclosure" type="image/jpeg" href="/ferry.jpg"/><link rel="alternate" type="text/html" href="news/ferry"/>
      <published>2026-05-03T10:30:00+02:00</published><updated>2026-05-04T00:00:00Z</updated>
      <author><name>Ann Lee</name></author><author><name>Bo</name></author>
      <summary type="html">&lt;p&gt;Short.&lt;/p&gt;</summary><content type="html">&lt;p&gt;Long.&lt;/p&gt;</content></entry></feed>`);
    expect(feed).toMatchObject({ title: 'Harbour & News', siteUrl: 'https://harbour.example/', language: 'en' });
    expect(feed?.entries).toEqual([{ key: expect.any(String) as string, ...ENTRY }]);
  });

  it('RDF', () => {
    const feed =
      parse(`<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbour.example/"><title>Harbour News</title>
      <link>https://harbour.example/</link><dc:language>en</dc:language></channel>
      <item rdf:about="https://harbour.example/news/ferry"><title>The ferry &amp; its crew</title><link>https://harbour.example/news/ferry</link>
      <description>&lt;p&gt;Short.&lt;/p&gt;</description><dc:creator>Ann Lee</dc:creator><dc:date>2026-05-03T08:30:00Z</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({ title: 'Harbour News', language: 'en' });
    expect(feed?.entries).toMatchObject([{ ...ENTRY, content: undefined, authors: ['Ann Lee'], image: undefined }]);
  });

  it('JSON Feed', () => {
    const feed = parse(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Harbour News',
        home_page_url: 'https://harbour.example/',
        language: 'en',
        items: [
          {
            id: 1,
            url: '/news/ferry',
            title: 'The ferry & its crew',
            summary: '<p>Short.</p>',
            content_html: '<p>Long.</p>',
            authors: [{ name: 'Ann Lee' }, { name: 'Bo' }],
            date_published: '2026-05-03T10:30:00+02:00',
            image: '/ferry.jpg',
          },
          { id: 2, url: '/news/text', content_text: 'One <line>\nand more.\n\nAnother & last.' },
        ],
      }),
    );
    expect(feed?.entries[0]).toEqual({ key: expect.any(String) as string, ...ENTRY });
    expect(feed?.entries[1]?.content).toBe('<p>One &lt;line><br>and more.</p><p>Another &amp; last.</p>');
  });
});

describe('an entry without a title', () => {
  const link = 'https://harbour.example/1';

  it.each([
    ['RSS', rss(`<item><link>${link}</link><description>It rains.</description></item>`)],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>1</id><link href="${link}"/><summary>It rains.</summary></entry></feed>`,
    ],
    [
      'RDF',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://harbour.example/"><title>A</title></channel><item rdf:about="${link}"><link>${link}</link><description>It rains.</description></item></rdf:RDF>`,
    ],
    [
      'JSON',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'A',
        items: [{ id: '1', url: link, content_text: 'It rains.' }],
      }),
    ],
  ])('has an empty one: %s', (_format, text) => {
    expect(parse(text)?.entries.map(({ title }) => title)).toEqual(['']);
  });
});

describe('the key of an entry', () => {
  const keys = (...items: Readonly<Record<string, string>>[]) => entriesOf(...items).map(({ key }) => key);
  const link = 'https://harbour.example/1';

  it.each([
    [
      'an id that holds the headline',
      { link, guid: 'Ferry late', title: 'Ferry late' },
      { link, guid: 'Ferry late, again', title: 'Ferry late, again' },
    ],
    ['an id in another form', { link, guid: link }, { link, guid: 'tag:harbour.example,2026:1' }],
    ['no id any more', { link, guid: '7' }, { link }],
    ['a tracker in its address', { link }, { link: `${link}?utm_source=rss` }],
    ['http instead of https', { link }, { link: 'http://www.harbour.example/1/' }],
  ])('stays with %s', (_, before, after) => {
    expect(keys(after)).toEqual(keys(before));
  });

  it('tells entries apart that share an address, by their ids or else by their titles', () => {
    const home = 'https://harbour.example/';
    const [one, two] = keys({ link: home, guid: '1', title: 'A' }, { link: home, guid: '2', title: 'B' });
    expect(one).not.toBe(two);
    expect(keys({ link: home, guid: '0', title: 'A' }, { link: home, guid: '0', title: 'B' })).toHaveLength(2);
    expect(keys({ guid: '1', title: 'A' }, { guid: '2', title: 'A' })).toHaveLength(2);
    expect(keys({ title: 'A' }, { title: 'B' })).toHaveLength(2);
  });

  it('is the same in two formats of one feed', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>urn:other</id><title>T</title><link href="${link}"/></entry></feed>`;
    expect(parse(atom)?.entries[0]?.key).toBe(keys({ link, guid: '9', title: 'T' })[0]);
  });

  it('is there once, where a feed lists an entry twice', () => {
    expect(keys({ link, title: 'A' }, { link, title: 'A' })).toHaveLength(1);
  });
});

describe('the date of an entry', () => {
  const dateOf = (pubDate: string) => entriesOf({ link: '/1', title: 'T', pubDate })[0]?.publishedAt;

  it.each([
    ['Sun, 03 May 2026 08:30:00 GMT', '2026-05-03T08:30:00.000Z'],
    ['Sun, 3 May 2026 10:30 +02:00', '2026-05-03T08:30:00.000Z'],
    ['03 May 2026 04:30:00 EDT', '2026-05-03T08:30:00.000Z'],
    ['2026-05-03T08:30:00Z', '2026-05-03T08:30:00.000Z'],
    ['2026-05-03 08:30:00', '2026-05-03T08:30:00.000Z'],
    ['Sun, May 03 2026', '2026-05-03T00:00:00.000Z'],
    ['May 3rd, 2026, 8:30 a.m.', '2026-05-03T08:30:00.000Z'],
    ['Sunday, May 3, 2026 at 8:30 PM', '2026-05-03T20:30:00.000Z'],
    ['2026年5月3日 08:30', '2026-05-03T08:30:00.000Z'],
    ['  2026-05-03 ', '2026-05-03T00:00:00.000Z'],
  ])('%s', (written, iso) => {
    expect(dateOf(written)).toBe(iso);
  });

  it.each(['', 'yesterday', 'Sun, 32 May 2026', '0', '2099-01-01T00:00:00Z', 'x'.repeat(1000)])(
    '%j is none',
    (written) => {
      expect(dateOf(written)).toBeUndefined();
    },
  );

  it('that is ahead by less than a zone is now', () => {
    expect(dateOf('2026-05-04T20:00:00Z')).toBe(NOW.toISOString());
  });
});

describe('a broken feed', () => {
  const titles = (text: string) => parse(text)?.entries.map(({ title }) => title);

  it.each([
    ['an ampersand', rss(item({ title: 'R&D at sea', link: '/1' })), ['R&D at sea']],
    ['an entity of HTML', rss(item({ title: 'a&nbsp;b &eacute;', link: '/1' })), ['a b é']],
    ['control characters', rss(item({ title: 'a\u0003b&#x3;&#11;c', link: '/1' })), ['abc']],
    ['something before it', `\n <br />Warning: x\n${rss(item({ title: 'T', link: '/1' }))}`, ['T']],
    ['a byte-order mark', `\ufeff${rss(item({ title: 'T', link: '/1' }))}`, ['T']],
    ['names in capitals', '<RSS><CHANNEL><TITLE>H</TITLE><ITEM><TITLE>T</TITLE></ITEM></CHANNEL></RSS>', ['T']],
    [
      'no version and no namespace',
      '<rss><channel><item><title>T</title><content:encoded>x</content:encoded></item></channel></rss>',
      ['T'],
    ],
    [
      'a document type',
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item({ title: 'a&x;', link: '/1' })).replace('<?xml version="1.0"?>', '')}`,
      ['a&x;'],
    ],
    ['no end', rss(item({ title: 'T', link: '/1' }) + item({ title: 'U', link: '/2' })).slice(0, -12), ['T', 'U']],
    [
      'half an entry',
      `${rss(item({ title: 'T', link: '/1' })).replace(/<\/channel>[\s\S]*$/, '')}<item><title>U`,
      ['T'],
    ],
  ])('with %s is read', (_, text, expected) => {
    expect(titles(text)).toEqual(expected);
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><html><head><title>Harbour</title></head><body><p>No feed.</p></body></html>'],
    ['an error in words', 'Service unavailable'],
    ['JSON of something else', '{"error":"not found"}'],
    ['JSON that is cut off', '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1"'],
    ['a picture', '\u0089PNG\r\n\u001a\n'],
    [
      'a sitemap',
      '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>x</loc></url></urlset>',
    ],
  ])('that is %s is none', (_, text) => {
    expect(parse(text)).toBeUndefined();
  });

  it('with entities that grow is not expanded', () => {
    const declared = Array.from({ length: 20 }, (__, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(20)}">`).join('');
    const text = `<!DOCTYPE rss [<!ENTITY a0 "ha">${declared}]>${rss(item({ title: '&a20;', link: '/1' }))}`;
    expect(titles(text)?.join('').length ?? 0).toBeLessThan(100);
  });

  it('with a title of two megabytes or ten thousand entries is read', () => {
    const [long] = entriesOf({ title: 'x'.repeat(2_000_000), link: '/1' });
    expect(long?.title).toMatch(/^x{499}…$/);
    const many = Array.from({ length: 10_000 }, (_, at) => item({ title: `T${at}`, link: `/${at}` }));
    expect(parse(rss(many.join('')))?.entries).toHaveLength(10_000);
  });

  it('never throws, whatever it is', () => {
    const whole = rss(item({ title: 'T', link: '/1', pubDate: 'x', description: '<p>&lt;' }));
    const cut = fc
      .tuple(fc.nat(whole.length), fc.nat(whole.length), fc.string())
      .map(([a, b, text]) => whole.slice(0, a) + text + whole.slice(b));
    fc.assert(
      fc.property(fc.oneof(cut, fc.string(), fc.json()), (text) => {
        parse(text);
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void parse(bytes)));
  });

  it('leads nowhere but to the web', () => {
    const links = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'http://user:pass@harbour.example/1',
    ];
    expect(entriesOf(...links.map((link) => ({ title: link, link }))).map(({ url }) => url)).toEqual([
      undefined,
      undefined,
      undefined,
      'http://harbour.example/1',
    ]);
  });
});
