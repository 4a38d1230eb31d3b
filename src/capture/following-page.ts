import { toAbsolute } from '../article/address.ts';
import { attribute, findAllBelow } from '../html/tree/dom.ts';
import type { Page } from './head/read-page.ts';

/** The address of an article without the number of the page, and that number. */
interface Numbered {
  base: string;
  number: number;
}

/** Parameters that number pages; those of comments have other names. */
const PARAMETERS = ['page', 'p', 'pg', 'paged', 'seite', 'pagina', 'pageno', 'page_no'];
/** `/2`, `/page/2`, `/seite-2`, `/2.html`, `_2.html`, `-2.html`, `,2` at the end of a path. */
const IN_PATH = /(?:\/(?:page|seite|pagina|p)[/-]?|[/_,-])([1-9]\d?)((?:\.(?:s?html?|php|aspx?|jsp))?)\/?$/i;
const MAX_LINKS = 3000;

/** The address of the page that continues an article; undefined if there is none. */
export function findFollowingPage({ url, document }: Page): string | undefined {
  const current = numberOf(url);
  const links = findAllBelow(document, ({ name }) => name === 'a' || name === 'link').slice(0, MAX_LINKS);
  return links
    .filter((link) => link.name === 'a' || /\bnext\b/i.test(attribute(link, 'rel')))
    .map((link) => toAbsolute(attribute(link, 'href'), url))
    .filter((address) => address !== undefined && !/#.*comment/i.test(address))
    .find((address) => address !== undefined && continues(current, address));
}

/** A path without a number is the first page; one that ends in a number may be the address of a first page too. */
function continues(current: Numbered[], address: string): boolean {
  return numberOf(address).some((next) =>
    current.some((one) => one.base === next.base && next.number === one.number + 1),
  );
}

/** Every way to read an address as that of a page with a number. */
function numberOf(address: string): Numbered[] {
  const url = new URL(address);
  url.hash = '';
  const inQuery = PARAMETERS.find((name) => /^[1-9]\d?$/.test(url.searchParams.get(name) ?? ''));
  if (inQuery !== undefined) {
    const number = Number(url.searchParams.get(inQuery));
    url.searchParams.delete(inQuery);
    return [{ base: baseOf(url), number }];
  }
  const [ending, digits = '', extension = ''] = IN_PATH.exec(url.pathname) ?? [];
  const whole = { base: baseOf(url), number: 1 };
  if (ending === undefined) return [whole];
  url.pathname = url.pathname.slice(0, -ending.length) + extension;
  return [whole, { base: baseOf(url), number: Number(digits) }];
}

function baseOf({ host, pathname, search }: URL): string {
  return `${host}${pathname.replace(/\/$/, '')}${search}`;
}
