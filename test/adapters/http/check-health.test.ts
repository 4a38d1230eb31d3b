import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../end-to-end/free-port.ts';

const SCRIPT = join(import.meta.dirname, '../../../adapters/http/check-health.ts');

async function serve(status: number): Promise<string> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/healthz' ? status : 404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
}

async function check(...args: string[]): Promise<number | null> {
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

it.each(['', '127.0.0.1', '0.0.0.0', '::'])('finds a bot that answers, listening at "%s"', async (host) => {
  expect(await check(await serve(200), host)).toBe(0);
});

it('finds that none answers, or not well', async () => {
  expect(await check(String(await freePort()), '')).toBe(1);
  expect(await check(await serve(500), '')).toBe(1);
});

it.each(['', '0'])('is content where the port is "%s"', async (port) => {
  expect(await check(port)).toBe(0);
});
