import { textBelow } from '../html/tree/dom.ts';
import { FetchError } from '../web/fetch-error.ts';
import type { Fetched, FetchPage } from '../web/fetch-page.ts';
import { CaptureError } from './capture-error.ts';
import { type Page, readPage } from './head/read-page.ts';
import { findRefresh } from './page-refresh.ts';
import { unwrapAddress } from './unwrap-address.ts';

export interface LoadOptions {
  fetch: FetchPage;
  signal: AbortSignal | undefined;
}

const ACCEPT = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5' };
/** The longest articles have about three. */
const MAX_BYTES = 5_000_000;
const MAX_REFRESHES = 3;

/** Fetches and parses the page that an address leads to, also by services that count clicks and by pages that only lead on. Rejects with `CaptureError`. */
export async function loadPage(address: string, options: LoadOptions): Promise<Page> {
  let url = unwrapAddress(address);
  for (let refreshes = 0; refreshes <= MAX_REFRESHES; refreshes += 1) {
    const page = await loadOnce(url, options);
    const next = findRefresh(page, textBelow(page.document).trim().length);
    if (next === undefined) return page;
    url = unwrapAddress(next);
  }
  throw new CaptureError('too-many-redirects', 'Its pages lead from one to another without end.');
}

async function loadOnce(url: string, { fetch, signal }: LoadOptions): Promise<Page> {
  try {
    const fetched = await fetch(url, { headers: ACCEPT, maxBytes: MAX_BYTES, ...(signal && { signal }) });
    assertReadable(fetched);
    return readPage(fetched);
  } catch (error) {
    throw error instanceof FetchError ? new CaptureError(error.code, error.message, { cause: error }) : error;
  }
}

const HTML = /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain|application\/xml|text\/xml)\b/i;

function assertReadable({ status, headers, body }: Fetched): void {
  if (status === 404 || status === 410) throw new CaptureError('not-found', 'The page does not exist.');
  if (status === 429 || status >= 500)
    throw new CaptureError('server-error', `The server answered with status ${status}.`);
  if (status >= 400) throw new CaptureError('refused', `The server refused with status ${status}.`);
  if (!HTML.test(headers['content-type'] ?? 'text/html') || isBinary(body))
    throw new CaptureError('not-html', 'It is not a web page.');
}

/** Files begin with bytes that no text has. */
function isBinary(body: Uint8Array): boolean {
  const isMarked = (body[0] === 0xff && body[1] === 0xfe) || (body[0] === 0xfe && body[1] === 0xff);
  return !isMarked && body.subarray(0, 512).includes(0);
}
