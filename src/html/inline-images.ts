import { collapseSpace } from '../text/collapse-space.ts';
import { isBlock } from './tree/block-elements.ts';
import { type AnyNode, attribute, childrenOf, type Element, previousElement } from './tree/dom.ts';

const EMOJI_NAMES = /\b(?:emoji|wp-smiley|twemoji|emoticon|smiley)\b/i;
const FORMULA_NAMES = /(?:^|[\s_-])(?:latex|tex|math|formula|equation|kfformula)(?=$|[\s_-])/i;
const FORMULA_ADDRESS = /equation\?tex=|\blatex\b|\/math\/render\/|[?&](?:cht=tx|tex=|latex=)/i;
/** An icon is about as high as a line of text. */
const MAX_ICON_PX = 32;
const ICON_STYLE = /(?:^|[;\s])(?:height|width)\s*:\s*(?:(?:[12]?\d|3[0-2])(?:\.\d+)?px|[01](?:\.\d+)?r?em)\b/i;

/**
 * The text for an image that stands in a line of text: an emoji, a formula, an icon as high as the line. It is the alternative
 * text, so '' for an icon without one. Undefined for any other element.
 */
export function inlineImageText(element: Element): string | undefined {
  if (element.name !== 'img') return undefined;
  const names = attribute(element, 'class');
  if (names !== '' && EMOJI_NAMES.test(names)) return collapseSpace(attribute(element, 'alt'));
  if (isFormula(element, names)) return repeatsMath(element) ? '' : formulaText(element);
  return isIconSized(element) && isInLine(element) ? collapseSpace(attribute(element, 'alt')) : undefined;
}

function isFormula(element: Element, names: string): boolean {
  const isNamed = names !== '' && FORMULA_NAMES.test(names);
  if (!isNamed && !FORMULA_ADDRESS.test(attribute(element, 'src'))) return 'eeimg' in element.attribs;
  return formulaText(element) !== '';
}

function formulaText(element: Element): string {
  const written = ['alt', 'data-tex', 'data-formula', 'data-latex', 'title'].map((name) => attribute(element, name));
  return collapseSpace(written.find((text) => text !== '') ?? '');
}

/** Whether the element before an image is the same formula as MathML, which is read instead. */
function repeatsMath(element: Element): boolean {
  const before = previousElement(element);
  if (before === undefined || /display\s*:\s*none/i.test(attribute(before, 'style'))) return false;
  return before.name === 'math' || childrenOf(before).some(({ name }) => name === 'math');
}

function isIconSized(element: Element): boolean {
  const [width, height] = ['width', 'height'].map((name) => Number.parseFloat(attribute(element, name)));
  if (width !== undefined && height !== undefined && width <= MAX_ICON_PX && height <= MAX_ICON_PX) return true;
  return ICON_STYLE.test(attribute(element, 'style'));
}

/** Inline wrappers are searched for text beside them up to this many levels. */
const MAX_WRAPPERS = 3;

/** Whether text is beside an element in the same line. */
function isInLine(element: Element): boolean {
  let node: Element = element;
  for (let level = 0; level < MAX_WRAPPERS; level += 1) {
    if (hasText(node.prev) || hasText(node.next)) return true;
    if (node.prev || node.next || node.parent.type === 'root' || isBlock(node.parent)) return false;
    node = node.parent;
  }
  return false;
}

function hasText(node: AnyNode | null): boolean {
  return node?.type === 'text' && node.data.trim() !== '';
}

const GOES_ON = /^\s*[\p{Ll},，、。.;；:：)）]/u;

/** Whether a sentence goes on after an element, in the same line. */
export function isInsideSentence(element: Element): boolean {
  let node: Element = element;
  for (let level = 0; level < MAX_WRAPPERS && node.next === null; level += 1) {
    if (node.parent.type === 'root' || isBlock(node.parent)) return false;
    node = node.parent;
  }
  return node.next?.type === 'text' && GOES_ON.test(node.next.data);
}
