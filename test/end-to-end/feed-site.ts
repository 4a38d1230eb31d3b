import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site with a feed that tests can add to. */
export interface FeedSite {
  /** As people type it. */
  address: string;
  /** What lets a process read it. */
  env: Readonly<Record<string, string>>;
  /** Publishes another story, as the newest. */
  publish(name: string): void;
  asked: string[];
  /** Who has asked for the feed: the programs, as they name themselves. */
  readers: string[];
  stop(): void;
}

/** A story long enough to be an article. */
const pageOf = (name: string) =>
  `<!doctype html><html lang="en"><head><title>${name}</title></head><body><article><h1>${name}</h1>${`<p>Everybody at the harbour talks about ${name}, and the keeper of the lighthouse has written it down in his notebook for those who come later.</p>`.repeat(4)}</article></body></html>`;

/** Starts a site with these stories, the newest first. Its home page names the feed. */
export async function startFeedSite(stories: readonly string[]): Promise<FeedSite> {
  const names = [...stories];
  const asked: string[] = [];
  const readers: string[] = [];
  const startedMs = Date.now();
  const server = createServer(({ url = '/', headers }, response) => {
    asked.push(url);
    if (url === '/feed.xml') readers.push(headers['user-agent'] ?? '');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const item = (name: string, at: number) =>
      `<item><title>${name}</title><link>${origin}/story/${encodeURIComponent(name)}</link><pubDate>${new Date(startedMs - at * 60_000).toUTCString()}</pubDate></item>`;
    const answers: Record<string, [type: string, body: string]> = {
      '/': [
        'text/html',
        '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>',
      ],
      '/feed.xml': [
        'application/rss+xml',
        `<rss version="2.0"><channel><title>Harbour News</title>${names.map(item).join('')}</channel></rss>`,
      ],
      ...Object.fromEntries(
        names.map((name) => [`/story/${encodeURIComponent(name)}`, ['text/html', pageOf(name)] as const]),
      ),
    };
    const [type, body] = answers[url] ?? [];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    asked,
    readers,
    env: { FETCH_ALLOW: address, FEEDS_EVERY: '10s' },
    publish: (name) => void names.unshift(name),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
