import { describe, expect, it } from 'vitest';
import type { Article, Section } from '../../src/article/article.ts';
import { strait } from '../fixtures/articles.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const stamp = (day: number) => ({
  stampedAt: `2021-11-${day}T10:00:00.000Z`,
  addedAt: `2021-11-${day}T11:00:00.000Z`,
  title: '',
  file: `${day}.md`,
});
const paragraph = (text: string): Section['text'][number] => ({ kind: 'paragraph', spans: [{ text }] });

/** The article as it was: another title, the first section with one other paragraph, and one more section. */
function makeEarlier(): Article {
  const [lead, second, ...rest] = strait.sections;
  if (lead === undefined || second === undefined) throw new Error('The fixture has too few sections.');
  const changed = { ...second, text: [...second.text.slice(1), paragraph('The bridge opens in May.')] };
  const removed = { ...second, number: 99, title: 'A bridge', text: [paragraph('Nobody wants the bridge.')] };
  return { ...strait, title: 'The bridge or the ferry', sections: [lead, changed, ...rest, removed] };
}

function createChanged() {
  const versions = { [strait.id]: [stamp(15), stamp(14), stamp(13)] };
  return createTalk({ versions, earlier: { [strait.id]: [makeEarlier(), strait] } });
}

describe('/changes', () => {
  it('takes a number alone as an article, and a second one as a version', async () => {
    const { ask } = createChanged();
    expect((await ask('/changes 1')).about).toEqual({ article: strait.id });
    expect((await ask('/changes 1 3')).about).toEqual({ article: strait.id });
    expect((await ask(`/changes ${strait.id} 2`)).about).toEqual({ article: strait.id });
  });

  it('is a button of an article with earlier versions', async () => {
    const press = ['What changed', `/changes ${strait.id}`];
    expect(buttonsOf(await createChanged().ask(`/article ${strait.id}`))).toContainEqual(press);
    expect(buttonsOf(await createTalk().ask(`/article ${strait.id}`))).not.toContainEqual(press);
  });

  it('shows the earlier headline, and what came and went in each section', async () => {
    const { say, ask } = createChanged();
    const said = await say(`/changes ${strait.id}`);
    expect(said).toContain('Changed since 14 Nov');
    expect(said).toContain('Earlier headline: The bridge or the ferry');
    expect(said).toContain('│ The bridge opens in May.');
    expect(said).toContain('A bridge · removed');
    expect(said).toContain('│ Nobody wants the bridge.');
    const buttons = buttonsOf(await ask(`/changes ${strait.id}`)).map(([, command]) => command);
    expect(buttons).toEqual([`/section ${strait.id} 1`, `/article ${strait.id}`, `/changes ${strait.id} 3`]);
  });

  it('says so if the text is the same, or there is no such version', async () => {
    const { say } = createChanged();
    expect(await say(`/changes ${strait.id} 3`)).toContain('Only pictures, links or details changed.');
    for (const version of [1, 4]) expect(await say(`/changes ${strait.id} ${version}`)).toContain('no earlier version');
  });
});
