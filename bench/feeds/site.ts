import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves feeds of entries with pages, under the path of their number, in a process of its own. Prints its port. */
const [entries = '20'] = process.argv.slice(2);
const START_MS = Date.UTC(2024, 4, 1);
const HOUR_MS = 3_600_000;
const SENTENCE =
  'The keeper of the lighthouse writes down the colour of the sea, and sends his notes to the harbour office. ';

const page = (feed: string, entry: string) =>
  `<!doctype html><html lang="en"><head><title>Story ${entry} of ${feed}</title></head><body><nav><a href="/">Home</a></nav><article>
  <h1>Story ${entry} of ${feed}</h1>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(8)}</article></body></html>`;

function feedOf(feed: string, origin: string): string {
  const items = Array.from({ length: Number(entries) }, (_, at) => {
    const date = new Date(START_MS - at * HOUR_MS).toUTCString();
    return `<item><title>Story ${at} of ${feed}</title><link>${origin}/${feed}/${at}</link><pubDate>${date}</pubDate></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${feed}</title>${items.join('')}</channel></rss>`;
}

const server = createServer(({ url = '/' }, response) => {
  const [, feed = '', entry] = url.split('/');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  response.setHeader('content-type', entry === undefined ? 'application/rss+xml' : 'text/html');
  response.end(entry === undefined ? feedOf(feed, origin) : page(feed, entry));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
