import type { Link } from '../article/article.ts';
import { withRole } from '../article/links-of.ts';
import type { Audience } from '../locales/audience.ts';
import { subline } from './spans.ts';
import type { Block } from './view.ts';

/** Links as lists: those of the text, then related ones under a label. */
export function linkBlocks(links: readonly Link[], { t }: Audience): Block[] {
  const related = toList(withRole(links, 'related'));
  return [
    ...toList(withRole(links, 'inline')),
    ...(related.length === 0 ? [] : subline([t('links.related')])),
    ...related,
  ];
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
