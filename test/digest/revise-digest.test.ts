import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { composeDigest } from '../../src/digest/compose.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { headlineOf, reviseDigest } from '../../src/digest/revise-digest.ts';
import type { DigestStyle } from '../../src/subscription/digest-style.ts';
import { toEntry } from '../fakes/library.ts';
import { raise } from '../fakes/raise.ts';
import { bus, short, strait } from '../fixtures/articles.ts';

const newTitle = { ...bus, title: 'The night bus is back' };
const newLead = withLead(bus, 'The last bus leaves at two now.');
const newText = { ...bus, sections: bus.sections.map((one, at) => (at === 0 ? one : { ...one, text: [] })) };

function withLead(article: Article, summary: string): Article {
  return { ...article, sections: article.sections.map((one, at) => (at === 0 ? { ...one, summary } : one)) };
}

function sourcesOf(known: readonly Article[], write?: (article: Article) => Promise<string | undefined>) {
  const load = async (id: string) => known.find((one) => one.id === id);
  return {
    load,
    headline: async (id: string) => {
      const article = await load(id);
      return article && headlineOf(article);
    },
    ...(write && { write }),
    report: raise,
  };
}

async function digestOf(
  known: readonly Article[],
  style: DigestStyle,
  write?: (article: Article) => Promise<string | undefined>,
): Promise<Digest> {
  const commands = { everything: '/digest full', rest: '/articles' };
  const frame = { title: 'News', style, isFallback: false, date: new Date(0), since: null, total: known.length };
  return await composeDigest(known.map(toEntry), { ...frame, first: 1, commands }, sourcesOf(known, write));
}

describe('revising a digest', () => {
  it.each([
    ['a headline', 'headlines', newTitle],
    ['a headline', 'brief', newTitle],
    ['a lead', 'brief', newLead],
    ['a lead', 'full', newLead],
  ] as const)('shows %s that has changed, as composing it anew would (%s)', async (_what, style, changed) => {
    const digest = await digestOf([strait, bus, short], style);
    const now = [strait, changed, short];
    expect(await reviseDigest(digest, sourcesOf(now))).toEqual(await digestOf(now, style));
  });

  it('does the same for a digest of one article, which shows all of it', async () => {
    const revised = await reviseDigest(await digestOf([bus], 'brief'), sourcesOf([newTitle]));
    expect(revised).toEqual(await digestOf([newTitle], 'brief'));
  });

  it.each([
    ['nothing has changed', 'brief', [strait, bus]],
    ['only the text below the lead has', 'full', [strait, newText]],
    ['only a lead has that it does not show', 'headlines', [strait, newLead]],
    ['an article is gone', 'brief', [strait]],
  ] as const)('leaves it alone if %s', async (_why, style, now) => {
    expect(await reviseDigest(await digestOf([strait, bus], style), sourcesOf(now))).toBeUndefined();
  });

  it('keeps an article that is gone beside one that has changed', async () => {
    const revised = await reviseDigest(await digestOf([strait, bus], 'brief'), sourcesOf([newTitle]));
    expect(revised?.items.map(({ title }) => title)).toEqual([strait.title, newTitle.title]);
  });

  it('asks a language model again only if the article itself has changed', async () => {
    let asked = 0;
    const write = async () => {
      asked += 1;
      return `Written ${asked}`;
    };
    const digest = await digestOf([bus, short], 'brief', write);
    expect(await reviseDigest(digest, sourcesOf([bus, short], write))).toBeUndefined();
    const revised = await reviseDigest(digest, sourcesOf([newLead, short], write));
    expect(revised?.items.map(({ summary }) => summary)).toEqual(['Written 3', 'Written 2']);
    expect(revised && (await reviseDigest(revised, sourcesOf([newLead, short], write)))).toBeUndefined();
  });
});
