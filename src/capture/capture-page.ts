import { runsOf, textOf } from '../article/block-text.ts';
import { serializeHtml } from '../html/serialize-html.ts';
import { readBody } from '../snapshot/body.ts';
import type { FetchPage } from '../web/fetch-page.ts';
import type { Capture, CapturePage, FeedText } from './capture.ts';
import { CaptureError } from './capture-error.ts';
import { composeSnapshot, snapshotName } from './compose-snapshot.ts';
import { canonicalAddress } from './head/canonical-address.ts';
import { describePage } from './head/read-page.ts';
import { isNeverWritten } from './is-never-written.ts';
import { loadPage } from './load-page.ts';

/** Creates the capture of pages; all requests go through `fetch`. */
export function createCapturePage({ fetch }: { fetch: FetchPage }): CapturePage {
  return async ({ url, feed }, { now, signal }) => {
    try {
      const page = await loadPage(url, { fetch, signal });
      const address = canonicalAddress(page);
      const described = describePage(page, now);
      const html = serializeHtml(page.document, isNeverWritten);
      const title = described.title || feed?.title || '';
      const fromPage = lengthOf(html, { url: address, title });
      const fromFeed = feed === undefined ? undefined : captureFeed(address, feed, now);
      if (fromFeed !== undefined && fromFeed.length > fromPage) return fromFeed.capture;
      if (fromPage === 0) throw new CaptureError('no-article', 'There is no text on the page.');
      const text = composeSnapshot({ ...described, url: address, title, html, completeness: 'full' }, now);
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
  ].map((one) => ({ ...one, length: lengthOf(one.html, { url, title }) }));
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

function lengthOf(html: string, { url, title }: { url: string; title: string }): number {
  if (html === '') return 0;
  const { sections } = readBody(html, { url, title });
  const texts = sections.flatMap(({ text }) => text.flatMap((block) => runsOf(block).map(textOf)));
  return texts.reduce((sum, text) => sum + text.length, 0);
}
