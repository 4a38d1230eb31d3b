import { createTextBuffer } from './text-buffer.ts';

/** The maximum depth of elements, as in Blink and WebKit. Deeper elements become siblings. */
const MAX_DEPTH = 512;

/** Elements that end where the next one starts, so that they do not nest even without end tags. */
const IMPLIED_END_TAGS = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd td th tr tbody thead tfoot option optgroup'
  ).split(' '),
);

const TAG = /[a-z][^\s/>]*/iy;

/** Removes tags that are nested too deeply, but no text, so that the parsed tree has a bounded depth. Linear in the input. */
export function limitNesting(html: string): string {
  const kept = createTextBuffer();
  const open: string[] = [];
  const removed = new Map<string, number>();
  let copied = 0;
  if (!hasManyTags(html)) return html;
  for (const tag of tagsOf(html)) {
    if (
      IMPLIED_END_TAGS.has(tag.name) ||
      (tag.isEnd ? !endsRemoved(tag.name, open, removed) : mayOpen(tag.name, open, removed))
    )
      continue;
    kept.add(html.slice(copied, tag.from));
    copied = tag.to;
  }
  return copied === 0 ? html : kept.take() + html.slice(copied);
}

/** Whether a text has so many tags that elements may be nested too deeply. Most articles have fewer. */
function hasManyTags(html: string): boolean {
  let at = -1;
  for (let count = 0; count <= MAX_DEPTH; count += 1) {
    at = html.indexOf('<', at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Whether a start tag may remain. */
function mayOpen(name: string, open: string[], removed: Map<string, number>): boolean {
  if (open.length < MAX_DEPTH) {
    open.push(name);
    return true;
  }
  removed.set(name, (removed.get(name) ?? 0) + 1);
  return false;
}

/** Whether an end tag belongs to a removed start tag. */
function endsRemoved(name: string, open: string[], removed: Map<string, number>): boolean {
  const count = removed.get(name) ?? 0;
  if (count > 0) {
    removed.set(name, count - 1);
    return true;
  }
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
  return false;
}

interface HtmlTag {
  name: string;
  isEnd: boolean;
  from: number;
  to: number;
}

function* tagsOf(html: string): Generator<HtmlTag> {
  let at = html.indexOf('<');
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end < 0) return;
      at = html.indexOf('<', end);
      continue;
    }
    const isEnd = html[at + 1] === '/';
    TAG.lastIndex = isEnd ? at + 2 : at + 1;
    const name = TAG.exec(html)?.[0].toLowerCase();
    const close = name === undefined ? at : html.indexOf('>', at);
    if (close < 0) return;
    if (name !== undefined) yield { name, isEnd, from: at, to: close + 1 };
    at = html.indexOf('<', close + 1);
  }
}
