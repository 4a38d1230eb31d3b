import type { Link, Section } from './article.ts';

/** The links of these sections in reading order, each address once; an address that is both is inline. */
export function linksOf(sections: readonly Section[]): Link[] {
  const links = sections.flatMap((section) => section.links);
  const byUrl = new Map<string, Link>();
  for (const link of [...withRole(links, 'inline'), ...withRole(links, 'related')]) {
    if (!byUrl.has(link.url)) byUrl.set(link.url, link);
  }
  return [...byUrl.values()];
}

export function withRole(links: readonly Link[], role: Link['role']): Link[] {
  return links.filter((link) => link.role === role);
}
