import { Parser } from 'htmlparser2';
import { pattern } from '../../text/pattern.ts';
import type { Document } from './dom.ts';
import { limitNesting } from './limit-nesting.ts';
import { createTreeBuilder } from './tree-builder.ts';

const TAG_WITHOUT_SPACE = pattern('gi')`
  <(
    a|abbr|article|b|blockquote|br|div|em|figcaption|figure|h[1-6]|i|iframe|img|li|main|ol|p|picture|section
    |small|source|span|strong|table|td|th|time|tr|ul|video
  )(?=
    (?:
      align|alt|class|content|data-[a-z-]+|datetime|height|href|id|rel|role|src|srcset|style|target|title|type
      |width
    )\s*=
  )
`;

/**
 * Parses HTML with htmlparser2, which tolerates errors and parses the content of `<noscript>`. Inserts the missing space in
 * tags such as `<divclass="x">`, which occur in real mirrors.
 */
export function parseHtml(html: string): Document {
  const builder = createTreeBuilder();
  new Parser(builder, { decodeEntities: true }).end(limitNesting(html.replace(TAG_WITHOUT_SPACE, '<$1 ')));
  return builder.document;
}
