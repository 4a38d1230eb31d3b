import { escapeText } from './escape.ts';
import { toAddress } from './linkable.ts';
import { splitEmoji } from './split-emoji.ts';

/** Discord's syntax of a link with a text; the expression is from simple-markdown, which its client uses. */
const MASKED =
  /^\[(?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*\]\(\s*<?(?:\([^)]*\)|[^\s\\]|\\.)*?>?(?:\s+['"][\s\S]*?['"])?\s*\)/u;
/** A longer text is only measured and never sent, and matching it could take long. */
const MAX_LABEL = 4000;
const SCHEME = /[a-z0-9]:\/\//iu;
const HOST = /(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;

/**
 * A masked link: a text that opens an address. An address that is its own text becomes a bare link. Text that looks like
 * another address, or that Discord would not read as the text of a link, is followed by the address; emoji are outside.
 */
export function toLink(text: string, href: string): string {
  const label = text.trim();
  if (label === '') return text;
  const from = text.indexOf(label);
  return text.slice(0, from) + linkOf(label, href) + text.slice(from + label.length);
}

function linkOf(label: string, href: string): string {
  const bare = `<${href.replace(/[\s<>]|\](?=\()/gu, (char) => encodeURIComponent(char))}>`;
  if (label === href) return bare;
  if (label.length > MAX_LABEL) return `[${escapeText(label)}](${toAddress(href)})`;
  const beside = `${escapeText(label)} (${bare})`;
  // An emoji in the text of a link makes Discord show the whole link as source: discord-api-docs#7673, #7510, #6810.
  const split = splitEmoji(label);
  if (split === undefined || looksElsewhere(label, href)) return beside;
  const masked = `[${escapeText(split.words)}](${toAddress(href)})`;
  const whole = MASKED.exec(masked)?.[0].length === masked.length;
  return whole ? escapeText(split.before) + masked + escapeText(split.after) : beside;
}

/** Whether a text contains an address, or another host than the link's. */
function looksElsewhere(label: string, href: string): boolean {
  if (SCHEME.test(label)) return true;
  const host = withoutWww(URL.parse(href)?.hostname ?? '');
  return [...label.matchAll(HOST)].some(([found]) => {
    const named = withoutWww(found.toLowerCase());
    return host !== named && !host.endsWith(`.${named}`);
  });
}

function withoutWww(host: string): string {
  return host.replace(/^www\./iu, '');
}
