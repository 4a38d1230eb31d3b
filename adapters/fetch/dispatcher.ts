import dns, { type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { getProxyForUrl } from 'proxy-from-env';
import { Agent, buildConnector, type Dispatcher, ProxyAgent } from 'undici';
import { FetchError } from '../../src/web/fetch-error.ts';
import { isPublicAddress } from './public-address.ts';

/** Resolves a name to all its addresses. Rejects with an error of `node:dns`. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

export interface DispatcherOptions {
  /** As `host:port`. */
  allowed: ReadonlySet<string>;
  resolve?: Resolve;
  connectTimeoutMs?: number;
}

/** Makes connections to public addresses only. */
export interface SafeDispatcher {
  /** Where a request for an address goes: directly, or through the proxy that the environment names for it. */
  for(url: URL): Promise<Dispatcher>;
  close(): Promise<void>;
}

/** A news page has about 2 KiB of headers. */
const MAX_HEADER_BYTES = 32 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

const resolveAll: Resolve = (hostname) => dns.promises.lookup(hostname, { all: true });

/** Creates a dispatcher. The addresses of a name are checked when the connection is made, so that a name cannot change in between. */
export function createSafeDispatcher({
  allowed,
  resolve = resolveAll,
  connectTimeoutMs = CONNECT_TIMEOUT_MS,
}: DispatcherOptions): SafeDispatcher {
  const lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname)
      .then((found) => toPublic(found))
      .then(
        (addresses) => (options.all === true ? callback(null, addresses) : callback(null, ...first(addresses))),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), []),
      );
  };
  const limits = { maxHeaderSize: MAX_HEADER_BYTES };
  const connectSafely = buildConnector({ lookup, timeout: connectTimeoutMs });
  const connectAnywhere = buildConnector({ timeout: connectTimeoutMs });
  const direct = new Agent({
    ...limits,
    connect(options, callback) {
      if (isAllowed(options, allowed)) return connectAnywhere(options, callback);
      // An address that is an IP address already is never looked up.
      if (isIP(bare(options.hostname)) !== 0 && !isPublicAddress(bare(options.hostname)))
        return callback(forbidden(), null);
      return connectSafely(options, callback);
    },
  });
  const proxies = new Map<string, ProxyAgent>();
  return {
    async for(url) {
      const proxy = getProxyForUrl(url.href);
      if (proxy === '') return direct;
      await assertPublic(url, allowed, resolve);
      // A tunnel is for https only: many proxies refuse one to port 80.
      const agent = proxies.get(proxy) ?? new ProxyAgent({ uri: proxy, proxyTunnel: false, ...limits });
      proxies.set(proxy, agent);
      return agent;
    },
    async close() {
      await Promise.all([direct.destroy(), ...[...proxies.values()].map((agent) => agent.destroy())]);
    },
  };
}

/** Through a proxy the proxy connects: what can be known of the name here is checked before. */
async function assertPublic(url: URL, allowed: ReadonlySet<string>, resolve: Resolve): Promise<void> {
  const hostname = bare(url.hostname);
  if (isAllowed(url, allowed)) return;
  if (isIP(hostname) !== 0) {
    if (!isPublicAddress(hostname)) throw forbidden();
    return;
  }
  // Where only the proxy can resolve names, it has to refuse internal ones.
  const found = await resolve(hostname).catch(() => undefined);
  if (found !== undefined) toPublic(found);
}

function isAllowed(
  { protocol, hostname, port }: { protocol: string; hostname: string; port: string | null },
  allowed: ReadonlySet<string>,
): boolean {
  const defaultPort = protocol === 'https:' ? '443' : '80';
  return allowed.has(`${hostname.toLowerCase()}:${port === null || port === '' ? defaultPort : port}`);
}

/** The public ones of a name's addresses. Throws if there is none. */
function toPublic(found: LookupAddress[]): LookupAddress[] {
  const addresses = found.filter(({ address }) => isPublicAddress(address));
  if (addresses.length === 0) throw forbidden();
  return addresses;
}

function first([one]: LookupAddress[]): [address: string, family: number] {
  return [one?.address ?? '', one?.family ?? 0];
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function forbidden(): FetchError {
  return new FetchError('forbidden-address', 'The address is not on the public internet.');
}
