import { toAbsolute } from '../../article/address.ts';
import { textBelow } from '../../html/tree/dom.ts';
import { parseHtml } from '../../html/tree/parse-html.ts';
import { collapseSpace } from '../../text/collapse-space.ts';
import { type DateOrTime, readDateLine, readStamp } from '../dates.ts';
import type { ParseError, ParseWarning } from '../parse-result.ts';
import { findHeaderLink, type HeaderLink, type Line, lineAt, nextNonBlank } from './header-link.ts';

/** The parsed header of a snapshot; `body` is the rest of the text, which starts on line `bodyLine`. */
export interface Header {
  ok: true;
  title: string;
  url: string;
  stampedAt: string | null;
  publishedAt: string | null;
  body: string;
  bodyLine: number;
  warnings: ParseWarning[];
}

interface StampComment {
  stampedAt: string | null;
  warning: ParseWarning | undefined;
  /** The first non-blank line after the stamp. */
  next: Line | undefined;
}

const MAX_STAMP_UNITS = 400;

function countBreaks(text: string): number {
  return text.split('\n').length - 1;
}

function readStampLine(text: string): StampComment {
  const first = nextNonBlank(text, lineAt(text, 0, 1));
  const indent = first === undefined ? 0 : text.slice(first.start, first.end).search(/\S/);
  if (first === undefined || !text.startsWith('<!--', first.start + indent)) {
    return { stampedAt: null, warning: undefined, next: first };
  }
  const open = first.start + indent + '<!--'.length;
  const start = text.slice(open, open + MAX_STAMP_UNITS);
  const length = start.indexOf('-->');
  const closed = length !== -1 && !start.slice(0, length).includes('[');
  const { stampedAt, problem } = readStamp(closed ? start.slice(0, length) : text.slice(open, first.end));
  const rest = closed
    ? lineAt(text, open + length + '-->'.length, first.number + countBreaks(start.slice(0, length)))
    : lineAt(text, first.end + 1, first.number + 1);
  const warning =
    problem === null ? undefined : warn('bad-stamp', `${problem} The article has no stamp.`, first.number);
  return { stampedAt, warning, next: nextNonBlank(text, rest) };
}

function warn(code: ParseWarning['code'], message: string, line: number | null): ParseWarning {
  return { code, message, line };
}

function refuse(code: ParseError['code'], message: string, line: number | null): { ok: false; error: ParseError } {
  return { ok: false, error: { code, message, line } };
}

/** Some feeds escape titles; only character references are decoded, so that no tag can result. */
function readTitle(raw: string): string {
  const title = raw.includes('&') ? textBelow(parseHtml(raw.replaceAll('<', '&lt;'))) : raw;
  return collapseSpace(title.toWellFormed());
}

function readUrl(address: string): string | undefined {
  const bare = address.trim().replace(/^<(.*)>$/s, '$1');
  return /^https?:/i.test(bare) ? toAbsolute(bare, bare) : undefined;
}

function toText(date: DateOrTime): string {
  return 'instant' in date ? date.instant : date.date;
}

interface HeaderParts {
  stamp: StampComment;
  link: HeaderLink;
  url: string;
}

function toHeader(text: string, { stamp, link, url }: HeaderParts): Header {
  const title = readTitle(link.title);
  const under = link.rule ?? link.last;
  const below = nextNonBlank(text, lineAt(text, under.end + 1, under.number + 1));
  const dated = below === undefined ? undefined : readDateLine(text.slice(below.start, below.end));
  const body = dated && below ? nextNonBlank(text, lineAt(text, below.end + 1, below.number + 1)) : below;
  const warnings = [
    stamp.warning,
    stamp.stampedAt === null && stamp.warning === undefined && dated === undefined
      ? warn('no-stamp', 'There is no stamp above the title, so versions of this article go by when they came.', null)
      : undefined,
    link.rule === undefined
      ? warn('no-rule', 'There is no rule (------) under the title.', link.last.number)
      : undefined,
    title === '' ? warn('no-title', 'The title is empty.', link.last.number) : undefined,
  ].filter((warning) => warning !== undefined);
  return {
    ok: true,
    title,
    url,
    stampedAt: stamp.stampedAt,
    publishedAt: dated === undefined ? null : toText(dated),
    body: body === undefined ? '' : text.slice(body.start),
    bodyLine: body?.number ?? under.number + 1,
    warnings,
  };
}

/**
 * Parses a snapshot's header: the stamp, the title linked to its address, the rule, and the date line that older files have
 * instead of a stamp. `text` is decoded, without a byte-order mark, with `\n` line ends. Never throws; linear.
 */
export function parseHeader(text: string): Header | { ok: false; error: ParseError } {
  if (text.trim() === '') return refuse('empty', 'The file is empty. Save the article again.', null);
  const stamp = readStampLine(text);
  const first = stamp.next;
  const start = first === undefined ? text.length : first.start + text.slice(first.start, first.end).search(/\S/);
  const link = first && text.startsWith('[', start) ? findHeaderLink(text, { ...first, start }) : undefined;
  if (first === undefined || link === undefined || link.address.trim() === '') {
    const message = 'There is no address here. A snapshot needs a line "[title](https://…)" above the article.';
    return refuse('no-address', message, link?.last.number ?? first?.number ?? null);
  }
  const url = readUrl(link.address);
  if (url === undefined) {
    const shown = collapseSpace(link.address).slice(0, 80);
    const message = `The address "${shown}" is no web address. It must begin with http:// or https://.`;
    return refuse('bad-address', message, link.last.number);
  }
  return toHeader(text, { stamp, link, url });
}
