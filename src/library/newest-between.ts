import type { ArticleEntry } from './entry.ts';
import type { Library } from './library.ts';
import type { PageRange } from './store.ts';

/** The articles from an instant up to another, exclusive, newest first. */
export async function newestBetween(
  library: Pick<Library, 'newest'>,
  { from, until }: { from: Date; until: Date },
  { offset, limit }: PageRange,
): Promise<{ total: number; entries: readonly ArticleEntry[] }> {
  const { total: later } = await library.newest({ since: until, offset: 0, limit: 0 });
  const found = await library.newest({ since: from, offset: later + offset, limit });
  return { total: found.total - later, entries: found.entries };
}
