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

/** The authors that the text of an article names itself. */
export function authorsInText(html: string, context: { url: string; title: string }): string[] {
  const { authors, sections } = readBody(html, context);
  return [...new Set([...authors, ...sections.flatMap((section) => section.authors)])];
}
