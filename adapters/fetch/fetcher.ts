import { request } from 'undici';
import { FetchError, type FetchFailure } from '../../src/web/fetch-error.ts';
import type { Fetched, FetchOptions } from '../../src/web/fetch-page.ts';
import { createSafeDispatcher, type Resolve, type SafeDispatcher } from './dispatcher.ts';
import { ACCEPTED_ENCODINGS, readBody } from './read-body.ts';
import type { FetchSettings } from './settings.ts';
import { toFetchError } from './to-fetch-error.ts';

export interface ScheduledFetch extends FetchOptions {
  /** Runs each request of a chain of redirects when it is its turn; what it rejects with ends the fetch. */
  schedule?<Result>(url: URL, request: () => Promise<Result>): Promise<Result>;
}

/** Fetches from the public internet. No cookies, no credentials, no referrer. */
export interface Fetcher {
  /** Rejects with `FetchError`. */
  fetch(url: string, options?: ScheduledFetch): Promise<Fetched>;
  close(): Promise<void>;
}

const MAX_BYTES = 10_000_000;
const TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 5;
const MAX_HEADERS = 500;
/** A redirect has a few words; more of them are not waited for. */
const MAX_REDIRECT_BYTES = 16_384;
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);
const REDIRECTS: ReadonlySet<number> = new Set([...PERMANENT, 302, 303, 307]);

interface FetcherOptions extends Pick<FetchSettings, 'allowed' | 'contact'> {
  version: string;
  resolve?: Resolve;
  /** Called after each request, with why it failed. */
  onRequest?(seconds: number, failure: FetchFailure | undefined): void;
}

export function createFetcher({ version, contact, onRequest, ...options }: FetcherOptions): Fetcher {
  const dispatcher = createSafeDispatcher(options);
  const agent = `Gazette/${version}${contact === undefined ? '' : ` (+${contact})`}`;
  return {
    async fetch(url, { headers = {}, maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS, signal, schedule = atOnce } = {}) {
      const sent = { accept: '*/*', 'accept-encoding': ACCEPTED_ENCODINGS, ...headers, 'user-agent': agent };
      const budget = { leftMs: timeoutMs };
      const get = (hop: URL) =>
        schedule(hop, () => requestInTime(hop, { dispatcher, headers: sent, maxBytes, budget, signal, onRequest }));
      try {
        return await follow(url, options.allowed, get);
      } catch (error) {
        throw toFetchError(error);
      }
    },
    close: () => dispatcher.close(),
  };
}

function atOnce<Result>(_: URL, request: () => Promise<Result>): Promise<Result> {
  return request();
}

type Answer = Pick<Fetched, 'status' | 'headers' | 'body'>;

async function follow(
  address: string,
  allowed: ReadonlySet<string>,
  get: (url: URL) => Promise<Answer>,
): Promise<Fetched> {
  let url = toWebAddress(address, allowed);
  let movedTo: string | undefined;
  let isPermanent = true;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const answer = await get(url);
    const location = answer.headers['location'];
    if (location === undefined || !REDIRECTS.has(answer.status)) return { url: url.href, movedTo, ...answer };
    const next = URL.parse(location, url.href)?.href;
    if (next === undefined) throw new FetchError('bad-response', 'It redirects to something that is no address.');
    url = toWebAddress(next, allowed);
    isPermanent &&= PERMANENT.has(answer.status);
    if (isPermanent) movedTo = url.href;
  }
  throw new FetchError('too-many-redirects', `It redirects more than ${MAX_REDIRECTS} times.`);
}

interface RequestOptions {
  dispatcher: SafeDispatcher;
  headers: Record<string, string>;
  maxBytes: number;
  /** What is left for this request and those after it. */
  budget: { leftMs: number };
  signal: AbortSignal | undefined;
  onRequest: FetcherOptions['onRequest'];
}

async function requestInTime(url: URL, { budget, signal, onRequest, ...options }: RequestOptions): Promise<Answer> {
  const limit = AbortSignal.timeout(Math.max(0, Math.ceil(budget.leftMs)));
  const begun = performance.now();
  let failure: FetchFailure | undefined;
  try {
    return await requestOnce(url, { ...options, signal: signal ? AbortSignal.any([limit, signal]) : limit });
  } catch (error) {
    const failed = limit.aborted
      ? new FetchError('timeout', 'It took too long to answer.', { cause: error })
      : toFetchError(error);
    failure = failed.code;
    throw failed;
  } finally {
    const tookMs = performance.now() - begun;
    budget.leftMs -= tookMs;
    onRequest?.(tookMs / 1000, failure);
  }
}

async function requestOnce(
  url: URL,
  { dispatcher, headers, maxBytes, signal }: Omit<RequestOptions, 'budget' | 'onRequest'>,
): Promise<Answer> {
  const { statusCode: status, ...answer } = await request(url, {
    dispatcher: await dispatcher.for(url),
    headers,
    ...(signal && { signal }),
  });
  try {
    const received = toHeaders(answer.headers);
    if (REDIRECTS.has(status) && received['location'] !== undefined) {
      await answer.body.dump({ limit: MAX_REDIRECT_BYTES });
      return { status, headers: received, body: new Uint8Array() };
    }
    const body = await readBody(answer.body, { encoding: received['content-encoding'] ?? '', maxBytes });
    return { status, headers: received, body };
  } catch (error) {
    // Else the connection would wait for somebody to read the rest.
    answer.body.on('error', () => undefined).destroy();
    throw error;
  }
}

/** Checks what an address itself says. Where it leads is checked when the connection is made. */
function toWebAddress(address: string, allowed: ReadonlySet<string>): URL {
  const url = URL.parse(address);
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
  if (!isWeb) throw new FetchError('bad-address', 'It is not an http(s) address.');
  if (url.username !== '' || url.password !== '')
    throw new FetchError('bad-address', 'It has a user name or a password.');
  if (!isWebPort(url.port) && !allowed.has(url.host))
    throw new FetchError('bad-address', 'Its port is not for the web.');
  url.hash = '';
  return url;
}

/** Low ports belong to other services, which a request could be smuggled into. */
function isWebPort(port: string): boolean {
  return port === '' || port === '80' || port === '443' || Number(port) >= 1024;
}

function toHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Fetched['headers'] {
  if (Object.values(headers).flat().length > MAX_HEADERS)
    throw new FetchError('bad-response', `It has more than ${MAX_HEADERS} headers.`);
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
