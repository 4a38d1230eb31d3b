import type { ArticleEntry } from '../library/entry.ts';
import type { Library } from '../library/library.ts';
import type { DigestStyle } from '../subscription/digest-style.ts';
import { composeDigest, type DigestSources } from './compose.ts';
import type { Digest } from './digest.ts';

/** What a digest covers. */
export interface DigestRequest {
  /** A start; `lately`: the last 24 hours, or the newest few articles if there are none; `ever`: everything. */
  period: Date | 'lately' | 'ever';
  style: DigestStyle;
  title: string;
  now: Date;
  /** The maximum number of articles. */
  limit?: number;
  /** Writes a summary with a language model. */
  write?: DigestSources['write'];
  report: DigestSources['report'];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const NEWEST_FEW = 5;
const PAGE = 500;

/** Composes a digest of a library's articles, newest first. */
export async function collectDigest(
  library: Pick<Library, 'newest' | 'article'>,
  request: DigestRequest,
): Promise<Digest> {
  const { period, style, title, now, limit = Number.POSITIVE_INFINITY, write, report } = request;
  const since = sinceOf(period, now);
  const found = await newestSince(library, since, limit);
  const isFallback = period === 'lately' && found.total === 0;
  const shown = isFallback ? await newestSince(library, null, NEWEST_FEW) : found;
  const frame = {
    title,
    style,
    isFallback,
    date: now,
    since: isFallback ? null : since,
    total: isFallback ? shown.entries.length : shown.total,
    first: 1,
    commands: { everything: everythingSince(isFallback ? null : since), rest: '/articles' },
  };
  return await composeDigest(shown.entries, frame, { load: (id) => library.article(id), write, report });
}

function everythingSince(since: Date | null): string {
  return ['/digest', since?.toISOString().replace(/\.\d+Z$/u, 'Z'), 'full']
    .filter((part) => part !== undefined)
    .join(' ');
}

function sinceOf(period: DigestRequest['period'], now: Date): Date | null {
  if (period === 'ever') return null;
  return period === 'lately' ? new Date(now.getTime() - DAY_MS) : period;
}

/** Reads page by page, since a library may be large. */
async function newestSince(
  library: Pick<Library, 'newest'>,
  since: Date | null,
  limit: number,
): Promise<{ total: number; entries: readonly ArticleEntry[] }> {
  const entries: ArticleEntry[] = [];
  for (;;) {
    const size = Math.min(PAGE, limit - entries.length);
    const page = await library.newest({ ...(since && { since }), offset: entries.length, limit: size });
    entries.push(...page.entries);
    if (page.entries.length < size || entries.length >= limit) return { total: page.total, entries };
  }
}
