import { lettersOf } from '../text-coverage.ts';
import type { PageFacts } from './page-facts.ts';

const SITE_METAS = [
  'og:site_name',
  'application-name',
  'apple-mobile-web-app-title',
  'publisher',
  'dc.publisher',
  'twitter:site',
];

/** How the site of a page is called, only the letters and digits of each name. */
export function siteNames({ metas }: PageFacts, host: string): Set<string> {
  const bare = host.replace(/^www\./, '');
  const labels = bare.split('.').filter((label) => label.length > 3);
  const names = [...SITE_METAS.flatMap((name) => metas.get(name) ?? []), bare, ...labels];
  return new Set(names.map(lettersOf).filter((name) => name !== ''));
}
