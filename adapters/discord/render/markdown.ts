import { gapBefore, type Run } from '../../../src/messaging/rich-text/rich-text.ts';
import { escapeCode, escapeLineStart, escapeText, ZERO_WIDTH } from './escape.ts';
import { toLink } from './masked-link.ts';
import type { Paragraph } from './paragraph.ts';

/** A backtick in front of one of another piece, or a colon in front of what it makes an emoji or an address. */
const MEETING = /^(?:``|:[\w+/-])/u;
const DELIMITER = { strong: '**', emphasis: '*' } as const;

/** Paragraphs as the Markdown of one text; all markup is closed, and text cannot forge any. */
export function toMarkdown(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((current, at) => gapBefore(current, paragraphs[at - 1]) + paragraphMarkdown(current)).join('');
}

function paragraphMarkdown({ runs, first, rest, code }: Paragraph): string {
  if (code) return toFence(runs.map(({ text }) => text).join(''));
  // Discord removes number signs at the end of a heading, also escaped ones.
  const isHeading = first.startsWith('#');
  // A line without words would show its prefix, or end its block; only a quote can have blank lines.
  const lines = toLines(runs).filter((line) => first === '' || first === '> ' || !isBlank(line));
  return lines
    .map((line, at) => prefixOf(line, at === 0 ? first : rest) + toLine(line))
    .map((line) => (isHeading && /#\s*$/u.test(line) ? line + ZERO_WIDTH : line))
    .join('\n');
}

/** A line with secondary text is in small print, which Discord knows only at the start of a line. */
function prefixOf(line: readonly Run[], prefix: string): string {
  return prefix === '' && line.some(({ style }) => style === 'subtle') ? '-# ' : prefix;
}

function isBlank(line: readonly Run[]): boolean {
  return line.every(({ text }) => text.trim() === '');
}

/** The code cannot end its own fence. */
function toFence(text: string): string {
  return `\`\`\`\n${escapeCode(text).replace(/`(?=``)/gu, `\`${ZERO_WIDTH}`)}\n\`\`\``;
}

function toLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    for (const [at, text] of run.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      const line = lines.at(-1);
      const last = line?.at(-1);
      if (last !== undefined && canMerge(last, run)) line?.splice(-1, 1, { ...last, text: last.text + text });
      else if (text !== '') line?.push({ ...run, text });
    }
  }
  return lines;
}

function canMerge(left: Run, right: Run): boolean {
  return left.style === right.style && left.href === undefined && right.href === undefined;
}

function toLine(runs: readonly Run[]): string {
  let line = '';
  let closed = false;
  for (const run of runs) {
    const piece = toPiece(run);
    const styled = isEmphasized(run);
    // `**strong***emphasis*` would be read as one delimiter, and an escaped backtick as one of the code.
    const last = line.at(-1);
    const meets = (closed && styled && piece.startsWith('*')) || (last !== undefined && MEETING.test(last + piece));
    line += meets ? ZERO_WIDTH + piece : piece;
    closed = styled && piece.endsWith('*');
  }
  return escapeLineStart(line);
}

function isEmphasized({ style, href }: Run): boolean {
  return href === undefined && (style === 'strong' || style === 'emphasis');
}

function toPiece({ text, style, href }: Run): string {
  if (href !== undefined) return toLink(text, href);
  switch (style) {
    case 'plain':
    case 'subtle':
      return escapeText(text);
    case 'strong':
    case 'emphasis':
      return emphasize(text, DELIMITER[style]);
    case 'code':
      return toCode(text);
    case 'markup':
      return text;
    default:
      return style satisfies never;
  }
}

/** Delimiters enclose the words without space, because Discord ignores delimiters with a space inside. */
function emphasize(text: string, delimiter: string): string {
  const words = text.trim();
  const from = text.indexOf(words);
  if (words === '') return text;
  return `${text.slice(0, from)}${delimiter}${escapeText(words)}${delimiter}${text.slice(from + words.length)}`;
}

/** Inline code between as many backticks as it does not contain in a row; plain text if that is not possible. */
function toCode(text: string): string {
  if (text.trim() === '') return text;
  const inside = new Set((text.match(/`+/gu) ?? []).map(({ length }) => length));
  // Three in a row begin a code block.
  const length = text.includes('```') ? undefined : [1, 2].find((count) => !inside.has(count));
  if (length === undefined) return escapeText(text);
  const fence = '`'.repeat(length);
  const edge = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${edge}${escapeCode(text)}${edge}${fence}`;
}
