import { afterEach, beforeEach, expect, it } from 'vitest';
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
