import type { Article } from '../article/article.ts';
import type { Edition } from '../digest/edition.ts';
import type { Arrivals } from '../library/arrivals.ts';
import type { Selection } from '../library/selection.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { Delivered, Delivery } from './delivery.ts';

/** Why a subscription brought an article, or did not. */
export type Explanation =
  /** In this delivery, however it stands. */
  | { kind: 'in'; delivery: Delivery | Delivered }
  /** Left out by its sites, its excluded words, or its topics. */
  | { kind: 'source' | 'without' | 'topics' }
  /** In the next digest. */
  | { kind: 'next' }
  /** In the library before the subscription was. */
  | { kind: 'before' }
  /** In a digest that is not remembered any more. */
  | { kind: 'earlier' };

interface Asked {
  article: Pick<Article, 'id' | 'title'>;
  /** When its first version entered the library. */
  addedAt: Date | undefined;
  deliveries: readonly (Delivery | Delivered)[];
  arrivals: Arrivals;
}

interface Span {
  after: number;
  upTo: number;
  withUpdates?: boolean;
}

/** One article is looked for among so many with its title. */
const ALIKE = 50;
const UNTOLD = new Set(['merged', 'dropped', 'empty']);

/** Finds out why one subscription did or did not bring an article. */
export async function explain(subscription: Subscription, asked: Asked): Promise<Explanation> {
  const { id, selection, position, withUpdates, createdAt } = subscription;
  const upTo = await asked.arrivals.position();
  const all = { after: 0, upTo };
  const fits = (span: Span, only: Partial<Selection>) => isAmong(span, { ...EVERYTHING, ...only }, asked);
  for (const delivery of asked.deliveries) {
    const isTold = !('outcome' in delivery) || !UNTOLD.has(delivery.outcome);
    if (isTold && delivery.edition.subscription === id && (await isIn(delivery.edition, asked)))
      return { kind: 'in', delivery };
  }
  if (!(await fits(all, { sources: selection.sources }))) return { kind: 'source' };
  if (!(await fits(all, { without: selection.without }))) return { kind: 'without' };
  if (!(await fits(all, { topics: selection.topics }))) return { kind: 'topics' };
  if (await fits({ after: position, upTo, withUpdates }, {})) return { kind: 'next' };
  const wasThere = asked.addedAt !== undefined && asked.addedAt < new Date(createdAt);
  return { kind: wasThere ? 'before' : 'earlier' };
}

const EVERYTHING: Selection = { sources: [], topics: [], without: [] };

function isIn({ after, upTo, withUpdates, selection }: Edition, asked: Asked): Promise<boolean> {
  return isAmong({ after, upTo, withUpdates }, selection, asked);
}

/** The words of the title are added to each topic, so that few are left to look through. */
async function isAmong(span: Span, selection: Selection, { article, arrivals }: Asked): Promise<boolean> {
  const { topics } = selection;
  const narrowed = topics.length === 0 ? [article.title] : topics.map((topic) => `${topic} ${article.title}`);
  const page = { offset: 0, limit: ALIKE };
  const { entries } = await arrivals.between(span, { ...selection, topics: narrowed }, page);
  return entries.some(({ id }) => id === article.id);
}
