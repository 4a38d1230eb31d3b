import { toAbsolute } from '../../article/address.ts';
import { type ChosenAuthors, chooseAuthors } from './choose-authors.ts';
import { chooseDate } from './choose-date.ts';
import { chooseTitle } from './choose-title.ts';
import { findStandfirstText } from './find-standfirst.ts';
import type { Page } from './read-page.ts';

/** What a page says of its article in its head. */
export interface PageDescription extends ChosenAuthors {
  title: string;
  /** ISO 8601 in UTC, or a date without a time. */
  published: string | undefined;
  language: string | undefined;
  image: string | undefined;
  /** The text beside the headline that sums the article up. */
  standfirst: string | undefined;
}

/** Reads what a page says of its article. A date in the future of `now` is none. */
export function describePage(page: Page, now: Date): PageDescription {
  const { url, facts, article } = page;
  const host = new URL(url).hostname;
  const metas = (...names: string[]) => names.flatMap((name) => facts.metas.get(name)?.[0] ?? [])[0];
  const image = metas('og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image') ?? article?.image;
  return {
    title: chooseTitle(facts, article, host),
    ...chooseAuthors(facts, article, host),
    published: chooseDate(facts, article, now),
    language: toTag(facts.language ?? article?.language ?? metas('og:locale', 'content-language', 'dc.language')),
    image: image === undefined ? undefined : toAbsolute(image, url),
    standfirst: findStandfirstText(page),
  };
}

/** A language tag as BCP 47 writes it; undefined for anything else. */
function toTag(language: string | undefined): string | undefined {
  const tag = language?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
}
