import { collapseSpace } from '../../text/collapse-space.ts';
import type { LdArticle } from './ld-article.ts';
import type { PageFacts } from './page-facts.ts';
import { plainText } from './plain-text.ts';

const TITLE_METAS = [
  'og:title',
  'twitter:title',
  'parsely-title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'sailthru.title',
];
/** Between a headline and the name of the site. */
const SEPARATOR = /\s+[|｜•·»—–\-:：]+\s+|[|｜]|_/gu;
const MAX_UNITS = 1000;

/** The headline of a page without the name of its site; '' if it has none. */
export function chooseTitle(facts: PageFacts, article: LdArticle | undefined, host: string): string {
  const given = [article?.headline, ...TITLE_METAS.map((name) => facts.metas.get(name)?.[0])];
  const candidates = [...given, facts.title, ...facts.headings]
    .map((title) => plainText(title ?? '').slice(0, MAX_UNITS))
    .filter((title) => title !== '');
  const heading = facts.headings.find((text) => candidates.some((other) => other !== text && startsAlike(other, text)));
  const [best = ''] = candidates;
  return withoutSite(best, { facts, host, heading });
}

function startsAlike(title: string, heading: string): boolean {
  const [one, other] = [lettersOf(title), lettersOf(heading)];
  return other.length >= 10 && one.startsWith(other);
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

interface Site {
  facts: PageFacts;
  host: string;
  heading: string | undefined;
}

/** Cuts what follows the headline: the site's name, or all that the page's own heading does not have. */
function withoutSite(title: string, { facts, host, heading }: Site): string {
  if (heading !== undefined && startsAlike(title, heading) && lettersOf(title) !== lettersOf(heading)) {
    const rest = [...title.matchAll(SEPARATOR)].find(
      ({ index }) => lettersOf(title.slice(0, index)) === lettersOf(heading),
    );
    if (rest !== undefined) return title.slice(0, rest.index).trim();
  }
  const names = siteNames(facts, host);
  for (const { index, 0: separator } of [...title.matchAll(SEPARATOR)].toReversed()) {
    const after = lettersOf(title.slice(index + separator.length));
    if (names.has(after) && index > 0) return withoutSite(title.slice(0, index).trim(), { facts, host, heading });
  }
  return collapseSpace(title);
}

function siteNames({ metas }: PageFacts, host: string): Set<string> {
  const named = [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'publisher',
    'dc.publisher',
    'twitter:site',
  ];
  const bare = host.replace(/^www\./, '');
  const labels = bare.split('.');
  const names = [
    ...named.flatMap((name) => metas.get(name) ?? []),
    bare,
    ...labels.filter((label) => label.length > 3),
  ];
  return new Set(names.map(lettersOf).filter((name) => name !== ''));
}
