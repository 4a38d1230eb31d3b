import type { Article } from '../../../src/article/article.ts';
import { isControlLabel, isMediaFallback, isSiteNotice } from '../../../src/html/boilerplate/boilerplate-text.ts';
import { isMetaLine, isNotice, isRule } from '../../../src/html/boilerplate/notices.ts';
import { isShareLine } from '../../../src/html/boilerplate/share-lines.ts';
import { isImageSource } from '../../../src/html/captions/read-credit.ts';
import { isRelatedHeading } from '../../../src/snapshot/cleaning/related-links.ts';
import { readLastLine } from '../../../src/snapshot/cleaning/sign-off.ts';
import { readByline } from '../../../src/text/bylines.ts';
import { isDateLabel, isDateLine } from '../../../src/text/date-lines.ts';

/** The parser's tests of a single line: what a line is, if it is no text of the article. */
const LINE_RULES = {
  headline: (line, { title }) => line.toLowerCase() === title.toLowerCase(),
  byline: (line, { authors }) => authors.includes(line) || readByline(line) !== undefined,
  date: (line) => isDateLine(line) || isDateLabel(line),
  label: (line) => isControlLabel(line) || isMediaFallback(line),
  notice: (line) => isNotice(line) || isSiteNotice(line),
  facts: (line) => isMetaLine(line) || isImageSource(line),
  drawn: (line) => isRule(line),
  sharing: (line) => isShareLine(line),
  announcement: (line) => isRelatedHeading(line),
  signOff: (line) => readLastLine(line) !== undefined,
} as const satisfies Record<string, (line: string, article: Article) => boolean>;

export type LineRule = keyof typeof LINE_RULES;

const RULES = Object.keys(LINE_RULES) as LineRule[];

/** The first of the parser's rules by which a line, with collapsed white space, is no text; undefined if it needs more than the line. */
export function ruleForLine(line: string, article: Article): LineRule | undefined {
  return RULES.find((rule) => LINE_RULES[rule](line, article));
}
