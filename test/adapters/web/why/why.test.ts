import { load } from 'cheerio';
import { expect, it } from 'vitest';
import { parseSnapshot } from '../../../../src/snapshot/parse.ts';
import { createFakeArrivals } from '../../../fakes/arrivals.ts';
import { createFakeDeliveryQueue } from '../../../fakes/delivery-queue.ts';
import { createFakeFeedStore } from '../../../fakes/feed-store.ts';
import { createFakeLibrary } from '../../../fakes/library.ts';
import { createFakeSubscriptionStore } from '../../../fakes/subscription-store.ts';
import { openPage } from '../open-page.ts';

const SNAPSHOT = `[مكتبة](https://ar.example/1)
------
<p>كتب جديدة في المكتبة العامة.</p><div class="share"><script>alert(1)</script><a onclick="alert(2)">"><img src=x></a></div>`;
const parsed = parseSnapshot(Buffer.from(SNAPSHOT));
if (!parsed.ok) throw new Error(parsed.error.message);
const { article } = parsed;

function open(readSnapshot: (file: string) => Promise<Uint8Array | undefined>, isPublic = false) {
  const stores = {
    subscriptions: createFakeSubscriptionStore(),
    deliveries: createFakeDeliveryQueue(),
    feeds: createFakeFeedStore(),
    arrivals: createFakeArrivals([article]),
    readSnapshot,
  };
  const access = { isPublic, origin: undefined, token: undefined };
  return openPage({ library: createFakeLibrary([article]), stores, access });
}

it('shows the markup of an article as text, and where it is', async () => {
  const files: string[] = [];
  const { get } = open(async (file) => {
    files.push(file);
    return Buffer.from(SNAPSHOT);
  });
  expect((await get(`/articles/${article.id}`)).text).toContain(`href="/articles/${article.id}/why"`);
  const $ = load((await get(`/articles/${article.id}/why`)).text);
  expect($('main').text()).toContain('كتب جديدة في المكتبة العامة.');
  expect($('main h1').attr('dir')).toBe('rtl');
  expect($('main script, main img, [onclick]').length).toBe(0);
  expect(files).toEqual(['a.md']);
});

it('says that the snapshot is gone', async () => {
  const { get } = open(async () => undefined);
  expect((await get(`/articles/${article.id}/why`)).text).toContain('The snapshot cannot be shown');
});

it('is not public', async () => {
  const { get } = open(async () => Buffer.from(SNAPSHOT), true);
  expect((await get(`/articles/${article.id}/why`)).status).toBe(404);
  expect((await get(`/articles/${article.id}`)).text).not.toContain('/why');
});
