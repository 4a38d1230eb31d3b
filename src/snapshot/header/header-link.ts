/** The offsets of a line, without its line break, and its number from 1. */
export interface Line {
  start: number;
  end: number;
  number: number;
}

/** The header's link, as written. */
export interface HeaderLink {
  title: string;
  address: string;
  /** The link's last line, with the address. */
  last: Line;
  /** The rule under the link. */
  rule: Line | undefined;
}

const MAX_LINES = 20;
const MAX_TITLE_UNITS = 4_000;
const HTTP = /\s*<?https?:/iy;

/** The line that starts at `start`; undefined after the end of the text. */
export function lineAt(text: string, start: number, number: number): Line | undefined {
  if (start >= text.length) return undefined;
  const end = text.indexOf('\n', start);
  return { start, end: end === -1 ? text.length : end, number };
}

/** The first non-blank line from `line` on. */
export function nextNonBlank(text: string, line: Line | undefined): Line | undefined {
  let at = line;
  while (at !== undefined && text.slice(at.start, at.end).trim() === '') at = lineAt(text, at.end + 1, at.number + 1);
  return at;
}

/** Whether a line is a Markdown rule: only dashes, asterisks or underscores, three or more. */
function isRule(text: string, line: Line): boolean {
  return /^(?:-{3,}|\*{3,}|_{3,})$/.test(text.slice(line.start, line.end).trim());
}

function isHttp(text: string, at: number): boolean {
  HTTP.lastIndex = at;
  return HTTP.test(text);
}

/** The offset of the link's `](` in a line that ends with `)`: the last one before an http(s) address, else the last; -1 if none. */
function findLinkBracket(text: string, from: number, close: number): number {
  const last = text.lastIndexOf('](', close);
  for (let at = last; at >= from; at = at === 0 ? -1 : text.lastIndexOf('](', at - 1)) {
    if (isHttp(text, at + 2)) return at;
  }
  return last >= from ? last : -1;
}

/** Whether the bracket at `end` belongs to another link, after the first bracket was closed: "[Update] see [this](…)". */
function closesLaterBracket(text: string, start: number, end: number): boolean {
  let depth = 0;
  let closed = false;
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at);
    if (character === '[') depth += 1;
    else if (character === ']' && depth > 0) {
      depth -= 1;
      closed ||= depth === 0;
    }
  }
  return closed && depth > 0;
}

/**
 * Finds the header's link, `[title](address)`, which starts at `first.start`. The title may contain brackets and line
 * breaks, the address parentheses. Without a rule below it, the link must be unambiguous, so that the start of a body is
 * not taken for a header.
 */
export function findHeaderLink(text: string, first: Line): HeaderLink | undefined {
  let line: Line | undefined = first;
  while (line !== undefined && line.number - first.number < MAX_LINES && line.start - first.start <= MAX_TITLE_UNITS) {
    const content = text.slice(line.start, line.end).trimEnd();
    if (line !== first && (isRule(text, line) || /^\s*<[a-z!/]/i.test(content.slice(0, 80)))) return undefined;
    const close = line.start + content.length - 1;
    const bracket = content.endsWith(')') ? findLinkBracket(text, line.start, close) : -1;
    if (bracket !== -1) {
      const under = nextNonBlank(text, lineAt(text, line.end + 1, line.number + 1));
      const rule = under !== undefined && isRule(text, under) ? under : undefined;
      const isUnambiguous =
        (line === first || isHttp(text, bracket + 2)) && !closesLaterBracket(text, first.start, bracket);
      if (rule !== undefined || isUnambiguous) {
        return {
          title: text.slice(first.start + 1, bracket),
          address: text.slice(bracket + 2, close),
          last: line,
          rule,
        };
      }
    }
    line = lineAt(text, line.end + 1, line.number + 1);
  }
  return undefined;
}
