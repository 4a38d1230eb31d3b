import { type Document, type Element, walk } from './tree/dom.ts';

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Longer values are data of scripts. */
const MAX_VALUE_UNITS = 8000;

interface SerializeOptions {
  /** Leaves out an element with all that is in it. */
  skips(element: Element): boolean;
  /** Leaves out the attributes of an element. */
  isBare?(element: Element): boolean;
}

/** Writes what is below a node as HTML that parses to the same tree. */
export function serializeHtml(root: Document | Element, { skips, isBare = () => false }: SerializeOptions): string {
  const parts: string[] = [];
  walk(root, {
    enter(element) {
      if (skips(element)) return 'skip';
      parts.push(`<${nameOf(element)}${isBare(element) ? '' : attributesOf(element)}>`);
      return undefined;
    },
    leave(element) {
      if (!VOID.has(element.name)) parts.push(`</${nameOf(element)}>`);
    },
    text: (text) => parts.push(escapeText(text)),
  });
  return parts.join('');
}

/** A damaged tag may have a name that is none. */
function nameOf({ name }: Element): string {
  return /^[a-z][\w:-]*$/.test(name) ? name : 'span';
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A text as the value of an attribute, in double quotes. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function attributesOf({ attribs }: Element): string {
  let text = '';
  for (const [name, value] of Object.entries(attribs)) {
    if (name.startsWith('on') || value.length > MAX_VALUE_UNITS || !/^[a-z_:@][\w:.@-]*$/.test(name)) continue;
    text += value === '' ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`;
  }
  return text;
}
