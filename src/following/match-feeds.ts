import { articleId } from '../article/address.ts';
import { type FollowedFeed, sourcesOf } from './followed-feed.ts';

/** The feeds that typed words mean: by number in the list, `#id`, address, host, or a part of the title. All of them for ''. */
export function matchFeeds(typed: string, feeds: readonly FollowedFeed[]): readonly FollowedFeed[] {
  const words = typed.normalize('NFKC').trim().toLowerCase();
  if (/^\d{1,2}$/.test(words)) return feeds.slice(Number(words) - 1, Number(words));
  const [exact] = feeds.filter(
    ({ id, url }) => words === `#${id}` || (words.includes('.') && idOf(words) === articleId(url)),
  );
  if (exact !== undefined) return [exact];
  const host = words
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/.*$/, '');
  const ofHost = feeds.filter((feed) => sourcesOf(feed).includes(host));
  if (ofHost.length > 0) return ofHost;
  return feeds.filter((feed) =>
    [feed.title ?? '', ...sourcesOf(feed)].some((name) => name.toLowerCase().includes(words)),
  );
}

function idOf(address: string): string {
  return articleId(address.includes('://') ? address : `https://${address}`);
}
