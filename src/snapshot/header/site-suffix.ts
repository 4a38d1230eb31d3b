import { sourceOf } from '../../article/address.ts';

/** "Ferry stops - Harbour Post", "Ferry stops | CNN": the last part after a separator with spaces around it. */
const LAST_PART = /^(.{6,}\S)\s+([-–—|｜_·»]+)\s+(\S.{1,39})$/su;
/** "海港市人民政府门户网站": the name of an outlet by its last word. Behind a bar, it may be the source of a quotation. */
const OUTLET =
  /^(?=.{3,16}$)[\p{Script=Han}\d]+(?:网|網|网站|網站|日报|日報|晚报|晚報|早报|早報|电视台|電視台|广播电台|廣播電台|通讯社|通訊社|新闻网|新聞網)$/u;
/** Domain labels that say nothing about the site. */
const GENERIC = new Set(['www', 'com', 'net', 'org', 'co', 'uk', 'news', 'blog', 'gov', 'edu']);
const MAX_PARTS = 2;
/** A longer title is left alone, in UTF-16 units; this also bounds the time. */
const MAX_UNITS = 400;

/**
 * A title without the name of the site at its end, where the page shows that it is one: the headline on the page lacks it, or
 * the last part is the name in the site's address, or its last word says that it is an outlet. Anything else stays.
 */
export function withoutSiteSuffix(title: string, { url, headline }: { url: string; headline: string | null }): string {
  if (title.length > MAX_UNITS) return title;
  if (headline !== null && isTitleWithSuffix(title, headline)) return headline;
  let bare = title;
  for (let part = 0; part < MAX_PARTS; part += 1) {
    const [, rest, separator = '', last = ''] = LAST_PART.exec(bare) ?? [];
    if (rest === undefined || !(isNameOf(last, url) || (/^[-–—_]+$/u.test(separator) && OUTLET.test(last)))) break;
    bare = rest;
  }
  return bare;
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
  const letters = coreOf(name);
  if (letters.length < 3) return false;
  const labels = sourceOf(url)
    .split('.')
    .filter((label) => label.length >= 3 && !GENERIC.has(label));
  return labels
    .map(coreOf)
    .some((label) => label === letters || (letters.length >= MIN_PREFIX && label.startsWith(letters)));
}

/** A label of a host often adds a country or a word to the name: "theharbourpostng". */
const MIN_PREFIX = 8;

/** The letters of a name, without a leading article and without words that a site may add: "The Harbour News", "Harbour 中文". */
function coreOf(name: string): string {
  return lettersOf(name)
    .replace(/^the(?=.{4})/u, '')
    .replace(/(?<=.{3})(?:news|online|中文网?|新闻网?|新聞網?|com)$/u, '');
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
