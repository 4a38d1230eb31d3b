import type { Link, Section } from '../article/article.ts';
import type { Reader } from '../locales/audience.ts';
import { subline } from './spans.ts';
import type { Block } from './view.ts';

/** The links of these sections in reading order, each address once; inline before related where it is both. */
export function linksOf(sections: readonly Section[]): Link[] {
  const links = sections.flatMap((section) => section.links);
  const byUrl = new Map<string, Link>();
  for (const link of [...withRole(links, 'inline'), ...withRole(links, 'related')]) {
    if (!byUrl.has(link.url)) byUrl.set(link.url, link);
  }
  return [...byUrl.values()];
}

/** Links as lists: those of the text, then the related ones under a line that says so. */
export function linkBlocks(links: readonly Link[], { t }: Reader): Block[] {
  const related = toList(withRole(links, 'related'));
  return [
    ...toList(withRole(links, 'inline')),
    ...(related.length === 0 ? [] : subline([t('links.related')])),
    ...related,
  ];
}

function withRole(links: readonly Link[], role: Link['role']): Link[] {
  return links.filter((link) => link.role === role);
}

function toList(links: readonly Link[]): Block[] {
  if (links.length === 0) return [];
  return [
    {
      kind: 'list',
      ordered: false,
      items: links.map(({ text, url }) => [{ kind: 'link', text: text.trim() === '' ? url : text, url }]),
    },
  ];
}
