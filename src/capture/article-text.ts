import { runsOf, textOf } from '../article/block-text.ts';
import { readBody } from '../snapshot/body.ts';
import { collapseSpace } from '../text/collapse-space.ts';

/** The text of an article as the parser reads it, with its headings; '' for HTML without text. */
export function articleText(html: string, context: { url: string; title: string }): string {
  if (html === '') return '';
  const { sections } = readBody(html, context);
  const lines = sections.flatMap(({ title, text }) => [
    title ?? '',
    ...text.flatMap((block) => runsOf(block).map(textOf)),
  ]);
  return collapseSpace(lines.join('\n'));
}
