import { describe, expect, it } from 'vitest';
import { linesOf } from '../../fixtures/lines.ts';
import { read } from '../../fixtures/snapshot.ts';

describe('a line that leads to another article', () => {
  it.each([
    'RELATED: ',
    'Read more: ',
    'READ ALSO | ',
    'See also » ',
    'ЧИТАЙТЕ ТАКОЖ: ',
    'Читайте также: ',
    '関連記事：',
    '【相关阅读】',
    '延伸閱讀：',
    'Lesen Sie auch: ',
    'À lire aussi : ',
    'Lea también: ',
    'Czytaj także: ',
    '관련 기사: ',
    'Baca juga: ',
  ])('is a related link: %s', (label) => {
    for (const line of [`<a href="/fog"><b>${label}Fog</b></a>`, `${label}<a href="/fog">Fog</a>`]) {
      const article = read(`<p>One.</p><p>${line}</p><p>Two.</p>`);
      expect(linesOf(article)).toEqual(['One.', 'Two.']);
      expect(article.sections).toHaveLength(1);
      expect(article.sections[0]?.links).toEqual([{ url: 'https://example.org/fog', text: 'Fog', role: 'related' }]);
    }
  });

  it.each(['Czytaj także:', '[Read also]', 'More on this:'])(
    'may stand below a line that is only a label: %s',
    (label) => {
      const article = read(`<p>One.</p><p>${label}</p><p><a href="/fog">Fog</a></p><p>Two.</p>`);
      expect(linesOf(article)).toEqual(['One.', 'Two.']);
      expect(article.sections[0]?.links).toEqual([{ url: 'https://example.org/fog', text: 'Fog', role: 'related' }]);
    },
  );

  it('may have a label in any language, with a bar', () => {
    const article = read('<p>One.</p><p><strong>FUNDA LAPHA |</strong> <a href="/fog">Inkungu</a></p><p>Two.</p>');
    expect(linesOf(article)).toEqual(['One.', 'Two.']);
    expect(article.sections[0]?.links).toEqual([{ url: 'https://example.org/fog', text: 'Inkungu', role: 'related' }]);
    const colon = '<p>One.</p><p><strong>Director:</strong> <a href="/ann">Ann Lee</a></p>';
    expect(linesOf(read(colon))).toEqual(['One.', 'Director: Ann Lee']);
  });

  it('is text with words of its own', () => {
    const html = '<p>One.</p><p>Related: the <a href="/fog">fog</a> came back at noon.</p>';
    expect(linesOf(read(html))).toHaveLength(2);
  });
});

describe('a link around an image', () => {
  it.each(['/a-large.jpg', '/big/a.webp?w=2000', '/?attachment_id=12', '/attachment/a/'])(
    'to a larger copy is no link of the article: %s',
    (href) => {
      const image = '<img src="/a.jpg" width="800" height="600">';
      expect(read(`<p>One.</p><a href="${href}">${image}</a>`).sections[0]?.links).toEqual([]);
      expect(read(`<p>One.</p><figure><a href="${href}">${image}</a></figure>`).sections[0]?.links).toEqual([]);
    },
  );
});
