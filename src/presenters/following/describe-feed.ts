import type { FeedFailure, FollowedFeed } from '../../following/followed-feed.ts';
import { hostOf } from '../../following/followed-feed.ts';
import type { Audience } from '../../locales/audience.ts';
import { shorten } from '../../text/shorten.ts';
import { fillBlank, plain, slotSpan } from '../../view/spans.ts';
import type { Span } from '../../view/view.ts';

const MAX_TITLE_COLUMNS = 60;
const STALE_FAILURES = 3;

/** The name of a feed: its title with its host, `Harbour News (example.org)`, or only the host if the title says no more. */
export function describeFeed(feed: Pick<FollowedFeed, 'title' | 'sources' | 'url'>): string {
  const host = hostOf(feed);
  const title = shorten(feed.title ?? '', MAX_TITLE_COLUMNS);
  return title === '' || title.toLowerCase().replace(/^www\./, '') === host ? host : `${title} (${host})`;
}

/** Why a feed cannot be read, and what to do. */
export function describeFeedFailure(failure: FeedFailure, { t }: Pick<Audience, 't'>): string {
  return t(FAILURES[failure]);
}

/** How a feed is doing: when it was read and published, or what is wrong with it. */
export function feedStateSpans(feed: FollowedFeed, now: Date, audience: Audience): Span[] {
  const { t } = audience;
  const { failure, failures, failingSince, publishedMs, lastReadAt } = feed;
  const when = (at: string | number) => slotSpan(new Date(at), now, audience);
  if (failure !== null && failingSince !== null && (failures >= STALE_FAILURES || lastReadAt === null))
    return fillBlank(
      (time) => t('following.failing', { time, why: describeFeedFailure(failure, audience) }),
      when(failingSince),
    );
  if (lastReadAt === null) return [plain(t('following.unread'))];
  const [newestMs] = publishedMs;
  if (newestMs === undefined) return [plain(t('following.empty'))];
  const key = feed.reported === 'silent' ? 'following.silent' : 'following.newest';
  return fillBlank((time) => t(key, { time }), when(newestMs));
}

const FAILURES = {
  'not-found': 'feed.notFound',
  login: 'feed.login',
  refused: 'feed.refused',
  'no-feed': 'feed.noFeed',
  'bad-address': 'feed.badAddress',
  private: 'feed.private',
  'too-large': 'feed.tooLarge',
  unreachable: 'feed.unreachable',
} as const satisfies Record<FeedFailure, string>;
