import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { download } from '../../../adapters/shared/download.ts';

const LIMIT = { maxBytes: 100 };

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

it('downloads a text', async () => {
  const url = await serve((_, response) => response.end('{"a":"ü"}'));
  expect(await download(url, LIMIT)).toEqual({ text: '{"a":"ü"}' });
});

it('stops at the limit, without reading the rest', async () => {
  const url = await serve((_, response) => {
    response.write('x'.repeat(101)); // and never ends
  });
  expect(await download(url, LIMIT)).toEqual({ failure: 'too-large' });
});

it('follows no redirect', async () => {
  const asked: unknown[] = [];
  const url = await serve(({ url: path }, response) => {
    asked.push(path);
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect(await download(url, LIMIT)).toEqual({ failure: 'unreachable' });
  expect(asked).toEqual(['/']);
});

it('gives up a server that says nothing', async () => {
  const url = await serve(() => undefined);
  expect(await download(url, { ...LIMIT, timeoutMs: 50 })).toEqual({ failure: 'unreachable' });
});

it.each(['', 'no address', 'file:///etc/passwd', 'ftp://example.org/x', 'http://127.0.0.1:1/'])(
  'answers for %j instead of failing',
  async (url) => {
    expect(await download(url, LIMIT)).toEqual({ failure: 'unreachable' });
  },
);
