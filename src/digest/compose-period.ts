import type { Library } from '../library/library.ts';
import { newestBetween } from '../library/newest-between.ts';
import type { DigestStyle } from '../subscription/digest-style.ts';
import { composeDigest, type DigestSources } from './compose.ts';
import { type Digest, MAX_ARTICLES } from './digest.ts';

/** A page of a digest of everything that was published in a period. */
export interface PeriodRequest {
  period: { from: Date; until: Date };
  style: DigestStyle;
  /** From 1. */
  page: number;
  title: string;
  report: DigestSources['report'];
}

/** Composes the page, newest first. It is dated with the end of the period. */
export async function composePeriod(
  library: Pick<Library, 'newest' | 'article'>,
  { period, style, page, title, report }: PeriodRequest,
): Promise<Digest> {
  const limit = MAX_ARTICLES[style];
  const offset = (page - 1) * limit;
  const { total, entries } = await newestBetween(library, period, { offset, limit });
  const frame = {
    title,
    style,
    isFallback: false,
    date: period.until,
    since: null,
    total,
    first: offset + 1,
    commands: { everything: `/digest ${period.from.toISOString()} full`, rest: '/articles' },
  };
  return await composeDigest(entries, frame, { load: (id) => library.article(id), report });
}
