import { request } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../adapters/http/app.ts';
import { serveHttp } from '../../../adapters/http/server.ts';
import { ConfigError } from '../../../src/config.ts';

const HOST = '127.0.0.1';

async function serve(reasons: readonly string[] = []) {
  const reported: unknown[] = [];
  const server = await serveHttp(
    { host: HOST, port: 0 },
    {
      reasons: async () => reasons,
      metrics: async () => ({ text: 'gazette_articles 3\n', contentType: 'text/plain; version=0.0.4' }),
      handlerAt: (path) => (path === '/hook' ? async (asked) => new Response(await asked.text()) : undefined),
      report: (error) => void reported.push(error),
    },
  );
  onTestFinished(() => server.stop());
  return { server, reported };
}

interface Asked {
  method?: string;
  host?: string;
}

/** Node's `fetch` lets nobody choose the Host header. */
function ask(port: number, path: string, { method = 'GET', host = `${HOST}:${port}` }: Asked = {}) {
  return new Promise<{ status: number; body: string; type: string }>((done, fail) => {
    const sent = request({ host: HOST, port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      const { statusCode: status = 0, headers } = response;
      response.on('end', () => done({ status, body, type: headers['content-type'] ?? '' }));
    });
    sent.on('error', fail).end();
  });
}

it('says that it lives, whether it is ready or not', async () => {
  const { server } = await serve(['The bot is starting.']);
  expect(await ask(server.address.port, '/healthz')).toMatchObject({ status: 200, body: '{"alive":true}' });
});

it('says that it is ready, or why not', async () => {
  const ready = await serve();
  expect(await ask(ready.server.address.port, '/readyz')).toMatchObject({ status: 200, body: '{"ready":true}' });
  const waiting = await serve(['telegram is not connected.']);
  const { status, body } = await ask(waiting.server.address.port, '/readyz');
  expect([status, JSON.parse(body)]).toEqual([503, { ready: false, reasons: ['telegram is not connected.'] }]);
});

it('shows the metrics as Prometheus reads them', async () => {
  const { server } = await serve();
  const { type, body } = await ask(server.address.port, '/metrics');
  expect([type, body]).toEqual(['text/plain; version=0.0.4', 'gazette_articles 3\n']);
});

it.each(['localhost', '10.0.0.7:9464', '[::1]:9464', 'gazette:9464'])('answers under the name %s', async (host) => {
  const { server } = await serve();
  expect((await ask(server.address.port, '/metrics', { host })).status).toBe(200);
});

it.each(['evil.example', 'evil.example:9464', '127.0.0.1.evil.example', 'a@b'])(
  'refuses the foreign name "%s"',
  async (host) => {
    const { server } = await serve();
    const { status, body } = await ask(server.address.port, '/metrics', { host });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('gazette_articles');
  },
);

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
  const { server } = await serve();
  expect((await ask(server.address.port, '/metrics', { method })).status).toBe(405);
});

it('hands posts to whoever listens at a path, under any name', async () => {
  const { server } = await serve();
  const answer = await fetch(`http://${HOST}:${server.address.port}/hook`, { method: 'POST', body: 'an update' });
  expect([answer.status, await answer.text()]).toEqual([200, 'an update']);
  expect((await ask(server.address.port, '/hook', { method: 'POST', host: 'bot.example' })).status).toBe(200);
  expect((await ask(server.address.port, '/hook')).status).toBe(404);
});

it.each([
  ['with its length', 'x'.repeat(1_000_001)],
  ['as a stream', new Blob(['x'.repeat(1_000_001)]).stream()],
])('refuses a body that is too long (%s)', async (_, body) => {
  const app = createApp({ ...never, handlerAt: () => () => Promise.reject(new Error('not asked')) });
  const headers = typeof body === 'string' ? { 'content-length': String(body.length) } : {};
  const asked = new Request('http://localhost/hook', { method: 'POST', body, headers, duplex: 'half' });
  expect((await app.request(asked)).status).toBe(413);
});

it('says what there is', async () => {
  const { server } = await serve();
  const { status, body } = await ask(server.address.port, '/');
  expect([status, body]).toEqual([404, 'There are /healthz, /readyz and /metrics.']);
});

it('rejects with what to do if the port is taken', async () => {
  const { server } = await serve();
  const second = serveHttp({ host: HOST, port: server.address.port }, { ...never });
  await expect(second).rejects.toThrow(ConfigError);
  await expect(second).rejects.toThrow(`HTTP_PORT ${server.address.port} is in use. Set another port.`);
});

it('rejects an address that the machine does not have', async () => {
  await expect(serveHttp({ host: '192.0.2.1', port: 0 }, { ...never })).rejects.toThrow('HTTP_HOST is not an address');
});

const never = {
  reasons: () => Promise.reject(new Error('not asked')),
  metrics: () => Promise.reject(new Error('not asked')),
  handlerAt: () => undefined,
  report: () => undefined,
};
