import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { checkPort } from '../../../adapters/http/check-port.ts';
import { freePort } from '../../end-to-end/free-port.ts';

const HOST = '127.0.0.1';

async function answering(body: string): Promise<number> {
  const server = createServer((_, response) => response.end(body)).listen(0, HOST);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

it('tells a free port, and leaves it free', async () => {
  const port = await freePort();
  expect(await checkPort({ host: HOST, port })).toBe('free');
  expect(await checkPort({ host: HOST, port })).toBe('free');
});

it('tells a bot that is running from another program', async () => {
  expect(await checkPort({ host: HOST, port: await answering('{"alive":true}') })).toBe('served');
  const port = await answering('hello');
  expect(await checkPort({ host: HOST, port })).toEqual({ problem: `HTTP_PORT ${port} is in use. Set another port.` });
});

it('tells an address that the machine does not have', async () => {
  const found = await checkPort({ host: '192.0.2.1', port: await freePort() });
  expect(found).toEqual({ problem: expect.stringContaining('HTTP_HOST is not an address of this machine') as string });
});
