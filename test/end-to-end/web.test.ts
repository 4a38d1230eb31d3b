import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { startTelegram } from '../emulators/telegram/telegram.ts';
import { freePort } from './free-port.ts';
import { createPlace, type Place } from './process.ts';

const SNAPSHOT = `<!--1714550400000-->
[The harbour opens again](https://news.example/harbour)
------

<p>Boats came back on Wednesday, two years after the storm.</p>
<h2>What it cost</h2>
<p>Nobody knows yet what the new quay has cost the town.</p>
`;

let place: Place;
beforeEach(async () => {
  place = await createPlace();
});
afterEach(() => place.remove());

it('serves the library to a browser while the prompt is open, and stops with it', async () => {
  await place.put({ 'data/snapshots/harbour.md': SNAPSHOT });
  const port = await freePort();
  const bot = place.start(['start'], { WEB_PORT: String(port) });
  bot.child.stdin.write('/articles\n');
  await bot.shows('The harbour opens again');
  const address = `http://127.0.0.1:${port}/`;
  const list = await (await fetch(address)).text();
  const path = /href="\/(articles\/[a-z0-9]+)"/.exec(list)?.[1] ?? '';
  expect(await (await fetch(address + path)).text()).toContain('Nobody knows yet what the new quay has cost');
  bot.child.stdin.end();
  const { err, code } = await bot.ended;
  expect(code).toBe(0);
  expect(err).toContain(`The library is at ${address}`);
  await expect(fetch(address)).rejects.toThrow('fetch failed');
});

it('links digests to the public page', async () => {
  const telegram = await startTelegram();
  onTestFinished(() => telegram.stop());
  const port = await freePort();
  const { child, ended } = place.start([], {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    WEB_PORT: String(port),
    WEB_PUBLIC: 'yes',
    WEB_ADDRESS: 'https://news.example.org',
  });
  const reader = telegram.addUser();
  const texts = () => telegram.botMessages(reader.id);
  telegram.say(reader, reader.id, '/subscribe instant');
  await telegram.waitFor(() => texts().some(({ text }) => text?.includes('Subscribed')), 'a subscription');
  await place.put({ 'data/snapshots/harbour.md': SNAPSHOT });
  const links = () => texts().flatMap(({ entities = [] }) => entities.flatMap((one) => ('url' in one ? one.url : [])));
  const address = await telegram.waitFor(() => links().find((url) => url.includes('/editions/')), 'a link to the page');
  expect(address).toMatch(/^https:\/\/news\.example\.org\//u);
  const { pathname, search } = new URL(address);
  const page = await fetch(`http://localhost:${port}${pathname}${search}`);
  expect(await page.text()).toContain('The harbour opens again');
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0 });
});
