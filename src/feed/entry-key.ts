import { createHash } from 'node:crypto';
import { articleId } from '../article/address.ts';

/** What an entry can be known by. */
interface Identity {
  url: string | undefined;
  guid: string | undefined;
  title: string;
}

/**
 * The keys of a feed's entries, in order. The address comes first: it stays when a site changes its ids, puts the headline
 * into them, or offers the feed in another format. Where several entries share an address, such as the home page, their ids
 * tell them apart, and then their titles.
 */
export function entryKeys(entries: readonly Identity[]): string[] {
  const idOf = ({ url }: Identity) => (url === undefined ? undefined : articleId(url));
  const guidsByUrl = Map.groupBy(entries, idOf);
  return entries.map((entry) => {
    const id = idOf(entry);
    const sameUrl = guidsByUrl.get(id) ?? [];
    const isShared = new Set(sameUrl.map(({ title }) => title)).size > 1;
    if (id !== undefined && !isShared) return id;
    const guids = sameUrl.map(({ guid }) => guid);
    const isUnique = entry.guid !== undefined && guids.filter((guid) => guid === entry.guid).length === 1;
    return hash([id ?? '', isUnique ? (entry.guid ?? '') : entry.title]);
  });
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}
