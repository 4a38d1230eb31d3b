import { isSameSite, toAbsolute } from '../../article/address.ts';
import type { Page } from './read-page.ts';

/** The address that a page gives itself, if it is one of the same site and not that of its front page; else where it came from. */
export function canonicalAddress({ url, facts }: Page): string {
  const declared = [
    facts.links.find(({ rel }) => rel.split(/\s+/).includes('canonical'))?.href,
    facts.metas.get('og:url')?.[0],
  ];
  const found = declared
    .flatMap((href) => (href === undefined ? [] : (toAbsolute(href, url) ?? [])))
    .find((address) => isSameSite(address, url) && !isFront(address));
  const chosen = new URL(found ?? url);
  chosen.hash = '';
  return chosen.href;
}

function isFront(address: string): boolean {
  const { pathname, search } = new URL(address);
  return pathname === '/' && search === '';
}
