import { expect, it } from 'vitest';
import type { Digest, DigestItem } from '../../src/digest/digest.ts';
import { createAudience } from '../../src/locales/audience.ts';
import type { Language } from '../../src/locales/languages.ts';
import { editionView } from '../../src/presenters/edition-view.ts';
import { makeEdition } from '../fakes/subscription.ts';
import { textsOf } from '../fixtures/view-contents.ts';

const EMPTY: Digest = {
  title: 'Daily',
  style: 'brief',
  isFallback: false,
  date: '2024-05-02T00:00:00.000Z',
  since: null,
  total: 0,
  first: 1,
  items: [],
  commands: { everything: '/edition a full', rest: '/edition a brief 2' },
};

const ITEM: DigestItem = {
  id: 'harbour01',
  title: 'The harbour opens again',
  url: 'https://news.example/harbour',
  source: 'news.example',
  publishedAt: null,
  summary: 'Boats came back.',
  image: null,
  images: 0,
  links: 0,
  sections: [],
};

it.each([
  ['en', 'Next digest: tomorrow 08:00 (Shanghai) · /subscriptions'],
  ['zh-CN', '下一期：明天 08:00（北京时间） · /subscriptions'],
  ['zh-TW', '下一期：明天 08:00（北京時間） · /subscriptions'],
] satisfies [Language, string][])(
  'a digest in %s ends with the next one, its zone, and a command',
  (language, footer) => {
    const edition = makeEdition('aaaaaa@now', { next: '2024-05-03T00:00:00.000Z' });
    const view = editionView(EMPTY, edition, createAudience(language, edition.zone));
    expect(textsOf(view).join('')).toContain(footer);
    expect(view.blocks.at(-1)).toMatchObject({ spans: [{}, {}, {}, { kind: 'command', name: 'subscriptions' }] });
  },
);

it('a digest with articles ends with its address on the web, if it has one', () => {
  const edition = makeEdition('aaaaaa@now', { next: '2024-05-03T00:00:00.000Z' });
  const audience = createAudience('en', edition.zone);
  const url = 'https://news.example.org/editions/1-2';
  const link = { spans: [{ kind: 'link', text: 'Open in the browser', url }] };
  const digest = { ...EMPTY, total: 1, items: [ITEM] };
  expect(editionView(digest, { ...edition, page: url }, audience).blocks.at(-1)).toMatchObject(link);
  expect(editionView(digest, edition, audience).blocks.at(-1)).not.toMatchObject(link);
  expect(editionView(EMPTY, { ...edition, page: url }, audience).blocks.at(-1)).not.toMatchObject(link);
});
