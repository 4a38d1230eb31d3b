/** What a person sees of a text on Discord. */
export interface Reading {
  /** The words, without the markup that Discord takes out. */
  text: string;
  /** What a press can open, in order. */
  addresses: string[];
  /** Everything that is not shown as the plain characters that it is: `bold`, `mention`, `emoji`, …, with what stands in it. */
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
  read(match: RegExpExecArray, reading: Reading): boolean;
}

const MAX_DEPTH = 12;

/**
 * Reads Discord's Markdown by the rules of simple-markdown, which its client is built on, with Discord's own added:
 * https://support.discord.com/hc/en-us/articles/210298617, https://docs.discord.com/developers/reference#message-formatting
 */
export function readMarkdown(source: string): Reading {
  const reading: Reading = { text: '', addresses: [], marks: [] };
  readLines(source.trim(), reading, 0);
  return reading;
}

function readLines(source: string, reading: Reading, depth: number): void {
  let rest = source;
  while (rest !== '') {
    const taken = depth > MAX_DEPTH ? 0 : readBlock(rest, reading, depth);
    if (taken > 0) rest = rest.slice(taken);
    else {
      const end = endOfText(rest);
      readInline(rest.slice(0, end), reading, true);
      rest = rest.slice(end);
    }
  }
}

/** Up to the next line at which another block begins; program text may stand over several lines. */
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

function readBlock(source: string, reading: Reading, depth: number): number {
  const heading = HEADING.exec(source);
  if (heading) {
    within('heading', reading, () => readInline(heading[2] ?? '', reading, true));
    return heading[0].length;
  }
  const smallText = SMALL.exec(source);
  if (smallText) {
    within('small', reading, () => readInline(smallText[1] ?? '', reading, true));
    return smallText[0].length;
  }
  const all = QUOTE_ALL.exec(source);
  if (all) {
    within('quote', reading, () => readLines(all[1] ?? '', reading, depth + 1));
    return all[0].length;
  }
  const quote = QUOTE.exec(source);
  if (quote) {
    const inner = quote[0].replace(/^ *> +/gmu, '');
    within('quote', reading, () => readLines(inner, reading, depth + 1));
    return quote[0].length;
  }
  const fence = FENCE.exec(source);
  if (fence) {
    within('pre', reading, () => say(fence[1] ?? '', reading));
    return fence[0].length;
  }
  return readItem(source, reading, depth);
}

function readItem(source: string, reading: Reading, depth: number): number {
  const item = ITEM.exec(source);
  if (!item?.[3]?.trim()) return 0;
  const inner = item[3].replace(/\n +/gu, '\n');
  say(/\d/u.test(item[2] ?? '') ? `${item[2]} ` : '• ', reading);
  within('item', reading, () => readLines(inner, reading, depth + 1));
  return item[0].length;
}

/** What stands in a block is read on a line of its own. */
function within(kind: MarkKind, reading: Reading, read: () => void): void {
  mark(kind, reading, read);
  if (!reading.text.endsWith('\n')) say('\n', reading);
}

function mark(kind: MarkKind, reading: Reading, read: () => void): void {
  const from = reading.text.length;
  const at = reading.marks.push({ kind, text: '' }) - 1;
  read();
  reading.marks[at] = { kind, text: reading.text.slice(from).trim() };
}

function say(text: string, reading: Reading): void {
  reading.text += text;
}

function marked(kind: MarkKind, links = true): Rule['read'] {
  return (match, reading) => {
    mark(kind, reading, () => readInline(match[1] ?? match[2] ?? '', reading, links));
    return true;
  };
}

function verbatim(kind: MarkKind): Rule['read'] {
  return (match, reading) => {
    mark(kind, reading, () => say(match[0], reading));
    return true;
  };
}

function shown(kind: MarkKind): Rule['read'] {
  return (match, reading) => {
    mark(kind, reading, () => say(match[1] ?? '', reading));
    return true;
  };
}

function readEscaped(match: RegExpExecArray, reading: Reading): boolean {
  say(match[1] ?? '', reading);
  return true;
}

const MASKED =
  /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"][\s\S]*?['"])?\s*\)/u;

/** The rules within a line, in their order: the first that matches is taken. */
const RULES: readonly Rule[] = [
  { pattern: FENCE, read: shown('pre') },
  { pattern: /^\\([^0-9A-Za-z\s])/u, read: readEscaped },
  { pattern: /^<(https?:\/\/[^ >]+)>/u, read: (match, reading) => readAddress(match[1] ?? '', reading) },
  { pattern: /^https?:\/\/[^\s<]+[^<.,:;"'\]\s]/u, read: (match, reading) => readAddress(match[0], reading) },
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
    read: (match, reading) => {
      mark('code', reading, () => say((match[2] ?? '').replace(/^ (?= *`)|(` *) $/gu, '$1'), reading));
      return true;
    },
  },
];

function readAddress(url: string, reading: Reading): boolean {
  const address = withoutOpenEnd(url);
  reading.addresses.push(address);
  say(address + url.slice(address.length), reading);
  return true;
}

function withoutOpenEnd(url: string): string {
  const closed = url.split(')').length > url.split('(').length;
  return url.endsWith(')') && closed ? withoutOpenEnd(url.slice(0, -1)) : url;
}

/** discord-api-docs#7673, #7510, #6810 */
const EMOJI = /(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\uFE0F|\u20E3/u;

/** A link whose text holds an address, an emoji, or no words, is shown as it was written. */
function readMasked(match: RegExpExecArray, reading: Reading): boolean {
  const [, label = '', url = ''] = match;
  const inner: Reading = { text: '', addresses: [], marks: [] };
  readInline(label, inner, false);
  const isWeb = /^https?:\/\//iu.test(url) && URL.canParse(url);
  if (EMOJI.test(label)) return false;
  if (!isWeb || inner.text.trim() === '' || /[a-z]+:\/\//iu.test(inner.text)) return false;
  reading.addresses.push(url);
  reading.marks.push({ kind: 'link', text: inner.text }, ...inner.marks);
  say(inner.text, reading);
  return true;
}

function readInline(source: string, reading: Reading, links: boolean): void {
  let rest = source;
  while (rest !== '') {
    const taken = readOne(rest, reading, links);
    rest = rest.slice(taken);
  }
}

const PLAIN = /^[0-9\s\u00C0-\u{10FFFF}]+|^[A-Za-z0-9](?:(?!https?:\/\/)[A-Za-z0-9])*/u;

function readOne(source: string, reading: Reading, links: boolean): number {
  const plain = PLAIN.exec(source)?.[0];
  if (plain !== undefined && !/^https?:\/\//u.test(source)) {
    say(plain, reading);
    return plain.length;
  }
  for (const { pattern, read } of RULES) {
    if (!links && pattern === MASKED) continue;
    const match = pattern.exec(source);
    if (match !== null && read(match, reading)) return match[0].length;
  }
  const one = String.fromCodePoint(source.codePointAt(0) ?? 0);
  say(one, reading);
  return one.length;
}
