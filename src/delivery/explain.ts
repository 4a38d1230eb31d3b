import type { Article } from '../article/article.ts';
import type { Edition } from '../digest/edition.ts';
import type { Arrivals } from '../library/arrivals.ts';
import type { Selection } from '../library/selection.ts';
import type { ArrivalRange } from '../library/store.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { Delivered, Delivery } from './delivery.ts';

/** Why a subscription sent an article, or did not. */
export type Explanation =
  /** It is in this delivery, sent or not. */
  | { kind: 'in'; delivery: Delivery | Delivered }
  /** Filtered out by the subscription's sites, excluded words, or topics. */
  | { kind: 'source' | 'without' | 'topics' }
  /** It comes with the next digest. */
  | { kind: 'next' }
  /** It was in the library before the subscription started. */
  | { kind: 'before' }
  /** It was old already when its feed was first read. */
  | { kind: 'backfill' }
  /** It was in a digest that is not stored any more. */
  | { kind: 'earlier' };

interface ExplainContext {
  article: Pick<Article, 'id' | 'title'>;
  /** When its first version entered the library. */
  addedAt: Date | undefined;
  deliveries: readonly (Delivery | Delivered)[];
  arrivals: Arrivals;
}

/** How many articles with the same title are searched. */
const MAX_SAME_TITLE = 50;
const NOT_SENT = new Set(['merged', 'dropped', 'empty']);

/** Explains why a subscription did or did not send an article. */
export async function explain(subscription: Subscription, context: ExplainContext): Promise<Explanation> {
  const { id, selection, position, withUpdates, createdAt } = subscription;
  const upTo = await context.arrivals.position();
  const all = { after: 0, upTo, withBackfill: true };
  const fits = (range: ArrivalRange, only: Partial<Selection>) => isAmong(range, { ...EVERYTHING, ...only }, context);
  for (const delivery of context.deliveries) {
    const isSent = !('outcome' in delivery) || !NOT_SENT.has(delivery.outcome);
    if (isSent && delivery.edition.subscription === id && (await isIn(delivery.edition, context)))
      return { kind: 'in', delivery };
  }
  if (!(await fits(all, { sources: selection.sources }))) return { kind: 'source' };
  if (!(await fits(all, { without: selection.without }))) return { kind: 'without' };
  if (!(await fits(all, { topics: selection.topics }))) return { kind: 'topics' };
  if (await fits({ after: position, upTo, withUpdates }, {})) return { kind: 'next' };
  if (!(await fits({ after: 0, upTo }, {}))) return { kind: 'backfill' };
  const wasThere = context.addedAt !== undefined && context.addedAt < new Date(createdAt);
  return { kind: wasThere ? 'before' : 'earlier' };
}

const EVERYTHING: Selection = { sources: [], topics: [], without: [] };

function isIn({ after, upTo, withUpdates, selection }: Edition, context: ExplainContext): Promise<boolean> {
  return isAmong({ after, upTo, withUpdates }, selection, context);
}

/** Whether the article is in a range. Each topic is narrowed by the words of the title, so that few results remain. */
async function isAmong(
  range: ArrivalRange,
  selection: Selection,
  { article, arrivals }: ExplainContext,
): Promise<boolean> {
  const { topics } = selection;
  const narrowed = topics.length === 0 ? [article.title] : topics.map((topic) => `${topic} ${article.title}`);
  const page = { offset: 0, limit: MAX_SAME_TITLE };
  const { entries } = await arrivals.between(range, { ...selection, topics: narrowed }, page);
  return entries.some(({ id }) => id === article.id);
}
