import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPlace, type Place } from './process.ts';

let place: Place;
beforeEach(async () => {
  place = await createPlace();
});
afterEach(() => place.remove());

const feeds = (...hosts: string[]) =>
  `<opml version="1.0"><body>${hosts.map((host) => `<outline xmlUrl="https://${host}/feed"/>`).join('')}</body></opml>`;

it('backs up while the bot runs, and restores after it has stopped', async () => {
  await place.put({ 'one.opml': feeds('one.invalid'), 'two.opml': feeds('two.invalid') });
  const bot = place.start(['chat']);
  bot.child.stdin.write('/help\n');
  await bot.shows('/article');
  await place.run(['opml', 'import', 'one.opml']);
  expect(await place.run(['backup', 'day.backup'])).toMatchObject({
    out: 'Backed up data/state.sqlite to day.backup, and checked the copy: subscriptions: 0, articles: 0.\n',
    code: 0,
  });
  const early = await place.run(['restore', 'day.backup']);
  expect([early.code, early.err]).toEqual([1, expect.stringContaining('Stop that one first')]);
  await place.run(['opml', 'import', 'two.opml']);
  bot.child.stdin.end();
  await bot.ended;
  const restored = await place.run(['restore', 'day.backup']);
  expect(restored.out).toContain('Restored data/state.sqlite from day.backup: subscriptions: 0, articles: 0.\n');
  expect(restored.out).toMatch(/What was in data\/state\.sqlite before is in data\/state\.sqlite\.\d{4}/);
  expect((await place.run(['opml', 'export', 'out.opml'])).out).toBe('Feeds written to out.opml: 1.\n');
});

it('never overwrites a file, and says what is missing', async () => {
  await place.put({ 'notes.txt': 'mine' });
  const taken = await place.run(['backup', 'notes.txt']);
  expect([taken.code, taken.err]).toEqual([2, 'notes.txt already exists. Name a file that does not.\n']);
  const missing = await place.run(['restore', 'none.backup']);
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('none.backup does not exist.')]);
  expect((await place.run(['backup'])).err).toContain('Usage: npm run backup -- FILE');
});
