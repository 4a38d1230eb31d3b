import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPlace, type Place } from './process.ts';

const LIST = `<opml version="1.0"><body><outline text="News"><outline text="Harbour &amp; Sea" xmlUrl="https://a.example/feed"/>
  </outline><outline text="Bay" xmlUrl="https://b.example/feed"/></body></opml>`;

let place: Place;
beforeEach(async () => {
  place = await createPlace();
});
afterEach(() => place.remove());

it('follows the feeds of another reader, and writes them for one', async () => {
  await place.put({ 'list.opml': LIST });
  expect(await place.run(['opml', 'import', 'list.opml'])).toMatchObject({
    out: 'Feeds in list.opml: 2. New: 2. Already followed: 0.\n',
    code: 0,
  });
  expect((await place.run(['opml', 'import', 'list.opml'])).out).toContain('New: 0. Already followed: 2.');
  expect(await place.run(['opml', 'export', 'out.opml'])).toMatchObject({
    out: 'Feeds written to out.opml: 2.\n',
    code: 0,
  });
  const written = await readFile(join(place.folder, 'out.opml'), 'utf8');
  expect(written).toContain('text="Harbour &amp; Sea"');
  expect(written).toContain('xmlUrl="https://b.example/feed"');
});

it('says what is wrong with a file or with the command', async () => {
  await place.put({ 'page.html': '<html></html>' });
  const wrong = await place.run(['opml', 'import', 'page.html']);
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('page.html is not OPML')]);
  const missing = await place.run(['opml', 'import', 'none.opml']);
  expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('none.opml')]);
  expect((await place.run(['opml', 'list'])).code).toBe(2);
});
