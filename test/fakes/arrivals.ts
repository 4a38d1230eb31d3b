import type { Article } from '../../src/article/article.ts';
import type { Arrivals } from '../../src/library/arrivals.ts';
import { toEntry } from './library.ts';

/** What came into a library, in memory: these articles in their order, of which the first few have come already. */
export interface FakeArrivals extends Arrivals {
  /** So many more come. */
  come(count: number): void;
}

/** A word is found where it stands within others; a topic of several words means all of them. */
export function createFakeArrivals(articles: readonly Article[], arrived = articles.length): FakeArrivals {
  let position = arrived;
  return {
    come(count) {
      position += count;
    },
    position: async () => position,
    async between({ after, upTo }, { sources, topics, without }, { offset, limit }) {
      const fitting = articles
        .slice(after, upTo)
        .filter(({ source }) => sources.length === 0 || sources.includes(source))
        .filter((article) => topics.length === 0 || topics.some((topic) => hasAll(article, topic)))
        .filter((article) => !without.some((topic) => hasAll(article, topic)))
        .map(toEntry)
        .toSorted((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''));
      return { total: fitting.length, entries: fitting.slice(offset, offset + limit) };
    },
  };
}

function hasAll(article: Article, topic: string): boolean {
  const told = JSON.stringify([article.title, article.summary, article.sections]).toLowerCase();
  return topic
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => told.includes(word));
}
