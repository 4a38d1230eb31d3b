/**
 * The elements that HTML's rendering section displays as blocks, table parts or list items, and those that are replaced by
 * something of their own (https://html.spec.whatwg.org/multipage/rendering.html).
 */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main ' +
    'marquee menu nav noscript ol optgroup option p picture plaintext pre search section summary table tbody td tfoot ' +
    'th thead title tr ul video audio iframe xmp'
  ).split(' '),
);

/** Whether an element starts and ends a paragraph. Elements that HTML does not know are inline, as in a browser. */
export function isBlock({ name }: { name: string }): boolean {
  return BLOCKS.has(name);
}
