import { escapeCode, escapeLineStart, escapeText, ZERO_WIDTH } from './escape.ts';
import { toLink } from './masked-link.ts';
import type { Paragraph, Run } from './paragraph.ts';

const MARK = { strong: '**', emphasis: '*' } as const;

/** Paragraphs as the Markdown of one text; marks are always closed, and text can forge none. */
export function toMarkdown(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((one, at) => gapBefore(one, paragraphs[at - 1]) + paragraphMarkdown(one)).join('');
}

/** What stands between a paragraph and the one before it. */
export function gapBefore(one: Paragraph, before: Paragraph | undefined): '' | '\n' | '\n\n' {
  if (before === undefined) return '';
  return one.tight ? '\n' : '\n\n';
}

function paragraphMarkdown({ runs, first, rest, code }: Paragraph): string {
  if (code) return toFence(runs.map(({ text }) => text).join(''));
  // Discord leaves out signs at the end of a heading, escaped ones too.
  const isHeading = first.startsWith('#');
  // A line without words would show its mark, or end what it stands in; a quote has an unmarked look for it.
  const lines = toLines(runs).filter((line) => first === '' || first === '> ' || !isBlank(line));
  return lines
    .map((line, at) => (at === 0 ? first : rest) + toLine(line))
    .map((line) => (isHeading && /#\s*$/u.test(line) ? line + ZERO_WIDTH : line))
    .join('\n');
}

function isBlank(line: readonly Run[]): boolean {
  return line.every(({ text }) => text.trim() === '');
}

/** Program text cannot end the fence it stands in. */
function toFence(text: string): string {
  return `\`\`\`\n${escapeCode(text).replace(/`(?=``)/gu, `\`${ZERO_WIDTH}`)}\n\`\`\``;
}

function toLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const one of runs) {
    for (const [at, text] of one.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      const line = lines.at(-1);
      const before = line?.at(-1);
      if (before !== undefined && isAlike(before, one)) line?.splice(-1, 1, { ...before, text: before.text + text });
      else if (text !== '') line?.push({ ...one, text });
    }
  }
  return lines;
}

function isAlike(one: Run, other: Run): boolean {
  return one.style === other.style && one.href === undefined && other.href === undefined;
}

function toLine(runs: readonly Run[]): string {
  let line = '';
  let closed = false;
  for (const one of runs) {
    const piece = toPiece(one);
    const styled = isMarked(one);
    // `**strong***emphasis*` would be read as one, and an escaped backtick would be counted to those of program text.
    const meets = (closed && styled && piece.startsWith('*')) || (line.endsWith('`') && piece.startsWith('`'));
    line += meets ? ZERO_WIDTH + piece : piece;
    closed = styled && piece.endsWith('*');
  }
  return escapeLineStart(line);
}

function isMarked({ style, href }: Run): boolean {
  return href === undefined && (style === 'strong' || style === 'emphasis');
}

function toPiece({ text, style, href }: Run): string {
  if (href !== undefined) return toLink(text, href);
  switch (style) {
    case 'plain':
      return escapeText(text);
    case 'strong':
    case 'emphasis':
      return toMarked(text, MARK[style]);
    case 'code':
      return toCode(text);
    case 'time':
      return text;
    default:
      return style satisfies never;
  }
}

/** Marks stand close to the words: with a space inside of them Discord shows them as they are. */
function toMarked(text: string, mark: string): string {
  const words = text.trim();
  const from = text.indexOf(words);
  if (words === '') return text;
  return `${text.slice(0, from)}${mark}${escapeText(words)}${mark}${text.slice(from + words.length)}`;
}

/** Program text in a line stands between backticks of a number that it has not itself; with none left, it is plain. */
function toCode(text: string): string {
  if (text.trim() === '') return text;
  const inside = new Set((text.match(/`+/gu) ?? []).map(({ length }) => length));
  // Three in a row begin a block of program text.
  const length = text.includes('```') ? undefined : [1, 2].find((count) => !inside.has(count));
  if (length === undefined) return escapeText(text);
  const fence = '`'.repeat(length);
  const edge = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${edge}${escapeCode(text)}${edge}${fence}`;
}
