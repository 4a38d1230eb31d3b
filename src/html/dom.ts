import { load } from 'cheerio/slim';
import type { AnyNode, Document, Element } from 'domhandler';

import { limitNesting } from './limit-nesting.ts';

export type { AnyNode, Document, Element } from 'domhandler';

const TAG_WITHOUT_SPACE =
  /<(a|abbr|article|b|blockquote|br|div|em|figcaption|figure|h[1-6]|i|iframe|img|li|main|ol|p|picture|section|small|source|span|strong|table|td|th|time|tr|ul|video)(?=(?:align|alt|class|content|data-[a-z-]+|datetime|height|href|id|rel|role|src|srcset|style|target|title|type|width)\s*=)/gi;

/**
 * Parses HTML with htmlparser2, which tolerates errors and parses the content of `<noscript>`. Inserts the missing space in
 * tags such as `<divclass="x">`, which occur in real mirrors.
 */
export function parseHtml(html: string): Document {
  const $ = load(limitNesting(html.replace(TAG_WITHOUT_SPACE, '<$1 ')), {
    xml: { xmlMode: false, decodeEntities: true },
  });
  const root = $.root()[0];
  if (!root) throw new Error('cheerio returned no document');
  return root;
}

/** Whether a node is an element, including scripts and styles. */
export function isElement(node: AnyNode | null | undefined): node is Element {
  return (
    node !== null && node !== undefined && (node.type === 'tag' || node.type === 'script' || node.type === 'style')
  );
}

/** The trimmed value of an attribute, or ''; `name` is in lower case. */
export function attribute(element: Element, name: string): string {
  return element.attribs[name]?.trim() ?? '';
}

/** The child elements of an element. */
export function childrenOf(element: Element): Element[] {
  return element.children.filter(isElement);
}

/** Callbacks of a walk; `enter` returns 'skip' to skip the content of an element. */
export interface Visitor {
  enter(element: Element): 'skip' | undefined;
  leave(element: Element): void;
  text(text: string): void;
}

/** Walks below a node in document order, without recursion, so that any depth is safe. Calls `leave` after every `enter` that did not skip. */
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

/** All text below an element, with its white space. */
export function textBelow(root: Element): string {
  const parts: string[] = [];
  walk(root, {
    enter: (element) => (element.type === 'tag' ? undefined : 'skip'),
    leave: () => {},
    text: (text) => parts.push(text),
  });
  return parts.join('');
}

/** The first matching element below `root`, in document order. */
export function findBelow(root: Document | Element, matches: (element: Element) => boolean): Element | undefined {
  return findAllBelow(root, matches)[0];
}

/** All matching elements below `root`, in document order, except inside elements that `skips`. */
export function findAllBelow(
  root: Document | Element,
  matches: (element: Element) => boolean,
  skips: (element: Element) => boolean = () => false,
): Element[] {
  const found: Element[] = [];
  walk(root, {
    enter: (element) => {
      if (skips(element)) return 'skip';
      if (matches(element)) found.push(element);
      return undefined;
    },
    leave: () => {},
    text: () => {},
  });
  return found;
}
