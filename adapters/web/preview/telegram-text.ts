import { escapeHtml, openLink } from './escape-html.ts';

const TOKEN = /<(\/?)([a-z]+)((?:\s[^<>]*)?)>|&(lt|gt|quot|amp);/giu;
const SIMPLE: ReadonlySet<string> = new Set(['b', 'i', 'u', 's', 'code', 'pre']);
const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** Text with Telegram's HTML tags as HTML of a page: what is no known tag is shown as text, and every tag is closed. */
export function telegramTextHtml(source: string): string {
  const open: string[] = [];
  let html = '';
  let end = 0;
  for (const { 0: found, 1: slash, 2: name = '', 3: attributes = '', 4: reference, index } of source.matchAll(TOKEN)) {
    html += escapeHtml(source.slice(end, index));
    end = index + found.length;
    if (reference !== undefined) html += escapeHtml(CHARACTERS[reference.toLowerCase()] ?? found);
    else if (slash === '/') html += closeTag(name.toLowerCase(), open) ?? escapeHtml(found);
    else html += openTag(name.toLowerCase(), attributes, open) ?? escapeHtml(found);
  }
  return html + escapeHtml(source.slice(end)) + open.toReversed().map(toEnd).join('');
}

function openTag(name: string, attributes: string, open: string[]): string | undefined {
  const start = startOf(name, attributes);
  if (start !== undefined) open.push(name);
  return start;
}

function startOf(name: string, attributes: string): string | undefined {
  if (SIMPLE.has(name)) return `<${name}>`;
  if (name === 'blockquote') return `<blockquote${attributes.includes('expandable') ? ' class="folded"' : ''}>`;
  const href = name === 'a' ? /href="([^"]*)"/u.exec(attributes)?.[1] : undefined;
  return href === undefined ? undefined : openLink(decode(href));
}

function closeTag(name: string, open: string[]): string | undefined {
  if (open.at(-1) !== name) return undefined;
  open.pop();
  return toEnd(name);
}

function toEnd(name: string): string {
  return `</${name}>`;
}

function decode(text: string): string {
  return text.replace(/&(lt|gt|quot|amp);/gu, (whole, name: string) => CHARACTERS[name] ?? whole);
}
