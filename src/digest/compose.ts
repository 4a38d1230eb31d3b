import type { Article, Section } from '../article/article.ts';
import { linksOf } from '../article/links-of.ts';
import type { Arrival } from '../library/entry.ts';
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
}

/** Composes a digest of these articles, in this order. */
export async function composeDigest(
  entries: readonly Arrival[],
  { date, since, ...frame }: DigestFrame,
  { load, write }: DigestSources,
): Promise<Digest> {
  const style = entries.length === 1 ? 'full' : frame.style;
  const items: Promise<DigestItem>[] = [];
  for (const entry of entries) {
    const article = style === 'headlines' ? undefined : await load(entry.id);
    const item = composeItem(entry, article, style);
    // The summaries are written concurrently.
    items.push(withWritten(item, article && write?.(article)));
  }
  return { ...frame, date: date.toISOString(), since: since?.toISOString() ?? null, items: await Promise.all(items) };
}

async function withWritten(item: DigestItem, writing: Promise<string | undefined> | undefined): Promise<DigestItem> {
  const written = await writing;
  return written === undefined ? item : { ...item, summary: written, written: true };
}

function composeItem(entry: Arrival, article: Article | undefined, style: DigestStyle): DigestItem {
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
