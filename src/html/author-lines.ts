import type { Span } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { isBylineLabel, namesIn } from '../text/bylines.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { isDateLine } from '../text/date-lines.ts';
import { isName } from '../text/names.ts';
import { endsWithStop } from '../text/sentences/sentence-end.ts';
import { isUserOf, withoutAt } from '../text/user-names.ts';
import { AUTHOR_PATH } from './authors/author-path.ts';
import { isCounterLine } from './boilerplate/counter-lines.ts';

/** A longer line is text, in UTF-16 units. */
const MAX_UNITS = 100;
const MAX_NAME_UNITS = 40;
/** What ends the parts of such a line, or surrounds them. */
const MARKS = /\s*[•·|»[\]()–—]+\s*/u;

/**
 * The name in a line that is only a link to somebody's page: who wrote an answer or a post. A label, a date and counters may
 * be beside it: "submitted 3 years ago by tom77", "tom77 12 points". Undefined for any other line.
 */
export function readAuthorLine(spans: readonly Span[], text: string): string[] | undefined {
  if (text.length > MAX_UNITS) return undefined;
  const links = spans.filter(({ href }) => href !== undefined);
  const [link] = links;
  if (link?.href === undefined || links.length > 1 || !AUTHOR_PATH.test(link.href)) return undefined;
  const name = collapseSpace(link.text);
  if (name.length > MAX_NAME_UNITS || endsWithStop(name)) return undefined;
  const isUser = isUserOf(link.href, name);
  if (!isUser && !isName(name)) return undefined;
  const beside = collapseSpace(textOf(spans.map((span) => (span === link ? { ...span, text: ' | ' } : span))));
  if (!beside.split(MARKS).every(isBesideName)) return undefined;
  return isUser ? [withoutAt(name)] : namesIn(name);
}

function isBesideName(part: string): boolean {
  return part === '' || isBylineLabel(part) || isDateLine(part.replace(BY_AT_END, '')) || isCounterLine(part);
}

const BY_AT_END = /\s+by$/iu;
