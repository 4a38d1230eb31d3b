import type { Article, Section } from '../article/article.ts';
import type { Arrived } from '../ports.ts';
import { linksOf } from '../view/links.ts';
import { mainPicture, picturesOf } from '../view/picture.ts';
import type { Digest, DigestItem, DigestSection, DigestStyle } from './digest.ts';

/** What a digest says of itself. */
export interface DigestFrame extends Omit<Digest, 'date' | 'since' | 'items'> {
  date: Date;
  since: Date | null;
}

/**
 * Makes a digest of these articles, in this order. `load` brings an article's content where the style shows it, one at
 * a time; an article that is gone meanwhile is shown by what its entry says.
 */
export async function composeDigest(
  entries: readonly Arrived[],
  { date, since, ...frame }: DigestFrame,
  load: (id: string) => Promise<Article | undefined>,
): Promise<Digest> {
  const style = entries.length === 1 ? 'full' : frame.style;
  const items: DigestItem[] = [];
  for (const entry of entries) {
    const article = style === 'headlines' ? undefined : await load(entry.id);
    items.push(composeItem(entry, article, style));
  }
  return { ...frame, date: date.toISOString(), since: since?.toISOString() ?? null, items };
}

function composeItem(entry: Arrived, article: Article | undefined, style: DigestStyle): DigestItem {
  const { id, title, url, source, publishedAt } = entry;
  const summary = style === 'headlines' ? null : article?.sections[0]?.summary || entry.summary;
  return {
    ...{ id, title, url, source, publishedAt, summary },
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
