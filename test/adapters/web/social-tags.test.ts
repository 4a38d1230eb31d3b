import { load } from 'cheerio';
import { expect, it } from 'vitest';
import { type SocialCard, socialTags } from '../../../adapters/web/embed/social-tags.ts';

const CARD: SocialCard = {
  kind: 'article',
  title: 'Boats "&" bridges',
  description: 'They came back.',
  url: 'https://bot.example/articles/1',
  facts: 'news.example',
  lines: [],
  image: undefined,
  original: undefined,
  publishedAt: null,
};

async function tagsOf(card: SocialCard): Promise<Record<string, string>> {
  const $ = load((await socialTags(card)).toString());
  const entries = $('meta')
    .toArray()
    .map(({ attribs }) => [attribs['property'] ?? attribs['name'] ?? '', attribs['content'] ?? '']);
  return Object.fromEntries(entries) as Record<string, string>;
}

const TEXT = {
  'og:type': 'article',
  'og:site_name': 'Gazette',
  'og:title': 'Boats "&" bridges',
  'og:description': 'They came back.',
  'og:url': 'https://bot.example/articles/1',
};

it('describes a page without a picture by its texts', async () => {
  expect(await tagsOf(CARD)).toEqual(TEXT);
});

it('shows a picture in large size, and the time', async () => {
  const image = { url: 'https://img.example/quay.jpg', alt: 'The quay' };
  const publishedAt = '2024-05-01T08:30:00.000Z';
  expect(await tagsOf({ ...CARD, image, publishedAt })).toEqual({
    ...TEXT,
    'og:image': image.url,
    'og:image:alt': 'The quay',
    'article:published_time': publishedAt,
    'twitter:card': 'summary_large_image',
  });
});
