import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFlags } from '../../adapters/process/node-flags.mjs';
import { createPlace, MAIN, type Place } from './process.ts';

const story = [
  'The lighthouse keeper of Skerrow has written down the colour of the sea every evening since he came to the island.',
  'His notebooks fill two shelves, and the harbour office has begun to copy them before the damp reaches the ink.',
];
const page = `<!doctype html><html lang="en"><head><title>The colours of the sea | Harbour News</title>
  <meta property="og:site_name" content="Harbour News">
  <script type="application/ld+json">{"@type":"NewsArticle","headline":"The colours of the sea","datePublished":"2024-03-01T07:30:00+01:00",
  "author":{"@type":"Person","name":"Ida Marsh"}}</script></head>
  <body><nav><a href="/">Home</a></nav><article><h1>The colours of the sea</h1>${story.map((one) => `<p>${one}</p>`).join('')}</article></body></html>`;

const pages: Record<string, [status: number, body: string]> = {
  '/robots.txt': [200, 'User-agent: *\nDisallow: /private/'],
  '/colours': [200, page],
  '/private/notes': [200, page],
};

const bomb = gzipSync(Buffer.alloc(100_000_000));
const attacks: Record<string, (response: ServerResponse) => unknown> = {
  '/endless': (response) => {
    const more = () => {
      while (response.write('<p>more'.repeat(5000)));
      response.once('drain', more);
    };
    more();
  },
  '/bomb': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  '/headers': (response) => {
    for (let at = 0; at < 10_000; at += 1) response.setHeader(`x-${at}`, 'y');
    response.end('hello');
  },
  '/image': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('hello'),
};

/** The most memory that a process has had so far; 0 once it has ended. */
function peakMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s*(\d+)/u.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

let place: Place;
let server: Server;
let asked: { path: string; agent: string; atMs: number }[];
let env: Record<string, string>;
let origin: string;

beforeEach(async () => {
  place = await createPlace();
  asked = [];
  server = createServer(({ url = '', headers }, response) => {
    asked.push({ path: url, agent: headers['user-agent'] ?? '', atMs: performance.now() });
    const attack = attacks[url];
    if (attack !== undefined) return void attack(response);
    const [status, body] = pages[url] ?? [404, 'Nothing is here.'];
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  env = { FETCH_ALLOW: `127.0.0.1:${port}`, CONTACT: 'editor@example.org' };
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await place.remove();
});

const linesOf = (out: string): unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

describe('capture', () => {
  it('saves pages as snapshots, politely, and says for each what came of it', { timeout: 60_000 }, async () => {
    const addresses = ['/colours', '/private/notes', '/gone'].map((path) => `${origin}${path}`);
    const { out, code } = await place.run(['capture', '--out', 'pages', ...addresses], { env });
    const [first, ...others] = linesOf(out) as { file: string }[];
    expect(first).toMatchObject({ url: addresses[0], ok: true });
    expect(first?.file).toMatch(/^pages.127\.0\.0\.1.colours-\w+\.md$/u);
    expect(others).toMatchObject([
      { url: addresses[1], ok: false, error: { code: 'disallowed' } },
      { url: addresses[2], ok: false, error: { code: 'not-found' } },
    ]);
    expect(code).toBe(1);
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/colours', '/gone']);
    expect(asked[0]?.agent).toMatch(/^Gazette\/\S+ \(\+editor@example\.org\)$/u);
    for (const [at, { atMs }] of asked.slice(1).entries()) expect(atMs - (asked[at]?.atMs ?? 0)).toBeGreaterThan(1900);
    const parsed = await place.run(['parse', first?.file ?? '']);
    const [line] = linesOf(parsed.out);
    expect(parsed.err).toBe('');
    expect(line).toMatchObject({
      ok: true,
      article: {
        url: addresses[0],
        title: 'The colours of the sea',
        authors: ['Ida Marsh'],
        publishedAt: '2024-03-01T06:30:00.000Z',
        language: 'en',
        sections: [{ text: story.map((text) => ({ kind: 'paragraph', spans: [{ text }] })) }],
      },
    });
  });

  it('saves into the folder of captured pages unless told another, and replaces an older file', {
    timeout: 60_000,
  }, async () => {
    const { code } = await place.run(['capture', `${origin}/colours`, `${origin}/colours`], { env });
    expect(code).toBe(0);
    const folder = join(place.folder, 'data/captured/127.0.0.1');
    const names = await readdir(folder);
    expect(names).toHaveLength(1);
    expect(await readFile(join(folder, names[0] ?? ''), 'utf8')).toContain(story[0]);
  });

  it('reaches nothing internal without permission', async () => {
    const { out, code } = await place.run([
      'capture',
      `${origin}/colours`,
      'http://[::1]/',
      'file:///etc/hosts',
      'colours',
    ]);
    expect(linesOf(out)).toMatchObject([
      { ok: false, error: { code: 'forbidden-address' } },
      { ok: false, error: { code: 'forbidden-address' } },
      { ok: false, error: { code: 'bad-address' } },
      { ok: false, error: { code: 'bad-address' } },
    ]);
    expect([code, asked]).toEqual([1, []]);
  });

  it('survives hostile servers in little memory', { timeout: 120_000 }, async ({ skip }) => {
    skip(process.platform !== 'linux', 'only Linux tells the peak memory of another process');
    const paths = ['/endless', '/bomb', '/headers', '/image'];
    // With the flags that every script of the project runs with.
    const program = [...nodeFlags, MAIN, 'capture', ...paths.map((path) => `${origin}${path}`)];
    const { child, ended } = place.startOther(process.execPath, program, env);
    const peaks: number[] = [];
    const look = setInterval(() => peaks.push(peakMegabytes(child.pid)), 50);
    const { out } = await ended.finally(() => clearInterval(look));
    expect(linesOf(out)).toMatchObject([
      { error: { code: 'too-large' } },
      { error: { code: 'too-large' } },
      { error: { code: 'bad-response' } },
      { error: { code: 'not-html' } },
    ]);
    expect(Math.max(...peaks)).toBeGreaterThan(50);
    expect(Math.max(...peaks)).toBeLessThan(220);
  });

  it.each([[['capture']], [['capture', '--out']], [['capture', '--fast', 'https://example.org/']]])(
    'says how to use it: %j',
    async (args) => {
      const { out, err, code } = await place.run(args);
      expect([out, code]).toEqual(['', 2]);
      expect(err).toContain('npm run --silent capture -- [--out FOLDER] ADDRESS…');
    },
  );
});
