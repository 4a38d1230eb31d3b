import { lettersOf } from '../text-coverage.ts';
import type { LdArticle } from './ld-article.ts';
import type { PageFacts } from './page-facts.ts';
import { plainText } from './plain-text.ts';
import { siteNames } from './site-names.ts';

/** Between a headline and the name of the site. */
const SEPARATOR = /\s+[|｜•·»«—–\-:：~/]+\s+|\s*[|｜]\s*|_/gu;
const MAX_UNITS = 1000;
const MIN_HEADLINE_LETTERS = 8;
/** How much each source counts. The title for social media is written for readers, the one of the window for search engines. */
const WEIGHTS = { social: 1.2, data: 1, heading: 1, card: 0.3, window: 0.3, other: 0.3 };

interface Candidate {
  text: string;
  weight: number;
}

/** The headline of a page without the name of its site: the one that most of its sources agree on. '' if it has none. */
export function chooseTitle(facts: PageFacts, article: LdArticle | undefined, host: string): string {
  const meta = (...names: string[]) => names.flatMap((name) => facts.metas.get(name)?.[0] ?? [])[0];
  const given = [
    { text: meta('og:title'), weight: WEIGHTS.social },
    { text: article?.headline, weight: WEIGHTS.data },
    { text: headingOf(facts, [article?.headline, meta('og:title'), facts.title]), weight: WEIGHTS.heading },
    { text: meta('twitter:title'), weight: WEIGHTS.card },
    { text: facts.title, weight: WEIGHTS.window },
    {
      text: meta('parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'citation_title'),
      weight: WEIGHTS.other,
    },
  ].map(({ text = '', weight }) => ({ text: plainText(text).slice(0, MAX_UNITS), weight }));
  const sites = siteNames(facts, host);
  const all = given.filter(({ text }) => lettersOf(text) !== '' && !sites.has(lettersOf(text)));
  const bare = all.map(({ text, weight }) => ({ text: withoutSite(text, { sites, others: all }), weight }));
  return mostAgreed(bare) ?? '';
}

/** Of several headings, the one that another source repeats; the name of the site may be one too. */
function headingOf({ headings }: PageFacts, titles: readonly (string | undefined)[]): string | undefined {
  const others = titles.map((title) => lettersOf(title ?? ''));
  const repeated = headings.find(
    (text) => lettersOf(text) !== '' && others.some((one) => one.startsWith(lettersOf(text))),
  );
  return repeated ?? headings[0];
}

function mostAgreed(candidates: readonly Candidate[]): string | undefined {
  const groups = [...Map.groupBy(candidates, ({ text }) => lettersOf(text)).values()];
  const sum = (group: readonly Candidate[]) => group.reduce((total, { weight }) => total + weight, 0);
  const [best = []] = groups.toSorted((a, b) => sum(b) - sum(a));
  return best.toSorted((a, b) => b.weight - a.weight)[0]?.text;
}

interface Context {
  sites: ReadonlySet<string>;
  others: readonly Candidate[];
}

/** Cuts what follows the headline: what the other sources do not have, or the name of the site. */
function withoutSite(title: string, { sites, others }: Context): string {
  const cuts = [...title.matchAll(SEPARATOR)].filter(({ index }) => index > 0);
  const known = new Set(others.map(({ text }) => lettersOf(text)).filter((one) => one.length >= MIN_HEADLINE_LETTERS));
  for (const { index } of cuts) if (known.has(lettersOf(title.slice(0, index)))) return title.slice(0, index).trim();
  for (const { index, 0: separator } of cuts.toReversed()) {
    const isSite = sites.has(lettersOf(title.slice(index + separator.length)));
    if (isSite) return withoutSite(title.slice(0, index).trim(), { sites, others });
  }
  return title;
}
