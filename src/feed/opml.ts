import { generateOpml, parseOpml } from 'feedsmith';
import { toAbsolute } from '../article/address.ts';

/** A feed in a list of feeds. */
export interface ListedFeed {
  url: string;
  /** One line of plain text. */
  title: string | undefined;
}

/** An outline of OPML: a feed, or a folder of others. */
interface Outline {
  title?: string | undefined;
  text?: string | undefined;
  xmlUrl?: string | undefined;
  outlines?: Outline[] | undefined;
}

/** Parses OPML, the format in which feed readers exchange their lists: its feeds, in any folder, each once. Undefined if it is none. */
export function parseFeedList(text: string): ListedFeed[] | undefined {
  const outlines = readOutlines(text);
  if (outlines === undefined) return undefined;
  const feeds = new Map<string, ListedFeed>();
  const waiting = [...outlines].toReversed();
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    waiting.push(...(one.outlines ?? []).toReversed());
    const url = one.xmlUrl === undefined ? undefined : toAbsolute(one.xmlUrl, one.xmlUrl);
    if (url !== undefined && !feeds.has(url)) feeds.set(url, { url, title: one.title ?? one.text });
  }
  return [...feeds.values()];
}

/** Writes OPML that every feed reader can import. */
export function composeFeedList(title: string, feeds: readonly ListedFeed[]): string {
  if (feeds.length === 0) return EMPTY;
  const outlines = feeds.map(({ url, title: name = url }) => ({ type: 'rss', text: name, title: name, xmlUrl: url }));
  return generateOpml({ head: { title }, body: { outlines } });
}

/** Which the generator refuses to write. */
const EMPTY = '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0"><head/><body/></opml>\n';

function readOutlines(text: string): Outline[] | undefined {
  try {
    return parseOpml(text).body?.outlines ?? [];
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
