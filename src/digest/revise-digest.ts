import type { Article } from '../article/article.ts';
import { composeItem, type DigestSources, withWritten } from './compose.ts';
import type { Digest, DigestItem } from './digest.ts';

/** What a digest shows of an article before its reader opens it. */
export interface Headline {
  title: string;
  lead: string | null;
}

interface ReviseSources extends DigestSources {
  /** The headline of an article at present; undefined if there is no such article any more. */
  headline(id: string): Promise<Headline | undefined>;
}

/** The headline of an article. */
export function headlineOf({ title, summary, sections }: Article): Headline {
  return { title, lead: sections[0]?.summary || summary };
}

/**
 * Composes the same digest with the articles as they are at present: those whose headline or lead has changed. Undefined if
 * none has. An article that is gone stays as it was shown.
 */
export async function reviseDigest(digest: Digest, sources: ReviseSources): Promise<Digest | undefined> {
  const style = digest.items.length === 1 ? 'full' : digest.style;
  const items: DigestItem[] = [];
  for (const item of digest.items) items.push(await reviseItem(item, style, sources));
  return items.some((item, at) => item !== digest.items[at]) ? { ...digest, items } : undefined;
}

async function reviseItem(item: DigestItem, style: Digest['style'], sources: ReviseSources): Promise<DigestItem> {
  const now = await sources.headline(item.id);
  if (now === undefined || isShown(now, item)) return item;
  const article = await sources.load(item.id);
  if (article === undefined) return item;
  const shown = style === 'headlines' ? undefined : article;
  const { publishedAt, updated } = item;
  const entry = { ...article, publishedAt, ...(updated && { updated }) };
  return await withWritten(composeItem(entry, shown, style), shown, sources);
}

function isShown({ title, lead }: Headline, item: DigestItem): boolean {
  const shown = item.lead === undefined ? item.summary : item.lead;
  return title === item.title && (shown === null || lead === shown);
}
