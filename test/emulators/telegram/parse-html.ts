import { normalizeLink } from './normalize-link.ts';

/** A formatted range of a text, in UTF-16 units. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  user?: { id: number };
}

/** Telegram does not accept the HTML; the message is Telegram's. */
export class HtmlError extends Error {}

interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  offset: number;
}

interface ParserState {
  html: string;
  at: number;
  text: string;
  open: Tag[];
  entities: Entity[];
  dropped: string[];
}

const TYPES: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Parses Telegram's HTML into text, entities, and the links that Telegram drops. */
export function parseHtml(html: string): { text: string; entities: Entity[]; dropped: string[] } {
  const state: ParserState = { html, at: 0, text: '', open: [], entities: [], dropped: [] };
  while (state.at < html.length) {
    if (html[state.at] !== '<') state.text += readCharacter(state);
    else if (html[state.at + 1] === '/') closeTag(state);
    else openTag(state);
  }
  const left = state.open.at(-1);
  if (left) throw new HtmlError(`Can't find end tag corresponding to start tag "${left.name}"`);
  const entities = state.entities.map(withoutLanguage).toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  return { text: state.text, entities, dropped: state.dropped };
}

/** The HTML entities that Telegram does not know, such as `&nbsp;`; it shows their source. */
export function findUnknownEntities(html: string): string[] {
  return html.match(/&(?!(?:lt|gt|amp|quot);)[a-z][a-z\d]+;/gi) ?? [];
}

/** Reads a character, or the character of an HTML entity. */
function readCharacter(state: ParserState): string {
  const entity = take(state, /&(?:#(?:x[\da-f]{1,6}|\d{1,7})|[a-z]+);?/iy);
  const character = entity === undefined ? undefined : decode(entity.replace(/[&;]/g, ''));
  if (character !== undefined) return character;
  state.at -= entity?.length ?? 0;
  return take(state, /[\s\S]/y) ?? '';
}

function decode(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name];
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code >= 0xd800 && code <= 0xdfff) {
    throw new HtmlError(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    );
  }
  return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function openTag(state: ParserState): void {
  const where = byteOffset(state, state.at);
  const [, name = ''] = /<([^\s>]*)/.exec(take(state, /<[^\s>]*/y) ?? '') ?? [];
  if (state.at >= state.html.length) throw new HtmlError(`Unclosed start tag at ${where}`);
  const tag = { name: name.toLowerCase(), offset: state.text.length };
  if (!Object.hasOwn(TYPES, tag.name)) throw new HtmlError(`Unsupported start tag "${tag.name}" at ${where}`);
  const attributes = readAttributes(state, `tag "${tag.name}" at ${where}`, where);
  if (tag.name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw new HtmlError(`Tag "span" must have class "tg-spoiler" at ${where}`);
  }
  state.open.push({ ...tag, attributes });
}

function readAttributes(state: ParserState, tag: string, where: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (;;) {
    take(state, /\s*/y);
    if (take(state, />/y)) return attributes;
    const name = take(state, /[^\s=>/"']*/y) ?? '';
    if (name === '') throw new HtmlError(`Empty attribute name in the ${tag}`);
    const valued = take(state, /\s*=\s*/y) !== undefined;
    if (state.at >= state.html.length) throw new HtmlError(`Unclosed start ${tag}`);
    attributes.set(name, valued ? readValue(state) : '');
    if (state.at >= state.html.length) throw new HtmlError(`Unclosed start tag at ${where}`);
  }
}

function readValue(state: ParserState): string {
  const quote = take(state, /["']/y);
  const begin = state.at;
  if (quote === undefined) {
    const value = take(state, /[a-z\d.-]*/iy) ?? '';
    if (/[\s>]/.test(state.html[state.at] ?? '')) return value.toLowerCase();
    throw new HtmlError(`Unexpected end of name token at ${byteOffset(state, begin)}`);
  }
  let value = '';
  while (state.at < state.html.length && state.html[state.at] !== quote) value += readCharacter(state);
  state.at += 1;
  return value;
}

function closeTag(state: ParserState): void {
  const where = byteOffset(state, state.at);
  const tag = state.open.pop();
  if (!tag) throw new HtmlError(`Unexpected end tag at ${where}`);
  const name = (take(state, /<\/[^\s>]*/y) ?? '').slice(2).toLowerCase();
  take(state, /\s*/y);
  if (!take(state, />/y)) throw new HtmlError(`Unclosed end tag at ${where}`);
  if (name !== '' && name !== tag.name) {
    throw new HtmlError(`Unmatched end tag at ${where}, expected "</${tag.name}>", found "</${name}>"`);
  }
  if (state.text.length > tag.offset) mark(state, tag);
}

function mark(state: ParserState, { name, attributes, offset }: Tag): void {
  const whole = { type: TYPES[name] ?? name, offset, length: state.text.length - offset };
  const inner = state.entities.at(-1);
  if (name === 'a') markLink(state, whole, attributes.get('href') || state.text.slice(offset));
  else if (name === 'pre' && inner?.language !== undefined && inner.length === whole.length) inner.type = 'pre';
  else if (name === 'blockquote' && attributes.has('expandable'))
    state.entities.push({ ...whole, type: 'expandable_blockquote' });
  else {
    const [, language] = /^language-(.+)/.exec((name === 'code' && attributes.get('class')) || '') ?? [];
    state.entities.push({ ...whole, ...(language !== undefined && { language }) });
  }
}

function markLink(state: ParserState, whole: Entity, address: string): void {
  const [, user] = /^tg:(?:\/\/)?user\?id=(\d+)$/i.exec(address) ?? [];
  const url = normalizeLink(address);
  if (user !== undefined) state.entities.push({ ...whole, type: 'text_mention', user: { id: Number(user) } });
  else if (url === undefined) state.dropped.push(address);
  else state.entities.push({ ...whole, url });
}

/** Only code blocks have a language. */
function withoutLanguage({ language, ...entity }: Entity): Entity {
  return entity.type === 'pre' && language !== undefined ? { ...entity, language } : entity;
}

function take(state: ParserState, pattern: RegExp): string | undefined {
  pattern.lastIndex = state.at;
  const [found] = pattern.exec(state.html) ?? [];
  state.at += found?.length ?? 0;
  return found;
}

function byteOffset({ html }: ParserState, at: number): string {
  return `byte offset ${Buffer.byteLength(html.slice(0, at))}`;
}
