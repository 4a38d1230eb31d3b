import { rememberTests } from '../../text/remembered-test.ts';
import { isBlock } from '../tree/block-elements.ts';
import { type AnyNode, attribute, type Element, findBelow, textUpTo } from '../tree/dom.ts';
import { isPanel } from './accordion.ts';

/** Not what is hidden and transparent: a script fades it in when the page is loaded. */
const HIDDEN_STYLE = rememberTests(
  /(?:^|;)\s*(?:display\s*:\s*none|(?<!opacity\s*:\s*0\b.*)visibility\s*:\s*hidden(?!.*opacity\s*:\s*0\b)|clip\s*:\s*rect\(\s*(?:0|1px)|clip-path\s*:\s*inset\(\s*(?:50|100)%|text-indent\s*:\s*-\d{3,}|left\s*:\s*-\d{4,}px)/i,
);

/** Class names of text for screen readers, which labels or repeats what is beside it. */
const OFF_SCREEN = rememberTests(
  /(?:^|\s)(?:off-?screen|(?:\w+-)?visually-?hidden\w*|hidden-?visually|sr-only|vh|screen-?reader(?:-text|s-only|-only)?|show-for-sr|accessible-hide|a11y-hidden|assistive-text|element-invisible|hide-text|MathJax_Preview)(?=\s|$)/i,
);

/** Whether an element is invisible on the page. */
export function isHidden(element: Element): boolean {
  return isMadeInvisible(element) && !isPanel(element);
}

function isMadeInvisible(element: Element): boolean {
  if ('hidden' in element.attribs) return true;
  if (attribute(element, 'aria-hidden') === 'true' && element.name !== 'img' && !isSeen(element)) return true;
  return HIDDEN_STYLE.test(attribute(element, 'style')) || isOffScreen(element) || isForSmallScreens(element);
}

/** `aria-hidden` hides from screen readers only: a twin of their text is seen, and so is a paragraph or a caption. */
function isSeen(element: Element): boolean {
  const { parent } = element;
  if (parent.type === 'tag' && parent.name === 'figcaption' && textUpTo(element, MIN_CAPTION_UNITS) === undefined)
    return true;
  if (isPictureOfFigure(element)) return true;
  return isVisibleTwin(element) || (element.name === 'p' && textUpTo(element, MIN_PARAGRAPH_UNITS) === undefined);
}

/** The boxes between a figure and its picture. */
const MAX_BOXES = 4;

/** A picture may be hidden from screen readers, which read its caption instead. */
function isPictureOfFigure(element: Element): boolean {
  if (textUpTo(element, 0) === undefined || findBelow(element, ({ name }) => name === 'img') === undefined)
    return false;
  let node = element.parent;
  for (let level = 0; level < MAX_BOXES && node.type === 'tag' && node.name !== 'figure'; level += 1)
    node = node.parent;
  return node.type === 'tag' && node.name === 'figure';
}

/** A label or an icon beside a caption is shorter than it. */
const MIN_CAPTION_UNITS = 16;
/** A paragraph with more than this is text of the article, in UTF-16 units. */
const MIN_PARAGRAPH_UNITS = 80;

function isOffScreen(element: Element): boolean {
  return OFF_SCREEN.test(attribute(element, 'class'));
}

/** A longer text is no twin, in UTF-16 units. */
const MAX_TWIN_UNITS = 400;
/** What Bootstrap, Tailwind, Foundation and Bulma call what only small screens show. */
const SMALL_SCREEN_NAMES = rememberTests(
  /(?:^|\s)(?:visible-(?:xs|sm|phone)\S*|d-(?:sm|md|lg|xl)-none|(?:sm|md|lg|xl):hidden|show-for-small\S*|is-hidden-(?:tablet|desktop)|hid(?:e|den)-(?:desktop|md|lg)|mobile-only|only-mobile)(?=\s|$)/i,
);

/** Whether an element repeats the one beside it for small screens. */
function isForSmallScreens(element: Element): boolean {
  const names = attribute(element, 'class');
  if (names === '' || !SMALL_SCREEN_NAMES.test(names)) return false;
  const text = textUpTo(element, MAX_TWIN_UNITS)?.trim();
  const isSame = (node: AnyNode | null) => node?.type === 'tag' && textUpTo(node, MAX_TWIN_UNITS)?.trim() === text;
  return text !== undefined && text !== '' && (isSame(beside(element, 'prev')) || isSame(beside(element, 'next')));
}
const ICON_NAMES = /(?:^|[\s_-])(?:icons?|material-\w+|fa|glyphicon)(?=$|[\s_-])/i;

/**
 * Whether an element with `aria-hidden` is the text that people see, beside the same text for screen readers: in an element
 * that only they read, or in a label.
 */
function isVisibleTwin(element: Element): boolean {
  if (isBlock(element) || ICON_NAMES.test(attribute(element, 'class'))) return false;
  const hasTwin = isOffScreenText(beside(element, 'next')) || isOffScreenText(beside(element, 'prev'));
  return (hasTwin || isLabelled(element)) && /[\p{L}\p{N}]/u.test(textUpTo(element, MAX_TWIN_UNITS) ?? '');
}

function beside(element: Element, side: 'prev' | 'next'): AnyNode | null {
  let node = element[side];
  while (node?.type === 'text' && node.data.trim() === '') node = node[side];
  return node;
}

function isOffScreenText(node: AnyNode | null): boolean {
  return (
    node?.type === 'tag' && node.name !== 'math' && isOffScreen(node) && textUpTo(node, MAX_TWIN_UNITS)?.trim() !== ''
  );
}

/** A label on a link or button names what it does; on other inline elements, it says how to read the text. */
function isLabelled({ parent }: Element): boolean {
  return (
    parent.type === 'tag' &&
    /^(?:span|abbr|b|strong|em|i|data)$/.test(parent.name) &&
    attribute(parent, 'aria-label') !== ''
  );
}
