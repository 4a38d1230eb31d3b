import { load } from 'cheerio';
import { expect, it } from 'vitest';
import { changesPage } from '../../../../adapters/web/pages/changes-page.ts';
import { createAudience } from '../../../../src/locales/audience.ts';
import { makeArticle } from '../../../fakes/article.ts';

const AT = { stampedAt: '2024-05-01T08:30:00.000Z', addedAt: '2024-05-01T09:00:00.000Z', file: 'a.md' };
const audience = createAudience('en', 'UTC');

/** The texts that the page shows as lost and as gained. */
async function changesOf(before: string, after: string, title = 'Quay') {
  const [earlier, article] = [before, after].map((text, at) =>
    makeArticle({ url: 'https://news.example/quay', title: at === 0 ? 'Quay' : title, sections: [[null, text]] }),
  );
  if (earlier === undefined || article === undefined) return expect.unreachable();
  const versions = [article, earlier].map((one) => ({ ...AT, title: one.title }));
  const $ = load((await changesPage({ article, earlier, number: 2, versions }, audience)).toString());
  const texts = (tag: string) =>
    $(`.changes ${tag}`)
      .toArray()
      .map((element) => $(element).text());
  return { lost: texts('del'), gained: texts('ins'), all: $('.changes').text().trim() };
}

it('leaves out texts beyond what a browser scrolls well', async () => {
  const [short, long] = ['It leans.', `${'w'.repeat(199_990)}.`];
  const { lost, gained } = await changesOf(`${short}\n${long}`, 'It stands.');
  expect(lost).toEqual([short, long]);
  expect(gained).toEqual([]);
  const exact = await changesOf(short, `${'w'.repeat(200_000 - short.length)}\nIt fell.`);
  expect(exact.gained.map((text) => text.length)).toEqual([199_991]);
});

it('shows the changes of a section below its heading, lost texts first, and nothing else', async () => {
  expect((await changesOf('It leans.\nIt is old.', 'It stands.\nIt is new.')).all.split(/\s*\n\s*/u)).toEqual([
    'Opening',
    'It leans.It is old.It stands.It is new.',
  ]);
});

it('says so if no text changed, and not if the title did', async () => {
  expect((await changesOf('It leans.', 'It leans.')).all).toBe('Only pictures, links or details changed.');
  expect(await changesOf('It leans.', 'It leans.', 'The quay')).toMatchObject({
    lost: ['Quay'],
    gained: ['The quay'],
    all: 'QuayThe quay',
  });
});
