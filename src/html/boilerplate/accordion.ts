import { attribute, type Element, findBelow, previousElement, textUpTo } from '../tree/dom.ts';

const HEADING = /^(?:h[2-6]|dt)$/;
/** The boxes between a heading and its button. */
const MAX_BOXES = 2;

/** Whether a button is the words of a heading that opens the panel below it (https://www.w3.org/WAI/ARIA/apg/patterns/accordion/). */
export function isPanelHeading({ name, attribs, parent }: Element): boolean {
  if (name !== 'button' || !('aria-expanded' in attribs || 'aria-controls' in attribs)) return false;
  let node = parent;
  for (let level = 0; level < MAX_BOXES && node.type === 'tag' && node.name === 'span'; level += 1) node = node.parent;
  return node.type === 'tag' && HEADING.test(node.name) && textUpTo(node, MAX_HEADING_UNITS) !== undefined;
}

/** A longer text is no heading, in UTF-16 units. */
const MAX_HEADING_UNITS = 300;

/** Whether an element is the closed panel of the heading right above it, which readers open. */
export function isPanel(element: Element): boolean {
  const id = attribute(element, 'id');
  const above = id === '' ? undefined : previousElement(element);
  if (above === undefined) return false;
  const opens = (button: Element) => attribute(button, 'aria-controls') === id && isPanelHeading(button);
  return findBelow(above, opens) !== undefined;
}
