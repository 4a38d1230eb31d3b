import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT =
  'Nobody on the pier had been told that the ferry would stop at noon, not even the crew of the ferry, which was asleep.';

function page(html: string): ReturnType<typeof read> {
  return read(`<main>${html}<p>${TEXT}</p></main>`);
}

describe('a list of what a page says of its article', () => {
  it.each([
    ['terms', '<dl><dt>Author</dt><dd>Ann Lee</dd><dt>Date</dt><dd>3 May 2021</dd></dl>', ['Ann Lee']],
    [
      'several authors',
      '<dl><dt>Authors:</dt><dd>Ann Lee</dd><dd>Bo Berg</dd><dt>Topic:</dt><dd>Boats</dd></dl>',
      ['Ann Lee', 'Bo Berg'],
    ],
    [
      'groups of terms',
      '<dl><div><dt>From:</dt><dd><a href="/o">Harbour Office</a></dd></div><div><dt>Published</dt><dd>3 May 2021</dd></div><div><dt>Last updated</dt><dd>4 May 2021</dd></div></dl>',
      [],
    ],
    ['items', '<ul><li><b>By:</b> Ann Lee</li><li><b>Published:</b> 3 May 2021</li></ul>', ['Ann Lee']],
    [
      'rows',
      '<table><tr><th>Written by</th><td>Ann Lee</td></tr><tr><th>Category</th><td>Boats</td></tr></table>',
      ['Ann Lee'],
    ],
    [
      'German',
      '<dl><dt>Autorin</dt><dd>Anna Lindner</dd><dt>Veröffentlicht am</dt><dd>3. Mai 2021</dd></dl>',
      ['Anna Lindner'],
    ],
    ['Chinese', '<ul><li>作者：林晚</li><li>来源：港口日报</li><li>发布时间：2021-05-03 18:00</li></ul>', ['林晚']],
  ])('is no text: %s', (_kind, html, authors) => {
    const article = page(html);
    expect([article.authors, outlineOf(article)]).toEqual([authors, [TEXT]]);
  });

  it.each([
    ['a glossary', '<dl><dt>Author</dt><dd>Who writes the log.</dd><dt>Source</dt><dd>Where a river begins.</dd></dl>'],
    ['an event', '<dl><dt>Date</dt><dd>3 May 2021</dd><dt>Place</dt><dd>The pier</dd></dl>'],
    ['when and what', '<ul><li>Date: 3 May 2021</li><li>Category: concerts</li></ul>'],
    ['a book', '<dl><dt>Author</dt><dd>Ann Lee</dd><dt>Pages</dt><dd>320</dd></dl>'],
    ['one field', '<ul><li>Source: the harbour office</li></ul>'],
  ])('is text if it tells of anything else: %s', (_kind, html) => {
    expect(outlineOf(page(html)).length).toBeGreaterThan(1);
  });
});
