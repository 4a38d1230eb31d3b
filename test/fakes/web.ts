import { FetchError, type FetchFailure } from '../../src/web/fetch-error.ts';
import type { Fetched, FetchOptions, FetchPage } from '../../src/web/fetch-page.ts';

type Parts = Partial<Omit<Fetched, 'body'> & { body: string | Uint8Array }>;

/** What a fake site answers: HTML with status 200, parts of an answer, or why there is none. */
export type FakeAnswer = string | Parts | { fails: FetchFailure };

/** A web of a few pages, which may change. */
export interface FakeWeb {
  fetch: FetchPage;
  pages: Record<string, FakeAnswer>;
  /** The addresses that were asked for, in order, and with which headers. */
  asked: string[];
  headers: NonNullable<FetchOptions['headers']>[];
}

/** A web of these pages; any other address is not found, and a host without a page does not exist. */
export function createFakeWeb(given: Readonly<Record<string, FakeAnswer>> = {}): FakeWeb {
  const pages: Record<string, FakeAnswer> = { ...given };
  const asked: string[] = [];
  const sent: FakeWeb['headers'] = [];
  return {
    pages,
    asked,
    headers: sent,
    async fetch(url, options = {}) {
      asked.push(url);
      sent.push(options.headers ?? {});
      const isKnown = Object.keys(pages).some((page) => new URL(page).host === new URL(url).host);
      if (!isKnown) throw new FetchError('unknown-host', 'There is no such host.');
      const { body = '', headers = {}, ...rest } = toParts(pages[url]);
      return {
        url,
        movedTo: undefined,
        status: 200,
        headers: { 'content-type': 'text/html', ...headers },
        body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
        ...rest,
      };
    },
  };
}

function toParts(answer: FakeAnswer | undefined): Parts {
  if (answer === undefined) return { status: 404, body: 'Nothing is here.' };
  if (typeof answer === 'string') return { body: answer };
  if ('fails' in answer) throw new FetchError(answer.fails, 'It failed.');
  return answer;
}
