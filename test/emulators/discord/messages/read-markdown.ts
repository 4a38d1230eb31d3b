/** A Markdown text as a person sees it on Discord. */
export interface MarkdownText {
  /** The text without the markup that Discord removes. */
  text: string;
  /** The addresses of all links, in order. */
  addresses: string[];
  /** Everything that is not plain text: `bold`, `mention`, `emoji`, …, with its text. */
  marks: { kind: MarkKind; text: string }[];
}

type MarkKind =
  | 'heading'
  | 'small'
  | 'quote'
  | 'item'
  | 'pre'
  | 'code'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'struck'
  | 'spoiler'
  | 'link'
  | 'mention'
  | 'time'
  | 'emoji';

interface Rule {
  pattern: RegExp;
  read(match: RegExpExecArray, result: MarkdownText): boolean;
}

const MAX_DEPTH = 12;

/**
 * Reads Discord's Markdown by the rules of simple-markdown, which its client uses, and Discord's own rules:
 * https://support.discord.com/hc/en-us/articles/210298617, https://docs.discord.com/developers/reference#message-formatting
 */
export function readMarkdown(source: string): MarkdownText {
  const result: MarkdownText = { text: '', addresses: [], marks: [] };
  readLines(source.trim(), result, 0);
  return result;
}

function readLines(source: string, result: MarkdownText, depth: number): void {
  let rest = source;
  while (rest !== '') {
    const taken = depth > MAX_DEPTH ? 0 : readBlock(rest, result, depth);
    if (taken > 0) rest = rest.slice(taken);
    else {
      const end = endOfText(rest);
      readInline(rest.slice(0, end), result, true);
      rest = rest.slice(end);
    }
  }
}

/** Ends before the next line that begins another block; a code block may span lines. */
function endOfText(source: string): number {
  for (const match of source.matchAll(/\n/gu)) {
    const next = source.slice(match.index + 1);
    const before = source.slice(0, match.index);
    if (BLOCK_STARTS.some((start) => start.test(next)) && countFences(before) % 2 === 0) return match.index + 1;
  }
  return source.length;
}

function countFences(text: string): number {
  return text.match(/```/gu)?.length ?? 0;
}

const HEADING = /^ *(#{1,3})\s+((?!#)[^\n]+?)#*\s*(?:\n|$)/u;
const SMALL = /^-# +((?!(?:-#)+)[^\n]+?) *(?:\n|$)/u;
const QUOTE_ALL = /^ *>>> +([\s\S]*)/u;
const QUOTE = /^(?: *>(?!>>) +[^\n]*(?:\n|$))+/u;
const ITEM = /^( *)([*+-]|\d+\.) +([^\n]*(?:\n|$)(?: +[^\n]+(?:\n|$))*)/u;
const FENCE = /^```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][\s\S]*?)\n*```\n?/iu;
const BLOCK_STARTS = [HEADING, SMALL, QUOTE_ALL, QUOTE, /^ *(?:[*+-]|\d+\.) +\S/u, FENCE];

function readBlock(source: string, result: MarkdownText, depth: number): number {
  const heading = HEADING.exec(source);
  if (heading) {
    readBlockContent('heading', result, () => readInline(heading[2] ?? '', result, true));
    return heading[0].length;
  }
  const smallText = SMALL.exec(source);
  if (smallText) {
    readBlockContent('small', result, () => readInline(smallText[1] ?? '', result, true));
    return smallText[0].length;
  }
  const all = QUOTE_ALL.exec(source);
  if (all) {
    readBlockContent('quote', result, () => readLines(all[1] ?? '', result, depth + 1));
    return all[0].length;
  }
  const quote = QUOTE.exec(source);
  if (quote) {
    const inner = quote[0].replace(/^ *> +/gmu, '');
    readBlockContent('quote', result, () => readLines(inner, result, depth + 1));
    return quote[0].length;
  }
  const fence = FENCE.exec(source);
  if (fence) {
    readBlockContent('pre', result, () => append(fence[1] ?? '', result));
    return fence[0].length;
  }
  return readItem(source, result, depth);
}

function readItem(source: string, result: MarkdownText, depth: number): number {
  const item = ITEM.exec(source);
  if (!item?.[3]?.trim()) return 0;
  const inner = item[3].replace(/\n +/gu, '\n');
  append(/\d/u.test(item[2] ?? '') ? `${item[2]} ` : '• ', result);
  readBlockContent('item', result, () => readLines(inner, result, depth + 1));
  return item[0].length;
}

/** The content of a block is on its own line. */
function readBlockContent(kind: MarkKind, result: MarkdownText, read: () => void): void {
  mark(kind, result, read);
  if (!result.text.endsWith('\n')) append('\n', result);
}

function mark(kind: MarkKind, result: MarkdownText, read: () => void): void {
  const from = result.text.length;
  const at = result.marks.push({ kind, text: '' }) - 1;
  read();
  result.marks[at] = { kind, text: result.text.slice(from).trim() };
}

function append(text: string, result: MarkdownText): void {
  result.text += text;
}

function marked(kind: MarkKind, links = true): Rule['read'] {
  return (match, result) => {
    mark(kind, result, () => readInline(match[1] ?? match[2] ?? '', result, links));
    return true;
  };
}

function verbatim(kind: MarkKind): Rule['read'] {
  return (match, result) => {
    mark(kind, result, () => append(match[0], result));
    return true;
  };
}

function inner(kind: MarkKind): Rule['read'] {
  return (match, result) => {
    mark(kind, result, () => append(match[1] ?? '', result));
    return true;
  };
}

function readEscaped(match: RegExpExecArray, result: MarkdownText): boolean {
  append(match[1] ?? '', result);
  return true;
}

const MASKED =
  /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"][\s\S]*?['"])?\s*\)/u;

/** The inline rules, in order; the first match wins. */
const RULES: readonly Rule[] = [
  { pattern: FENCE, read: inner('pre') },
  { pattern: /^\\([^0-9A-Za-z\s])/u, read: readEscaped },
  { pattern: /^<(https?:\/\/[^ >]+)>/u, read: (match, result) => readAddress(match[1] ?? '', result) },
  { pattern: /^https?:\/\/[^\s<]+[^<.,:;"'\]\s]/u, read: (match, result) => readAddress(match[0], result) },
  { pattern: MASKED, read: readMasked },
  { pattern: /^(?:@everyone|@here|<@[!&]?\d+>|<#\d+>|<\/[^>:]+:\d+>|<id:\w+>)/u, read: verbatim('mention') },
  { pattern: /^<t:-?\d+(?::[tTdDfFRsS])?>/u, read: verbatim('time') },
  { pattern: /^(?:<a?:\w+:\d+>|:[\w+-]+:)/u, read: verbatim('emoji') },
  { pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/u, read: marked('bold') },
  { pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/u, read: marked('underline') },
  {
    pattern:
      /^\b_((?:__|\\[\s\S]|[^\\_])+?)_\b|^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/u,
    read: marked('italic'),
  },
  { pattern: /^~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/u, read: marked('struck') },
  { pattern: /^\|\|([\s\S]+?)\|\|/u, read: marked('spoiler') },
  {
    pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/u,
    read: (match, result) => {
      mark('code', result, () => append((match[2] ?? '').replace(/^ (?= *`)|(` *) $/gu, '$1'), result));
      return true;
    },
  },
];

function readAddress(url: string, result: MarkdownText): boolean {
  const address = withoutOpenEnd(url);
  result.addresses.push(address);
  append(address + url.slice(address.length), result);
  return true;
}

function withoutOpenEnd(url: string): string {
  const closed = url.split(')').length > url.split('(').length;
  return url.endsWith(')') && closed ? withoutOpenEnd(url.slice(0, -1)) : url;
}

/** discord-api-docs#7673, #7510, #6810 */
const EMOJI = /(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\uFE0F|\u20E3/u;

/** A link whose text contains an address, an emoji or no words is shown as its source. */
function readMasked(match: RegExpExecArray, result: MarkdownText): boolean {
  const [, label = '', url = ''] = match;
  const inner: MarkdownText = { text: '', addresses: [], marks: [] };
  readInline(label, inner, false);
  const isWeb = /^https?:\/\//iu.test(url) && URL.canParse(url);
  if (EMOJI.test(label)) return false;
  if (!isWeb || inner.text.trim() === '' || /[a-z]+:\/\//iu.test(inner.text)) return false;
  result.addresses.push(url);
  result.marks.push({ kind: 'link', text: inner.text }, ...inner.marks);
  append(inner.text, result);
  return true;
}

function readInline(source: string, result: MarkdownText, links: boolean): void {
  let rest = source;
  while (rest !== '') {
    const taken = readOne(rest, result, links);
    rest = rest.slice(taken);
  }
}

const PLAIN = /^[0-9\s\u00C0-\u{10FFFF}]+|^[A-Za-z0-9](?:(?!https?:\/\/)[A-Za-z0-9])*/u;

function readOne(source: string, result: MarkdownText, links: boolean): number {
  const plain = PLAIN.exec(source)?.[0];
  if (plain !== undefined && !/^https?:\/\//u.test(source)) {
    append(plain, result);
    return plain.length;
  }
  for (const { pattern, read } of RULES) {
    if (!links && pattern === MASKED) continue;
    const match = pattern.exec(source);
    if (match !== null && read(match, result)) return match[0].length;
  }
  const one = String.fromCodePoint(source.codePointAt(0) ?? 0);
  append(one, result);
  return one.length;
}
