import type { FetchPage } from '../web/fetch-page.ts';
import type { Capture, CapturePage, CaptureRequest, FeedText } from './capture.ts';
import { CaptureError } from './capture-error.ts';
import { composeSnapshot, type SnapshotParts, snapshotName } from './compose-snapshot.ts';
import { type ReadArticle, readArticle } from './read-article.ts';
import { readFeedText } from './read-feed-text.ts';
import { lettersOf } from './text-coverage.ts';

/** A feed's text must be longer by so much to be better than that of the page, which has pictures and headings too. */
const MIN_GAIN = 1.2;

/** Creates the capture of pages; all requests go through `fetch`. */
export function createCapturePage({ fetch }: { fetch: FetchPage }): CapturePage {
  return async (request, { now, signal }) => {
    const { url, feed } = request;
    const article = await readArticle(url, { fetch, signal, now, title: feed?.title }).catch((error: unknown) => {
      if (error instanceof CaptureError && canFallBack(request, error)) return undefined;
      throw error;
    });
    const ofFeed = feed && readFeedText(feed, url);
    const isFeedBetter =
      ofFeed !== undefined &&
      ofFeed.completeness === 'feed' &&
      ofFeed.text.length > (article?.text.length ?? 0) * MIN_GAIN;
    const parts = article && toParts(article, feed);
    if (article !== undefined && parts !== undefined && !isFeedBetter) return toCapture(parts, article.text, now);
    if (ofFeed === undefined) throw new CaptureError('no-article', 'Neither the page nor the feed has a text.');
    const { html, text, completeness } = ofFeed;
    return toCapture({ ...(parts ?? fromFeed(url, feed)), standfirst: undefined, html, completeness }, text, now);
  };
}

/** A page that may be readable soon is worth another try, unless the feed has the whole text anyway. */
function canFallBack(
  { url, feed, isLastAttempt = true }: CaptureRequest,
  { isPermanent, code }: CaptureError,
): boolean {
  if (feed === undefined || code === 'aborted') return false;
  const ofFeed = readFeedText(feed, url);
  return ofFeed !== undefined && (isPermanent || isLastAttempt || ofFeed.completeness === 'feed');
}

/** What the page says, and what the feed says where the page is silent. */
function toParts(article: ReadArticle, feed: FeedText | undefined): SnapshotParts {
  const { url, html, text, standfirst } = article;
  return {
    url,
    html,
    title: article.title,
    authors: article.authors.length > 0 ? article.authors : (feed?.authors ?? []),
    published: mostExact(article.published, feed?.publishedAt?.toISOString()),
    language: article.language ?? feed?.language ?? undefined,
    image: article.image ?? feed?.image ?? undefined,
    standfirst: standfirst === undefined || lettersOf(text).includes(lettersOf(standfirst)) ? undefined : standfirst,
    completeness: 'full',
  };
}

function fromFeed(url: string, feed: FeedText | undefined): Omit<SnapshotParts, 'html' | 'completeness'> {
  return {
    url,
    title: feed?.title ?? '',
    authors: feed?.authors ?? [],
    published: feed?.publishedAt?.toISOString(),
    language: feed?.language ?? undefined,
    image: feed?.image ?? undefined,
  };
}

/** The time of the page; that of the feed if the page has only the day, or nothing. */
function mostExact(ofPage: string | undefined, ofFeed: string | undefined): string | undefined {
  return ofPage?.includes('T') === true ? ofPage : (ofFeed ?? ofPage);
}

function toCapture(parts: SnapshotParts, text: string, now: Date): Capture {
  const { url, title, completeness } = parts;
  const file = composeSnapshot(parts, now);
  return { url, name: snapshotName(url), text: file, content: `${title}\n${text}`, completeness };
}
