import type { Article } from '../article/article.ts';
import { startOfText } from './content.ts';
import type { ArticleEntry } from './entry.ts';
import {
  countKeywordCandidates,
  type KeywordCandidate,
  MAX_KEYWORD_UNITS,
  type WeightedText,
} from './keyword-candidates.ts';
import type { LibraryStore } from './store.ts';

/** The keywords of articles, and which articles share them. */
export interface Keywords {
  /** The words that distinguish an article from the rest of the library, as it writes them, best first; few or none. */
  of(article: Article): Promise<readonly string[]>;
  /** Articles that share at least two keywords with this one, the most similar first. */
  related(article: Article, limit: number): Promise<readonly ArticleEntry[]>;
  /** Keywords that several of the newest articles share, best first. */
  current(limit: number): Promise<readonly string[]>;
}

type KeywordStore = Pick<LibraryStore, 'newest' | 'documentFrequencies' | 'similar' | 'position'>;

const MAX_KEYWORDS = 6;
/** How many of the most frequent candidates are looked up in the library. */
const MAX_LOOKUPS = 24;
const NEWEST = 150;
const MAX_NEWEST_LOOKUPS = 60;
/** A candidate needs at least this share of the best score. */
const MIN_SCORE_SHARE = 0.2;
/** How many occurrences in the text one in the title or a heading is worth. */
const TITLE_WEIGHT = 4;
const HEADING_WEIGHT = 2;

/** Ranks keywords by tf-idf: frequent in the text, rare in the library. */
export function createKeywords(store: KeywordStore): Keywords {
  async function keywordsOf(article: Article): Promise<readonly KeywordCandidate[]> {
    const candidates = (await countInArticle(article)).filter(isRepeated);
    return (await rank(candidates, { store, lookups: MAX_LOOKUPS })).slice(0, MAX_KEYWORDS);
  }

  const current = memoizeWhile(
    () => store.position(),
    async () => {
      const { entries } = await store.newest({ offset: 0, limit: NEWEST });
      return await rank(await countShared(entries), { store, lookups: MAX_NEWEST_LOOKUPS });
    },
  );

  return {
    of: async (article) => (await keywordsOf(article)).map(({ text }) => text),
    async related(article, limit) {
      const words = (await keywordsOf(article)).map(({ word }) => word);
      const similar = words.length < 2 ? [] : await store.similar(words, limit + 1);
      return similar.filter(({ id }) => id !== article.id).slice(0, limit);
    },
    current: async (limit) => (await current()).slice(0, limit).map(({ text }) => text),
  };
}

/** The best candidates first: those frequent here and in few articles of the library. */
async function rank(
  candidates: readonly KeywordCandidate[],
  { store, lookups }: { store: KeywordStore; lookups: number },
): Promise<readonly KeywordCandidate[]> {
  const frequent = candidates.toSorted((a, b) => b.count - a.count).slice(0, lookups);
  const { total, counts } = await store.documentFrequencies(frequent.map(({ word }) => word));
  const scored = frequent.map((candidate, at) => {
    const inverseFrequency = Math.log((total + 1) / ((counts[at] ?? 0) + 0.5));
    return { candidate, score: candidate.count * inverseFrequency };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const ranked = scored.filter(({ score }) => score > best * MIN_SCORE_SHARE).toSorted((a, b) => b.score - a.score);
  return withoutParts(ranked.map(({ candidate }) => candidate));
}

/** Counts the words of the text and its headings; a word that is also in the title counts more. */
async function countInArticle({ title, sections }: Article): Promise<readonly KeywordCandidate[]> {
  const headings = sections.map((section) => ({ text: section.title ?? '', weight: HEADING_WEIGHT }));
  const text = { text: [...startOfText(sections, MAX_KEYWORD_UNITS)].join('\n'), weight: 1 };
  const candidates = await countKeywordCandidates([...headings, text]);
  const inTitle = new Map(
    (await countKeywordCandidates([{ text: title, weight: TITLE_WEIGHT, once: true }])).map((one) => [
      keyOf(one),
      one.count,
    ]),
  );
  return candidates.map((one) => ({ ...one, count: one.count + (inTitle.get(keyOf(one)) ?? 0) }));
}

/** Words that several articles share; with several sites, also several sites, since each site has words of its own. */
async function countShared(entries: readonly ArticleEntry[]): Promise<readonly KeywordCandidate[]> {
  const shared = (await countKeywordCandidates(entries.map((entry) => toWeightedText([entry])))).filter(isRepeated);
  const sites = [...Map.groupBy(entries, ({ source }) => source).values()];
  if (sites.length < 2) return shared;
  const bySite = (await countKeywordCandidates(sites.map(toWeightedText))).filter(isRepeated);
  const keys = new Set(bySite.map(keyOf));
  return shared.filter((candidate) => keys.has(keyOf(candidate)));
}

function toWeightedText(entries: readonly ArticleEntry[]): WeightedText {
  return { text: entries.map(({ title, summary }) => `${title}\n${summary}`).join('\n'), weight: 1, once: true };
}

function isRepeated({ count }: KeywordCandidate): boolean {
  return count > 1;
}

function keyOf({ word }: KeywordCandidate): string {
  return word.tokens.join(' ');
}

/** Of two words of which one contains the other, only the better one. */
function withoutParts(candidates: readonly KeywordCandidate[]): readonly KeywordCandidate[] {
  const chosen: KeywordCandidate[] = [];
  for (const candidate of candidates) {
    const isPart = chosen.some(({ text }) => text.includes(candidate.text) || candidate.text.includes(text));
    if (!isPart) chosen.push(candidate);
  }
  return chosen;
}

/** Computes a value once for as long as its key stays the same; a failure is not remembered. */
function memoizeWhile<Value>(readKey: () => Promise<number>, compute: () => Promise<Value>): () => Promise<Value> {
  let memo: { key: number; value: Promise<Value> } | undefined;
  return async () => {
    const key = await readKey();
    if (memo?.key !== key) memo = { key, value: compute() };
    return await memo.value.catch((error: unknown) => {
      memo = undefined;
      throw error;
    });
  };
}
