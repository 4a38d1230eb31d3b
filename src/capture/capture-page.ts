import type { FetchPage } from '../web/fetch-page.ts';
import type { Capture, CapturePage, FeedText } from './capture.ts';
import { CaptureError } from './capture-error.ts';
import { composeSnapshot, snapshotName } from './compose-snapshot.ts';
import { articleText, extractArticle } from './extract.ts';
import { canonicalAddress } from './head/canonical-address.ts';
import { describePage } from './head/describe-page.ts';
import { loadPage } from './load-page.ts';
import { lettersOf } from './text-coverage.ts';

/** Creates the capture of pages; all requests go through `fetch`. */
export function createCapturePage({ fetch }: { fetch: FetchPage }): CapturePage {
  return async ({ url, feed }, { now, signal }) => {
    try {
      const page = await loadPage(url, { fetch, signal });
      const address = canonicalAddress(page);
      const described = describePage(page, now);
      const title = described.title || feed?.title || '';
      const { html, text: found } = extractArticle(page, title);
      const fromPage = found.length;
      const fromFeed = feed === undefined ? undefined : captureFeed(address, feed, now);
      if (fromFeed !== undefined && fromFeed.length > fromPage) return fromFeed.capture;
      if (fromPage === 0) throw new CaptureError('no-article', 'There is no text on the page.');
      const standfirst = isIn(described.standfirst, found) ? undefined : described.standfirst;
      const text = composeSnapshot({ ...described, url: address, title, html, standfirst, completeness: 'full' }, now);
      return { url: address, name: snapshotName(address), text, completeness: 'full' };
    } catch (error) {
      const instead = feed === undefined ? undefined : captureFeed(url, feed, now);
      if (!(error instanceof CaptureError) || instead === undefined) throw error;
      return instead.capture;
    }
  };
}

function captureFeed(url: string, feed: FeedText, now: Date): { capture: Capture; length: number } | undefined {
  const title = feed.title ?? '';
  const candidates = [
    { html: feed.contentHtml ?? '', completeness: 'feed' as const },
    { html: feed.summaryHtml ?? '', completeness: 'summary' as const },
  ].map((one) => ({ ...one, length: articleText(one.html, { url, title }).length }));
  const best = candidates.find(({ length }) => length > 0);
  if (best === undefined) return undefined;
  const { html, completeness, length } = best;
  const published = feed.publishedAt?.toISOString();
  const text = composeSnapshot(
    {
      url,
      title,
      authors: feed.authors,
      published,
      language: feed.language ?? undefined,
      image: feed.image ?? undefined,
      completeness,
      html,
    },
    now,
  );
  return { capture: { url, name: snapshotName(url), text, completeness }, length };
}

function isIn(text: string | undefined, whole: string): boolean {
  return text === undefined || lettersOf(whole).includes(lettersOf(text));
}
