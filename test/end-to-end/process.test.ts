import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import process from 'node:process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPlace, type Place } from './process.ts';

const HELPER = new URL('process.ts', import.meta.url).href;
/** Runs until it is killed, and stays connected as long. */
const FOREVER = "require('node:net').connect(Number(process.env.PORT), '127.0.0.1'); setInterval(() => {}, 1e6)";

const server = createServer();
let place: Place;
let PORT: string;

beforeEach(async () => {
  place = await createPlace();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  PORT = String((server.address() as AddressInfo).port);
});
afterEach(async () => {
  await place.remove();
  server.close();
});

it('kills the programs of a place that is removed', async () => {
  const connected = once(server, 'connection');
  const { ended } = place.startOther(process.execPath, ['-e', FOREVER], { PORT });
  await connected;
  await place.remove();
  expect(await ended).toMatchObject({ code: null });
});

it.each([
  ['by themselves', 'process.exit(1)', [1, null]],
  ['by a signal', "process.kill(process.pid, 'SIGTERM')", [null, 'SIGTERM']],
])('kills them when the tests end %s before the place is removed', async (_how, end, expected) => {
  const connected = once(server, 'connection');
  const started = `(await createPlace()).startOther(process.execPath, ['-e', ${JSON.stringify(FOREVER)}], { PORT: '${PORT}' })`;
  const script = `import { createPlace } from '${HELPER}'; ${started}; process.stdin.once('data', () => ${end})`;
  const tests = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const [socket] = (await connected) as [Socket];
  const closed = once(
    socket.on('error', () => undefined),
    'close',
  );
  tests.stdin.write('end');
  expect(await once(tests, 'exit')).toEqual(expected);
  await closed;
});
