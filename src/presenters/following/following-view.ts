import { composeFeedList } from '../../feed/opml.ts';
import type { FollowedFeed } from '../../following/followed-feed.ts';
import type { Audience } from '../../locales/audience.ts';
import { numberedLabel } from '../../view/label.ts';
import { heading, openAction, plain, sentence, text } from '../../view/spans.ts';
import type { Action, Span, View } from '../../view/view.ts';
import { describeFeed, feedStateSpans } from './describe-feed.ts';

/** The feeds that a chat follows, each with its state and a button to end it. */
export function followingView(feeds: readonly FollowedFeed[], now: Date, audience: Audience): View {
  const { t } = audience;
  if (feeds.length === 0) return { blocks: [sentence(t('following.none'))], actions: [] };
  return {
    blocks: [
      heading(t('following.title')),
      { kind: 'list', ordered: true, start: 1, items: feeds.map((feed) => lineOf(feed, now, audience)) },
      text(t('following.hint')),
    ],
    actions: [...unfollowActions(feeds), openAction(t('button.subscriptions'), '/subscriptions')],
  };
}

/** The feeds as a file, for another reader. */
export function feedListView(feeds: readonly FollowedFeed[], { t }: Audience): View {
  const listed = feeds.map(({ url, title }) => ({ url, title: title ?? undefined }));
  const list = composeFeedList(t('following.title'), listed);
  return {
    blocks: [text(t('following.opml'))],
    actions: [],
    file: { name: 'gazette.opml', mediaType: 'text/x-opml', text: list },
  };
}

/** A button for each feed that ends it. */
export function unfollowActions(feeds: readonly FollowedFeed[]): Action[] {
  return feeds.map((feed, at) => ({
    label: numberedLabel(at + 1, describeFeed(feed)),
    role: 'contents',
    command: `/unfollow #${feed.id}`,
  }));
}

function lineOf(feed: FollowedFeed, now: Date, audience: Audience): Span[] {
  const language = feed.language === null ? undefined : languageName(feed.language, audience);
  const state = feedStateSpans(feed, now, audience);
  return [
    { kind: 'link', text: describeFeed(feed), url: feed.url },
    plain(language === undefined ? '\n' : `\n${language} · `),
    ...state,
  ];
}

/** Undefined for a language that has no name, since feeds may say anything. */
function languageName(tag: string, { language }: Audience): string | undefined {
  try {
    return new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(tag);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
