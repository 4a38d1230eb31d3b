import { FetchError } from '../../src/web/fetch-error.ts';
import type { Fetched, FetchPage } from '../../src/web/fetch-page.ts';

/** What a fake site answers: HTML with status 200, or parts of an answer. */
export type FakeAnswer = string | Partial<Omit<Fetched, 'body'> & { body: string | Uint8Array }>;

/** A web of a few pages; any other address is not found, and a host without a page does not exist. */
export function createFakeWeb(pages: Readonly<Record<string, FakeAnswer>>): { fetch: FetchPage; asked: string[] } {
  const asked: string[] = [];
  const hosts = new Set(Object.keys(pages).map((url) => new URL(url).host));
  return {
    asked,
    async fetch(url) {
      asked.push(url);
      if (!hosts.has(new URL(url).host)) throw new FetchError('unknown-host', 'There is no such host.');
      const { body = '', headers = {}, ...rest } = toAnswer(pages[url]);
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

function toAnswer(answer: FakeAnswer | undefined): Exclude<FakeAnswer, string> {
  if (answer === undefined) return { status: 404, body: 'Nothing is here.' };
  return typeof answer === 'string' ? { body: answer } : answer;
}
