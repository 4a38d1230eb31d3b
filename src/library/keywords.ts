import type { Article } from '../article/article.ts';
import { sectionText } from './content.ts';
import { countTerms, type TermCount, type WeightedText } from './count-terms.ts';
import type { ArticleEntry } from './entry.ts';
import type { LibraryStore } from './store.ts';

/** What articles are about, in words, and which others are about the same. */
export interface Keywords {
  /** The words that tell an article from the others of the library, as it writes them, the best first; few, or none. */
  of(article: Article): Promise<readonly string[]>;
  /** Articles that share at least two of another's keywords, the likest first. */
  related(article: Article, limit: number): Promise<readonly ArticleEntry[]>;
  /** What several of the newest articles are about, in words, the best first. */
  current(limit: number): Promise<readonly string[]>;
}

type Store = Pick<LibraryStore, 'newest' | 'counts' | 'alike' | 'position'>;

const MOST = 6;
/** So many of the words said most are looked up in the library. */
const LOOKED_UP = 24;
const NEWEST = 150;
const NEWEST_LOOKED_UP = 60;
/** What tells less than this share of the best word is none. */
const LEAST = 0.2;
/** Said in the title counts as much as said so often in the text. */
const TITLE = 4;
const HEADING = 2;

/** Keywords by how often a text says a word and how few others do (tf-idf). */
export function createKeywords(store: Store): Keywords {
  async function chooseFrom(article: Article): Promise<readonly TermCount[]> {
    const terms = (await countIn(article)).filter(isRepeated);
    return (await rank(terms, { store, lookedUp: LOOKED_UP })).slice(0, MOST);
  }

  const current = rememberWhile(
    () => store.position(),
    async () => {
      const { entries } = await store.newest({ offset: 0, limit: NEWEST });
      return await rank(await countShared(entries), { store, lookedUp: NEWEST_LOOKED_UP });
    },
  );

  return {
    of: async (article) => (await chooseFrom(article)).map(({ shown }) => shown),
    async related(article, limit) {
      const words = (await chooseFrom(article)).map(({ word }) => word);
      const alike = words.length < 2 ? [] : await store.alike(words, limit + 1);
      return alike.filter(({ id }) => id !== article.id).slice(0, limit);
    },
    current: async (limit) => (await current()).slice(0, limit).map(({ shown }) => shown),
  };
}

/** The best words first: those said often here and in few articles of the library. */
async function rank(
  terms: readonly TermCount[],
  { store, lookedUp }: { store: Store; lookedUp: number },
): Promise<readonly TermCount[]> {
  const often = terms.toSorted((a, b) => b.count - a.count).slice(0, lookedUp);
  const { total, counts } = await store.counts(often.map(({ word }) => word));
  const scored = often.map((term, at) => {
    const rarity = Math.log((total + 1) / ((counts[at] ?? 0) + 0.5));
    return { term, score: term.count * rarity };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const telling = scored.filter(({ score }) => score > best * LEAST).toSorted((a, b) => b.score - a.score);
  return withoutParts(telling.map(({ term }) => term));
}

/** The words of a text and its headings; a title that says one of them too makes it count more. */
async function countIn({ title, sections }: Article): Promise<readonly TermCount[]> {
  const headings = sections.map((section) => ({ text: section.title ?? '', weight: HEADING }));
  const said = await countTerms([...headings, { text: sections.map(sectionText).join('\n'), weight: 1 }]);
  const inTitle = new Map(
    (await countTerms([{ text: title, weight: TITLE, once: true }])).map((one) => [keyOf(one), one.count]),
  );
  return said.map((term) => ({ ...term, count: term.count + (inTitle.get(keyOf(term)) ?? 0) }));
}

/** Words of several articles; where there are several sites, of several sites, since each has words that it says always. */
async function countShared(entries: readonly ArticleEntry[]): Promise<readonly TermCount[]> {
  const shared = (await countTerms(entries.map((entry) => toPart([entry])))).filter(isRepeated);
  const sites = [...Map.groupBy(entries, ({ source }) => source).values()];
  if (sites.length < 2) return shared;
  const bySite = (await countTerms(sites.map(toPart))).filter(isRepeated);
  const known = new Set(bySite.map(keyOf));
  return shared.filter((term) => known.has(keyOf(term)));
}

function toPart(entries: readonly ArticleEntry[]): WeightedText {
  return { text: entries.map(({ title, summary }) => `${title}\n${summary}`).join('\n'), weight: 1, once: true };
}

function isRepeated({ count }: TermCount): boolean {
  return count > 1;
}

function keyOf({ word }: TermCount): string {
  return word.tokens.join(' ');
}

/** Of words that are a part of one another only the better one. */
function withoutParts(terms: readonly TermCount[]): readonly TermCount[] {
  const kept: TermCount[] = [];
  for (const term of terms) {
    const isPart = kept.some(({ shown }) => shown.includes(term.shown) || term.shown.includes(shown));
    if (!isPart) kept.push(term);
  }
  return kept;
}

/** Finds something once for as long as what it hangs on stays the same. */
function rememberWhile<Value>(hangsOn: () => Promise<number>, find: () => Promise<Value>): () => Promise<Value> {
  let found: { at: number; value: Promise<Value> } | undefined;
  return async () => {
    const at = await hangsOn();
    if (found?.at !== at) found = { at, value: find() };
    return await found.value.catch((error: unknown) => {
      found = undefined;
      throw error;
    });
  };
}
