import { sourceOf } from '../article/address.ts';

/** "Ferry stops - Harbour Post", "Ferry stops | CNN": the last part after a separator with spaces around it. */
const LAST_PART = /^(.{6,}?)\s+[-–—|｜_·»]+\s+([^|｜–—_·»]{2,40})$/su;
/** Domain labels that say nothing about the site. */
const GENERIC = new Set(['www', 'com', 'net', 'org', 'co', 'uk', 'news', 'blog', 'gov', 'edu']);
const MAX_PARTS = 2;
/** A longer title is left alone, in UTF-16 units; this also bounds the time. */
const MAX_UNITS = 400;

/**
 * A title without the name of the site at its end, where the page shows that it is one: the headline on the page lacks it, or
 * it is the name in the site's address. Anything else stays.
 */
export function withoutSiteSuffix(title: string, { url, headline }: { url: string; headline: string | null }): string {
  if (title.length > MAX_UNITS) return title;
  if (headline !== null && isTitleWithSuffix(title, headline)) return headline;
  const [, rest, last] = LAST_PART.exec(title) ?? [];
  return rest !== undefined && last !== undefined && isNameOf(last, url) ? rest : title;
}

function isTitleWithSuffix(title: string, headline: string): boolean {
  if (headline.length < 6 || !title.startsWith(headline) || title.length === headline.length) return false;
  let rest = title;
  for (let part = 0; part < MAX_PARTS && rest.length > headline.length; part += 1) {
    const separator = /^(.*\S)\s+[-–—|｜_·»]+\s+\S.{0,40}$/su.exec(rest);
    if (separator?.[1] === undefined) return false;
    rest = separator[1];
  }
  return rest === headline;
}

function isNameOf(name: string, url: string): boolean {
  const letters = lettersOf(name);
  const labels = sourceOf(url)
    .split('.')
    .filter((label) => label.length >= 3 && !GENERIC.has(label));
  return letters.length >= 3 && labels.some((label) => lettersOf(label) === letters);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
