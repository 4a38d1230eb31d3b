import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createFetcher, type Fetcher } from '../../../adapters/fetch/fetcher.ts';

let server: Server;
let origin: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let requests: IncomingMessage[];
let fetcher: Fetcher;

async function listen(handler: RequestListener): Promise<{ server: Server; port: number }> {
  const started = createServer(handler);
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return { server: started, port: (started.address() as AddressInfo).port };
}

function close(one: Server): Promise<void> {
  one.closeAllConnections();
  return new Promise((resolve) => one.close(() => resolve()));
}

beforeEach(async () => {
  requests = [];
  answer = (_, response) => response.end('hello');
  const started = await listen((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  ({ server } = started);
  origin = `http://127.0.0.1:${started.port}`;
  fetcher = createFetcher({
    allowed: new Set([`127.0.0.1:${started.port}`]),
    version: '1.0',
    contact: 'me@example.org',
  });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await fetcher.close();
  await close(server);
});

const refusedWith = (code: string) => ({ name: 'FetchError', code });
const fetchText = async (url: string) => new TextDecoder().decode((await fetcher.fetch(url)).body);

describe('a fetch', () => {
  it('gets the status, the headers and the body, whatever the status is', async () => {
    answer = (_, response) => response.writeHead(404, { 'content-type': 'text/html', etag: '"1"' }).end('gone');
    const fetched = await fetcher.fetch(`${origin}/a?b=c#d`, { headers: { 'if-none-match': '"0"' } });
    expect(fetched).toMatchObject({ url: `${origin}/a?b=c`, movedTo: undefined, status: 404 });
    expect(fetched.headers).toMatchObject({ 'content-type': 'text/html', etag: '"1"' });
    expect(new TextDecoder().decode(fetched.body)).toBe('gone');
    expect(requests[0]?.headers).toMatchObject({
      'if-none-match': '"0"',
      'user-agent': 'Gazette/1.0 (+me@example.org)',
    });
  });

  it('sends no cookie, no credentials and no referrer, also after a redirect that sets a cookie', async () => {
    answer = (request, response) =>
      request.url === '/'
        ? response.writeHead(302, { location: '/next', 'set-cookie': 'a=b' }).end()
        : response.writeHead(200, { 'set-cookie': 'c=d' }).end();
    await fetcher.fetch(origin);
    await fetcher.fetch(origin);
    for (const { headers } of requests)
      expect(Object.keys(headers)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/cookie|authorization|referer/)]),
      );
    expect(requests).toHaveLength(4);
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (text: string) => text],
    ['gzip, br', (text: string) => brotliCompressSync(gzipSync(text))],
  ])('decodes %s', async (encoding, encode) => {
    answer = (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(encode('日本語 text'));
    expect(await fetchText(origin)).toBe('日本語 text');
  });

  it('reads what a cut-off gzip still has', async () => {
    const whole = gzipSync('x'.repeat(100_000) + Math.random());
    answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole.subarray(0, -8));
    expect(await fetchText(origin)).toMatch(/^x{100000}/);
  });

  it('ends when it is aborted', async () => {
    answer = () => undefined;
    const stopping = new AbortController();
    const pending = fetcher.fetch(origin, { signal: stopping.signal });
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    stopping.abort();
    await expect(pending).rejects.toMatchObject(refusedWith('aborted'));
  });
});

describe('a redirect', () => {
  const chain = (steps: Readonly<Record<string, readonly [status: number, location: string]>>) => {
    answer = ({ url = '' }, response) => {
      const step = steps[url];
      if (step === undefined) response.end(`at ${url}`);
      else response.writeHead(step[0], { location: step[1] }).end();
    };
  };

  it('is followed, relative and absolute; what moved for good is remembered up to the first temporary one', async () => {
    chain({ '/a': [301, 'b'], '/b': [308, `${origin}/c#x`], '/c': [302, '/d'], '/d': [301, '/e'] });
    expect(await fetcher.fetch(`${origin}/a`)).toMatchObject({ url: `${origin}/e`, movedTo: `${origin}/c` });
    expect(await fetcher.fetch(`${origin}/c`)).toMatchObject({ url: `${origin}/e`, movedTo: undefined });
  });

  it('is followed five times at most, in a loop too', async () => {
    chain({ '/1': [302, '/2'], '/2': [302, '/3'], '/3': [302, '/4'], '/4': [302, '/5'], '/5': [302, '/6'] });
    expect(await fetchText(`${origin}/1`)).toBe('at /6');
    chain({ '/1': [302, '/1'] });
    await expect(fetcher.fetch(`${origin}/1`)).rejects.toMatchObject(refusedWith('too-many-redirects'));
  });

  it.each([
    ['http://127.0.0.2/', 'forbidden-address'],
    ['http://[::1]/', 'forbidden-address'],
    ['http://2130706433/', 'forbidden-address'],
    ['http://169.254.169.254/latest/meta-data/', 'forbidden-address'],
    ['file:///etc/passwd', 'bad-address'],
    ['gopher://example.org/', 'bad-address'],
    ['http://user:secret@example.org/', 'bad-address'],
    ['http://[', 'bad-response'],
  ])('to %s is refused: %s', async (location, code) => {
    chain({ '/a': [302, location] });
    const failed = fetcher.fetch(`${origin}/a`);
    await expect(failed).rejects.toMatchObject(refusedWith(code));
    await expect(failed).rejects.not.toThrow(/secret|169\.254/);
  });
});

describe('what is not on the public internet', () => {
  it.each([
    ...[
      'http://127.0.0.1/',
      'http://127.1/',
      'http://0/',
      'http://0.0.0.0/',
      'http://0x7f.0.0.1/',
      'http://0177.0.0.1/',
    ],
    ...['http://2130706433/', 'http://0x7f000001/', 'http://017700000001/', 'http://127.0.0.1./', 'http://①②⑦.0.0.1/'],
    ...['http://10.0.0.1/', 'http://172.16.3.4/', 'http://192.168.0.1/', 'http://100.64.1.1/', 'http://198.18.0.1/'],
    ...[
      'http://169.254.169.254/',
      'http://0xa9fea9fe/',
      'http://2852039166/',
      'http://224.0.0.1/',
      'http://255.255.255.255/',
    ],
    ...['http://[::]/', 'http://[::1]/', 'http://[::7f00:1]/', 'http://[::127.0.0.1]/', 'http://[::ffff:127.0.0.1]/'],
    ...[
      'http://[::ffff:7f00:1]/',
      'http://[0:0:0:0:0:ffff:10.0.0.1]/',
      'http://[64:ff9b::7f00:1]/',
      'http://[64:ff9b::10.0.0.1]/',
    ],
    ...[
      'http://[2002:7f00:1::]/',
      'http://[2001:0:7f00:1::]/',
      'http://[fc00::1]/',
      'http://[fd00::1]/',
      'http://[fe80::1]/',
    ],
    ...['http://[fec0::1]/', 'http://[ff02::1]/', 'http://[2001:db8::1]/', 'https://127.0.0.1/', 'https://[::1]:8443/'],
    ...['http://localhost/', 'http://LOCALHOST:8080/', 'http://127.0.0.1:8080/'],
    ...['http://%31%32%37.0.0.1/', 'http://127。0。0。1/', 'http://0x7f.1/', 'http://0177.1/', 'http://127.0.1/'],
    ...['http://00000177.0.0.1/', 'http://①②⑦.⓪.⓪.①/', 'http://127.0.0.1:65535/', 'http://[0000::1]/', 'http://1/'],
    ...['http://3232235521/', 'http://0300.0250.0.1/', 'http://127.0.0.1#@example.org/', 'http:\\\\127.0.0.1\\'],
    ...['http:127.0.0.1', 'http:///127.0.0.1/', 'http://127.255.255.254/', 'http://10.255.255.255/'],
    ...['http://172.31.255.255/', 'http://192.168.255.255/', 'http://100.127.255.255/', 'http://198.19.255.255/'],
    ...['http://192.0.0.192/', 'http://192.0.2.1/', 'http://192.88.99.1/', 'http://198.51.100.1/'],
    ...['http://203.0.113.1/', 'http://240.0.0.1/', 'http://100.100.100.200/', 'http://168.63.129.16/'],
    ...['http://[fd00:ec2::254]/', 'http://[64:ff9b:1::1]/', 'http://[::ffff:0:7f00:1]/', 'http://[100::1]/'],
    ...['http://[2001:20::1]/', 'http://[3fff::1]/', 'http://[5f00::1]/', 'http://[ff01::1]/', 'http://[febf::1]/'],
  ])('is not connected to: %s', async (url) => {
    await expect(fetcher.fetch(url)).rejects.toMatchObject(refusedWith('forbidden-address'));
    expect(requests).toEqual([]);
  });

  it.each([
    ...[
      '',
      'example.org',
      '//example.org',
      'ftp://example.org/',
      'file:///etc/passwd',
      'data:text/html,x',
      'javascript:1',
    ],
    ...['blob:http://example.org/1', 'ws://example.org/', 'http://', 'http://a b/', 'http://user@example.org/'],
    ...['http://:pass@example.org/', 'http://example.org:22/', 'http://example.org:25/', 'https://example.org:6/'],
  ])('or is no web address is refused: %j', async (url) => {
    await expect(fetcher.fetch(url)).rejects.toMatchObject(refusedWith('bad-address'));
  });

  it.each([
    ['http://127.0.0.1/', '127.0.0.1:443'],
    ['https://127.0.0.1/', '127.0.0.1:80'],
  ])('is refused if another port of its host is allowed: %s', async (url, address) => {
    const one = createFetcher({ allowed: new Set([address]), version: '1.0', contact: undefined });
    onTestFinished(() => one.close());
    await expect(one.fetch(url)).rejects.toMatchObject(refusedWith('forbidden-address'));
  });

  /** A fetcher for which each name resolves to these addresses, one list at each look. */
  function resolving(...looks: string[][]): { look: Fetcher; looks: () => number } {
    let at = 0;
    const look = createFetcher({
      allowed: new Set(),
      version: '1.0',
      contact: undefined,
      resolve: async () => {
        at += 1;
        return (looks[Math.min(at, looks.length) - 1] ?? []).map((address) => ({
          address,
          family: address.includes(':') ? 6 : 4,
        }));
      },
    });
    onTestFinished(() => look.close());
    return { look, looks: () => at };
  }

  it.each([['127.0.0.1'], ['10.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], ['fd00::1']])(
    'is not connected to where a name leads there: %s',
    async (address) => {
      const { look } = resolving([address]);
      const { port } = new URL(origin);
      await expect(look.fetch(`http://example.org:${port}/`)).rejects.toMatchObject(refusedWith('forbidden-address'));
      expect(requests).toEqual([]);
    },
  );

  it('is checked in the look that the connection uses, so that a name cannot change in between', async () => {
    const { look, looks } = resolving(['127.0.0.1'], ['93.184.216.34']);
    const { port } = new URL(origin);
    await expect(look.fetch(`http://rebinding.example:${port}/`)).rejects.toMatchObject(
      refusedWith('forbidden-address'),
    );
    expect([looks(), requests]).toEqual([1, []]);
  });

  it('may be named as an exception, with its port', async () => {
    expect(await fetchText(origin)).toBe('hello');
    const { port } = new URL(origin);
    await expect(fetcher.fetch(`http://localhost:${port}/`)).rejects.toMatchObject(refusedWith('forbidden-address'));
  });

  it('is not reached through a proxy either', async () => {
    vi.stubEnv('http_proxy', origin);
    vi.stubEnv('no_proxy', '');
    for (const url of ['http://10.0.0.1/', 'http://[::1]/', 'http://localhost/']) {
      await expect(fetcher.fetch(url)).rejects.toMatchObject(refusedWith('forbidden-address'));
    }
    expect(requests).toEqual([]);
    expect(await fetchText('http://93.184.216.34/page')).toBe('hello');
    expect(requests[0]?.url).toBe('http://93.184.216.34/page');
  });
});

describe('a hostile server', () => {
  const LIMITS = { maxBytes: 100_000, timeoutMs: 1500 };

  /** Sends raw bytes to whoever connects. */
  async function raw(send: (socket: Socket) => void): Promise<string> {
    const tcp = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      send(socket);
    });
    await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
    const { port } = tcp.address() as AddressInfo;
    const look = createFetcher({ allowed: new Set([`127.0.0.1:${port}`]), version: '1.0', contact: undefined });
    onTestFinished(async () => {
      await look.close();
      tcp.close();
    });
    fetcher = look;
    return `http://127.0.0.1:${port}/`;
  }

  it('that never ends is left at the limit of decoded bytes', async () => {
    answer = (_, response) => {
      const more = () => {
        while (response.write('x'.repeat(10_000)));
        response.once('drain', more);
      };
      more();
    };
    await expect(fetcher.fetch(origin, LIMITS)).rejects.toMatchObject(refusedWith('too-large'));
  });

  it.each(['gzip', 'br'])('that sends a bomb of %s is left at the limit', async (encoding) => {
    const zeros = Buffer.alloc(50_000_000);
    const bomb = encoding === 'gzip' ? gzipSync(zeros) : brotliCompressSync(zeros, { params: { 1: 1 } });
    answer = (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb);
    await expect(fetcher.fetch(origin, LIMITS)).rejects.toMatchObject(refusedWith('too-large'));
  });

  it.each([
    ['never answers', () => undefined],
    ['drips its headers', (socket: Socket) => drip(socket, 'HTTP/1.1 200 OK\r\nx: ')],
    ['drips its body', (socket: Socket) => drip(socket, 'HTTP/1.1 200 OK\r\n\r\n')],
  ])('that %s is left after a while', async (_, send) => {
    const url = await raw(send);
    await expect(fetcher.fetch(url, LIMITS)).rejects.toMatchObject(refusedWith('timeout'));
  });

  it.each([
    ['ten thousand headers', `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(10_000)}\r\n`],
    ['a header of a megabyte', `HTTP/1.1 200 OK\r\na: ${'b'.repeat(1_000_000)}\r\n\r\n`],
    ['no HTTP', '220 smtp.example ESMTP\r\n'],
    ['gzip that is none', 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 5\r\n\r\nhello'],
    ['an unknown encoding', 'HTTP/1.1 200 OK\r\ncontent-encoding: rot13\r\ncontent-length: 5\r\n\r\nhello'],
    ['many encodings', `HTTP/1.1 200 OK\r\ncontent-encoding: ${'gzip, '.repeat(50)}\r\ncontent-length: 5\r\n\r\nhello`],
  ])('that sends %s gives no answer that can be read', async (_, text) => {
    const url = await raw((socket) => socket.end(text));
    await expect(fetcher.fetch(url, LIMITS)).rejects.toMatchObject(refusedWith('bad-response'));
  });

  it('that hangs up cannot be reached', async () => {
    const url = await raw((socket) => socket.destroy());
    await expect(fetcher.fetch(url, LIMITS)).rejects.toMatchObject(refusedWith('unreachable'));
  });
});

/** Sends a start, then a byte at a time for ever. */
function drip(socket: Socket, start: string): void {
  socket.write(start);
  const timer = setInterval(() => socket.write('x'), 50);
  socket.on('close', () => clearInterval(timer));
}
