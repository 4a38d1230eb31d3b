import type { Article } from '../../../src/article/article.ts';
import type { Digest } from '../../../src/digest/digest.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { formatDate, formatDay } from '../../../src/locales/format-date.ts';
import { readingMinutes } from '../../../src/presenters/reading-time.ts';
import { mainPicture } from '../../../src/view/picture.ts';
import type { SocialCard } from './social-tags.ts';

/** An article in short, with its main picture. */
export function articleCard(article: Article, url: string, audience: Audience): SocialCard {
  const { t } = audience;
  const { title, source, summary, publishedAt } = article;
  const date = formatDate(publishedAt, audience);
  const minutes = t('about.minutes', { count: readingMinutes(article) });
  return {
    kind: 'article',
    title,
    url,
    description: summary,
    publishedAt,
    facts: [source, date, minutes].filter((fact) => fact !== undefined).join(' · '),
    lines: summary === '' ? [] : [{ text: summary }],
    image: mainPicture(article),
    original: { label: t('button.original'), url: article.url },
  };
}

/** A digest in short: the titles of its articles. */
export function digestCard({ title, date, total, items }: Digest, url: string, audience: Audience): SocialCard {
  const { origin } = new URL(url);
  return {
    kind: 'website',
    title: `${title} · ${formatDay(new Date(date), audience)}`,
    url,
    description: items.map((item) => item.title).join(' · '),
    publishedAt: null,
    facts: audience.t('digest.total', { count: total }),
    lines: items.map((item) => ({ text: item.title, url: `${origin}/articles/${item.id}` })),
    image: items.find(({ image }) => image !== null)?.image ?? undefined,
    original: undefined,
  };
}
