import { keepLink } from './keep-link.ts';

/** A part of a text that is marked; counted in UTF-16 units. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  user?: { id: number };
}

/** The text is no HTML that Telegram takes; the message is Telegram's. */
export class HtmlError extends Error {}

interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  offset: number;
}

interface Reader {
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

/** What Telegram makes of a text in its HTML: what is seen, what is marked, and the links that it leaves out. */
export function parseHtml(html: string): { text: string; entities: Entity[]; dropped: string[] } {
  const audience: Reader = { html, at: 0, text: '', open: [], entities: [], dropped: [] };
  while (audience.at < html.length) {
    if (html[audience.at] !== '<') audience.text += readCharacter(audience);
    else if (html[audience.at + 1] === '/') closeTag(audience);
    else openTag(audience);
  }
  const left = audience.open.at(-1);
  if (left) throw new HtmlError(`Can't find end tag corresponding to start tag "${left.name}"`);
  const entities = audience.entities
    .map(withoutLanguage)
    .toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  return { text: audience.text, entities, dropped: audience.dropped };
}

/** The entities such as `&nbsp;` that Telegram does not know: it shows them as they are written. */
export function findUnknownEntities(html: string): string[] {
  return html.match(/&(?!(?:lt|gt|amp|quot);)[a-z][a-z\d]+;/gi) ?? [];
}

/** The next character, or the one that an entity stands for. */
function readCharacter(audience: Reader): string {
  const entity = take(audience, /&(?:#(?:x[\da-f]{1,6}|\d{1,7})|[a-z]+);?/iy);
  const character = entity === undefined ? undefined : decode(entity.replace(/[&;]/g, ''));
  if (character !== undefined) return character;
  audience.at -= entity?.length ?? 0;
  return take(audience, /[\s\S]/y) ?? '';
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

function openTag(audience: Reader): void {
  const where = byteOffset(audience, audience.at);
  const [, name = ''] = /<([^\s>]*)/.exec(take(audience, /<[^\s>]*/y) ?? '') ?? [];
  if (audience.at >= audience.html.length) throw new HtmlError(`Unclosed start tag at ${where}`);
  const tag = { name: name.toLowerCase(), offset: audience.text.length };
  if (!Object.hasOwn(TYPES, tag.name)) throw new HtmlError(`Unsupported start tag "${tag.name}" at ${where}`);
  const attributes = readAttributes(audience, `tag "${tag.name}" at ${where}`, where);
  if (tag.name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw new HtmlError(`Tag "span" must have class "tg-spoiler" at ${where}`);
  }
  audience.open.push({ ...tag, attributes });
}

function readAttributes(audience: Reader, tag: string, where: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (;;) {
    take(audience, /\s*/y);
    if (take(audience, />/y)) return attributes;
    const name = take(audience, /[^\s=>/"']*/y) ?? '';
    if (name === '') throw new HtmlError(`Empty attribute name in the ${tag}`);
    const valued = take(audience, /\s*=\s*/y) !== undefined;
    if (audience.at >= audience.html.length) throw new HtmlError(`Unclosed start ${tag}`);
    attributes.set(name, valued ? readValue(audience) : '');
    if (audience.at >= audience.html.length) throw new HtmlError(`Unclosed start tag at ${where}`);
  }
}

function readValue(audience: Reader): string {
  const quote = take(audience, /["']/y);
  const begin = audience.at;
  if (quote === undefined) {
    const value = take(audience, /[a-z\d.-]*/iy) ?? '';
    if (/[\s>]/.test(audience.html[audience.at] ?? '')) return value.toLowerCase();
    throw new HtmlError(`Unexpected end of name token at ${byteOffset(audience, begin)}`);
  }
  let value = '';
  while (audience.at < audience.html.length && audience.html[audience.at] !== quote) value += readCharacter(audience);
  audience.at += 1;
  return value;
}

function closeTag(audience: Reader): void {
  const where = byteOffset(audience, audience.at);
  const tag = audience.open.pop();
  if (!tag) throw new HtmlError(`Unexpected end tag at ${where}`);
  const name = (take(audience, /<\/[^\s>]*/y) ?? '').slice(2).toLowerCase();
  take(audience, /\s*/y);
  if (!take(audience, />/y)) throw new HtmlError(`Unclosed end tag at ${where}`);
  if (name !== '' && name !== tag.name) {
    throw new HtmlError(`Unmatched end tag at ${where}, expected "</${tag.name}>", found "</${name}>"`);
  }
  if (audience.text.length > tag.offset) mark(audience, tag);
}

function mark(audience: Reader, { name, attributes, offset }: Tag): void {
  const whole = { type: TYPES[name] ?? name, offset, length: audience.text.length - offset };
  const inner = audience.entities.at(-1);
  if (name === 'a') markLink(audience, whole, attributes.get('href') || audience.text.slice(offset));
  else if (name === 'pre' && inner?.language !== undefined && inner.length === whole.length) inner.type = 'pre';
  else if (name === 'blockquote' && attributes.has('expandable'))
    audience.entities.push({ ...whole, type: 'expandable_blockquote' });
  else {
    const [, language] = /^language-(.+)/.exec((name === 'code' && attributes.get('class')) || '') ?? [];
    audience.entities.push({ ...whole, ...(language !== undefined && { language }) });
  }
}

function markLink(audience: Reader, whole: Entity, address: string): void {
  const [, user] = /^tg:(?:\/\/)?user\?id=(\d+)$/i.exec(address) ?? [];
  const url = keepLink(address);
  if (user !== undefined) audience.entities.push({ ...whole, type: 'text_mention', user: { id: Number(user) } });
  else if (url === undefined) audience.dropped.push(address);
  else audience.entities.push({ ...whole, url });
}

/** A language belongs to a block of code only. */
function withoutLanguage({ language, ...entity }: Entity): Entity {
  return entity.type === 'pre' && language !== undefined ? { ...entity, language } : entity;
}

function take(audience: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = audience.at;
  const [found] = pattern.exec(audience.html) ?? [];
  audience.at += found?.length ?? 0;
  return found;
}

function byteOffset({ html }: Reader, at: number): string {
  return `byte offset ${Buffer.byteLength(html.slice(0, at))}`;
}
