import { expect, it } from 'vitest';
import { compareMarkup } from '../../../../adapters/web/why/compare-markup.ts';
import { parseSnapshot } from '../../../../src/snapshot/parse.ts';

const SNAPSHOT = `<!--1714550400000-->
[The harbour opens again](https://news.example/harbour)
------

<main><nav>Home and Sport</nav>
<p>Boats came back on Wednesday, two years after the storm.</p>
<p style="display:none">Nobody sees this sentence on the page.</p>
<img src="/quay.jpg" width="800" height="600"><img src="/dot.gif" width="1" height="1">
<picture><source srcset="/boats.webp"><img src="/boats.jpg" width="800" height="600"></picture>
<div class="related-posts"><div><p>Ten other stories that you may like.</p></div></div>
<h2>What it cost</h2>
<p>Nobody knows yet what the new quay has <b>cost</b> the town.</p></main>
`;

function compare(text: string) {
  const bytes = Buffer.from(text);
  const parsed = parseSnapshot(bytes);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return compareMarkup(bytes, parsed.article);
}

it('says in which section a part is, or which rule left it out', () => {
  const parts = compare(SNAPSHOT)?.parts.map(({ text, section, leftOutBy }) => [text, section ?? leftOutBy]);
  expect(parts).toEqual([
    ['Home and Sport', 'never'],
    ['Boats came back on Wednesday, two years after the storm.', 0],
    ['Nobody sees this sentence on the page.', 'hidden'],
    ['Ten other stories that you may like.', 'boilerplate'],
    ['What it cost', 1],
    ['Nobody knows yet what the new quay has cost the town.', 1],
  ]);
});

it('says which rule of lines left out a line', () => {
  const body = `<main><h1>The harbour opens again</h1><p>By Ada Quill</p><p>1 May 2024</p>
<p>The harbour opens again</p><p>Boats came back on Wednesday, two years after the storm.</p>
<p>Share this article</p><p>Subscribe to our newsletter today.</p><p>2024-05-01 来源：港口报 字体：大 中 小 打印</p>
<p>Nobody knows yet what the new quay has cost the town.</p><p>* * * * *</p><p>© 2024 Harbour News</p>
<p>Facebook X WhatsApp Copy link</p><h3>Related articles</h3><p><a href="/2">The storm</a></p><p>Reporting by Ann Lee; editing by Bo Berg</p></main>`;
  const lines = compare(SNAPSHOT.slice(0, SNAPSHOT.indexOf('<main>')) + body)?.parts;
  expect(lines?.map(({ text, section, leftOutBy }) => [text, section ?? leftOutBy])).toEqual([
    ['The harbour opens again', 'headline'],
    ['By Ada Quill', 'byline'],
    ['1 May 2024', 'date'],
    ['The harbour opens again', 'headline'],
    ['Boats came back on Wednesday, two years after the storm.', 0],
    ['Share this article', 'label'],
    ['Subscribe to our newsletter today.', 'notice'],
    ['2024-05-01 来源：港口报 字体：大 中 小 打印', 'facts'],
    ['Nobody knows yet what the new quay has cost the town.', 0],
    ['* * * * *', 'drawn'],
    ['© 2024 Harbour News', 'notice'],
    ['Facebook X WhatsApp Copy link', 'sharing'],
    ['Related articles', 'announcement'],
    ['The storm', 0],
    ['Reporting by Ann Lee; editing by Bo Berg', 'signOff'],
  ]);
});

it('says what the article has instead of a block', () => {
  const body = `<main><p>Boats came back on Wednesday, two years after the storm.</p>
<figure><img src="/quay.jpg" width="800" height="600"><figcaption>The new quay at dawn (Photo: Harbour Press)</figcaption></figure>
<p>Nobody knows yet what the new quay has cost the town, and who will pay for it.</p>
<blockquote class="pullquote">“Nobody knows yet what the new quay has cost the town”</blockquote>
<p>Related: <a href="https://news.example/ferry">The ferry that stayed in port</a></p>
<p>The council meets again in June, and the fishermen wait.</p></main>`;
  const parts = compare(SNAPSHOT.slice(0, SNAPSHOT.indexOf('<main>')) + body)?.parts;
  const rules = new Map(parts?.map(({ text, section, leftOutBy }) => [text, section ?? leftOutBy]));
  expect(rules.get('The new quay at dawn (Photo: Harbour Press)')).toBe('caption');
  expect(rules.get('“Nobody knows yet what the new quay has cost the town”')).toBe('repeated');
  expect(rules.get('Related: The ferry that stayed in port')).toBe('related');
});

it('says which pictures are kept', () => {
  expect(compare(SNAPSHOT)?.pictures.map(({ isKept }) => isKept)).toEqual([true, false, true]);
});

it('survives deep markup, and shows a part of a long one', () => {
  const deep = `${'<div>'.repeat(50_000)}<p>Deep down is a sentence.</p>`;
  const long = '<p>Again and again.</p>'.repeat(5000);
  const header = SNAPSHOT.slice(0, SNAPSHOT.indexOf('<main>'));
  expect(compare(header + deep)?.parts.at(-1)?.section).toBe(0);
  expect(compare(`${header}<p>First words.</p>${long}`)?.parts).toHaveLength(2000);
});

it('is nothing for what is no snapshot', () => {
  const article = parseSnapshot(Buffer.from(SNAPSHOT));
  if (!article.ok) throw new Error(article.error.message);
  expect(compareMarkup(Buffer.from('no header'), article.article)).toBeUndefined();
});

it('says that a line was left out if the article has it less often than the markup', () => {
  const pictures = [1, 2, 3, 4, 5].map(
    (at) => `<figure><img src="/${at}.jpg" width="800" height="600"></figure><p>Boats of the harbour</p>`,
  );
  const body = `<main><p>Boats came back on Wednesday, two years after the storm.</p>${pictures.join('')}
<p>Nobody knows yet what the new quay has cost the town.</p></main>`;
  const parts = compare(SNAPSHOT.slice(0, SNAPSHOT.indexOf('<main>')) + body)?.parts ?? [];
  const below = parts.filter(({ text }) => text === 'Boats of the harbour');
  expect(below.map(({ section, leftOutBy }) => section ?? leftOutBy)).toEqual([
    0,
    'repeated',
    'repeated',
    'repeated',
    'repeated',
  ]);
});
