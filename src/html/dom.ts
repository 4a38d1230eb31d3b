import { load } from 'cheerio/slim';
import type { AnyNode, Document, Element } from 'domhandler';

import { limitNesting } from './limit-nesting.ts';

export type { AnyNode, Document, Element } from 'domhandler';

const GLUED =
  /<(a|abbr|article|b|blockquote|br|div|em|figcaption|figure|h[1-6]|i|iframe|img|li|main|ol|p|picture|section|small|source|span|strong|table|td|th|time|tr|ul|video)(?=(?:align|alt|class|content|data-[a-z-]+|datetime|height|href|id|rel|role|src|srcset|style|target|title|type|width)\s*=)/gi;

/**
 * Reads HTML into a tree in htmlparser2's forgiving mode, in which the content of `<noscript>` is part of the tree.
 * Tags glued to their first attribute (`<divclass="x">`), as real mirrors hold them, are taken apart first.
 */
export function parseHtml(html: string): Document {
  const $ = load(limitNesting(html.replace(GLUED, '<$1 ')), { xml: { xmlMode: false, decodeEntities: true } });
  const root = $.root()[0];
  if (!root) throw new Error('cheerio gave no document');
  return root;
}

/** Narrows a node to an element (scripts and styles are elements too). */
export function isElement(node: AnyNode | null | undefined): node is Element {
  return (
    node !== null && node !== undefined && (node.type === 'tag' || node.type === 'script' || node.type === 'style')
  );
}

/** The value of an attribute, trimmed, or '' where there is none. Names are lower case in the tree. */
export function attribute(element: Element, name: string): string {
  return element.attribs[name]?.trim() ?? '';
}

/** The elements right inside an element. */
export function childrenOf(element: Element): Element[] {
  return element.children.filter(isElement);
}

/** What to do at each node of a walk; `enter` says 'skip' to leave an element's inside out. */
export interface Visitor {
  enter(element: Element): 'skip' | undefined;
  leave(element: Element): void;
  text(text: string): void;
}

/** Walks below a node in document order without recursion, so that any depth is safe. `leave` follows every `enter` that did not skip. */
export function walk(root: Document | Element, visitor: Visitor): void {
  let node: AnyNode | null = root.firstChild;
  while (node) {
    const inside: AnyNode | null = visit(node, visitor);
    if (inside) {
      node = inside;
      continue;
    }
    node = nextAfter(node, root, visitor);
  }
}

function visit(node: AnyNode, visitor: Visitor): AnyNode | null {
  if (node.type === 'text') visitor.text(node.data);
  if (!isElement(node) || visitor.enter(node) === 'skip') return null;
  if (node.firstChild) return node.firstChild;
  visitor.leave(node);
  return null;
}

function nextAfter(start: AnyNode, root: Document | Element, visitor: Visitor): AnyNode | null {
  let node: AnyNode = start;
  while (!node.next) {
    const parent: AnyNode | null = node.parent;
    if (!parent || parent === root) return null;
    if (isElement(parent)) visitor.leave(parent);
    node = parent;
  }
  return node.next;
}

/** All text below an element, as it stands in the source. */
export function textBelow(root: Element): string {
  const pieces: string[] = [];
  walk(root, {
    enter: (element) => (element.type === 'tag' ? undefined : 'skip'),
    leave: () => {},
    text: (text) => pieces.push(text),
  });
  return pieces.join('');
}

/** The first element below `root`, in document order, that fits. */
export function findBelow(root: Document | Element, fits: (element: Element) => boolean): Element | undefined {
  return findAllBelow(root, fits)[0];
}

/** All elements below `root`, in document order, that fit and do not stand inside one that `skips` names. */
export function findAllBelow(
  root: Document | Element,
  fits: (element: Element) => boolean,
  skips: (element: Element) => boolean = () => false,
): Element[] {
  const found: Element[] = [];
  walk(root, {
    enter: (element) => {
      if (skips(element)) return 'skip';
      if (fits(element)) found.push(element);
      return undefined;
    },
    leave: () => {},
    text: () => {},
  });
  return found;
}
