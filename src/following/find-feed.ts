import { load } from 'cheerio/slim';
import { discoverFeeds } from '../feed/discover-feeds.ts';
import { decodeText } from '../web/decode-text.ts';
import type { Fetched } from '../web/fetch-page.ts';
import type { FeedFailure } from './followed-feed.ts';
import { type ReadFeed, type RequestOptions, requestFeed } from './request-feed.ts';

/** The feed of an address, or why there is none. */
export type FoundFeed = ({ kind: 'read' } & ReadFeed) | { kind: 'failed'; failure: FeedFailure };

/** A page declares few feeds, and there are eight usual paths. */
const MAX_TRIED = 10;

/**
 * Reads the feed at an address, or that of the page there: as the page says, else from the usual paths of the site. A feed with
 * entries is preferred to one without. Rejects only if the signal aborts.
 */
export async function findFeed(address: string, options: RequestOptions): Promise<FoundFeed> {
  const answer = await requestFeed({ url: address }, options);
  switch (answer.kind) {
    case 'read':
      return answer;
    case 'page':
      return await findFeedOfPage(answer.page, options);
    case 'unchanged':
      return { kind: 'failed', failure: 'unreachable' };
    case 'failed':
      return answer;
    default:
      return answer satisfies never;
  }
}

async function findFeedOfPage(page: Fetched, options: RequestOptions): Promise<FoundFeed> {
  const html = decodeText(page.body, page.headers['content-type']);
  if (!/<(?:html|head|body|link|meta|title|a)\b/i.test(html)) return { kind: 'failed', failure: 'no-feed' };
  const candidates = discoverFeeds({ html, url: page.url, linkHeader: page.headers['link'] });
  const until = options.timeoutMs === undefined ? undefined : AbortSignal.timeout(options.timeoutMs);
  let empty: FoundFeed | undefined;
  for (const url of candidates.slice(0, MAX_TRIED)) {
    if (until?.aborted) break;
    const answer = await requestFeed({ url }, options);
    if (answer.kind !== 'read') continue;
    if (answer.feed.entries.length > 0) return answer;
    empty ??= answer;
  }
  return empty ?? { kind: 'failed', failure: asksForLogin(html) ? 'login' : 'no-feed' };
}

function asksForLogin(html: string): boolean {
  return load(html)('input[type="password" i]').length > 0;
}
