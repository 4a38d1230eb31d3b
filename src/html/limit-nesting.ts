/** How deep elements may stand in each other; Blink and WebKit draw the same line. Below it they become siblings. */
const MAX_DEPTH = 512;

/** These end by themselves where the next one begins, so that many without end tags do not stand in each other. */
const UNCOUNTED = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd td th tr tbody thead tfoot option optgroup'
  ).split(' '),
);

const TAG = /[a-z][^\s/>]*/iy;

/**
 * Takes the tags out that would nest deeper than any page means to, keeping all text: what is built from the HTML then
 * has a bounded depth. Linear in the input.
 */
export function limitNesting(html: string): string {
  const pieces: string[] = [];
  const open: string[] = [];
  const dropped = new Map<string, number>();
  let kept = 0;
  for (const tag of tagsOf(html)) {
    if (UNCOUNTED.has(tag.name) || (tag.isEnd ? !endsDropped(tag.name, open, dropped) : opens(tag.name, open, dropped)))
      continue;
    pieces.push(html.slice(kept, tag.from));
    kept = tag.to;
  }
  return kept === 0 ? html : pieces.join('') + html.slice(kept);
}

/** Whether a start tag may stay. */
function opens(name: string, open: string[], dropped: Map<string, number>): boolean {
  if (open.length < MAX_DEPTH) {
    open.push(name);
    return true;
  }
  dropped.set(name, (dropped.get(name) ?? 0) + 1);
  return false;
}

/** Whether an end tag belongs to a start tag that was taken out. */
function endsDropped(name: string, open: string[], dropped: Map<string, number>): boolean {
  const count = dropped.get(name) ?? 0;
  if (count > 0) {
    dropped.set(name, count - 1);
    return true;
  }
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
  return false;
}

interface Tag {
  name: string;
  isEnd: boolean;
  from: number;
  to: number;
}

function* tagsOf(html: string): Generator<Tag> {
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
