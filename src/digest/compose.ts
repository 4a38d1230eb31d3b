import type { Article, Section } from '../article/article.ts';
import { linksOf } from '../article/links-of.ts';
import type { Arrival } from '../library/entry.ts';
import { StoreError } from '../library/store-error.ts';
import type { DigestStyle } from '../subscription/digest-style.ts';
import { mainPicture, picturesOf } from '../view/picture.ts';
import type { Digest, DigestItem, DigestSection } from './digest.ts';

/** A digest without its articles. */
export interface DigestFrame extends Omit<Digest, 'date' | 'since' | 'items'> {
  date: Date;
  since: Date | null;
}

/** Sources of the content that a style shows. */
export interface DigestSources {
  /** Loads an article. One that does not exist any more is shown by its entry. */
  load(id: string): Promise<Article | undefined>;
  /** Writes a summary with a language model, if it answers in time. */
  write?: ((article: Article) => Promise<string | undefined>) | undefined;
  /** Reports an article that cannot be composed. */
  report(error: unknown): void;
}

/** Composes a digest of these articles, in this order. One that cannot be composed is left out, unless it is the only one. */
export async function composeDigest(
  entries: readonly Arrival[],
  { date, since, ...frame }: DigestFrame,
  sources: DigestSources,
): Promise<Digest> {
  const style = entries.length === 1 ? 'full' : frame.style;
  const failures: Error[] = [];
  const composed: Promise<DigestItem>[] = [];
  for (const entry of entries) {
    try {
      const article = style === 'headlines' ? undefined : await sources.load(entry.id);
      // The summaries are written concurrently.
      composed.push(withWritten(composeItem(entry, article, style), article, sources));
    } catch (cause) {
      if (cause instanceof StoreError) throw cause;
      failures.push(leftOut(entry, cause));
    }
  }
  const items = await Promise.all(composed);
  const [failure] = failures;
  if (failure !== undefined && items.length === 0) throw failure;
  failures.forEach(sources.report);
  const total = frame.total - failures.length;
  return { ...frame, total, date: date.toISOString(), since: since?.toISOString() ?? null, items };
}

function leftOut({ id, url }: Arrival, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Error(`A digest goes out without article ${id} (${url}), which cannot be composed. ${why}`, { cause });
}

/** Adds the summary of a language model to an item, if there is one. */
export async function withWritten(
  item: DigestItem,
  article: Article | undefined,
  { write, report }: Pick<DigestSources, 'write' | 'report'>,
): Promise<DigestItem> {
  try {
    const written = article && (await write?.(article));
    return written === undefined ? item : { ...item, summary: written, written: true, lead: item.summary };
  } catch (error) {
    report(error);
    return item;
  }
}

/** Composes an article as a style shows it. */
export function composeItem(
  entry: Omit<Arrival, 'addedAt'>,
  article: Article | undefined,
  style: DigestStyle,
): DigestItem {
  const { id, title, url, source, publishedAt } = entry;
  const summary = style === 'headlines' ? null : article?.sections[0]?.summary || entry.summary;
  return {
    id,
    title,
    url,
    source,
    publishedAt,
    summary,
    ...(entry.updated && { updated: entry.updated }),
    image: (article && mainPicture(article)) ?? null,
    images: article ? picturesOf(article.sections).length : null,
    links: article ? linksOf(article.sections).length : null,
    sections: style === 'full' ? (article?.sections.map(composeSection) ?? []) : [],
  };
}

function composeSection(section: Section): DigestSection {
  const { number, title, summary } = section;
  return { number, title, summary, images: picturesOf([section]).length, links: linksOf([section]).length };
}
