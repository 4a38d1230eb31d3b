/** A node of the tree except its root. */
export type AnyNode = Element | Text;

/** A text between tags. */
export interface Text extends Siblings {
  readonly type: 'text';
  readonly data: string;
}

/** An element; the content of scripts and styles is not in the tree. */
export interface Element extends Siblings {
  readonly type: 'tag' | 'script' | 'style';
  /** In lower case, as are the names of attributes. */
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  /** The position among all elements of the document, from 0. */
  readonly index: number;
  firstChild: AnyNode | null;
}

interface Siblings {
  parent: Document | Element;
  prev: AnyNode | null;
  next: AnyNode | null;
}

/** The root of a tree. Nodes are lists of siblings, which take a third of the memory of arrays. */
export interface Document {
  readonly type: 'root';
  firstChild: AnyNode | null;
  /** The number of elements. */
  elements: number;
  /** False if the page has more elements than the tree may have. */
  isComplete: boolean;
}

/** Whether a node is an element, including scripts and styles. */
function isElement(node: AnyNode | null): node is Element {
  return node !== null && node.type !== 'text';
}

/** The trimmed value of an attribute, or ''; `name` is in lower case. */
export function attribute(element: Element, name: string): string {
  return element.attribs[name]?.trim() ?? '';
}

/** The child elements of a node. */
export function childrenOf({ firstChild }: Document | Element): Element[] {
  const children: Element[] = [];
  for (let node = firstChild; node; node = node.next) if (isElement(node)) children.push(node);
  return children;
}

/** Whether a text with content is a child of an element. */
export function hasOwnText({ firstChild }: Element): boolean {
  for (let node = firstChild; node; node = node.next) if (!isElement(node) && node.data.trim() !== '') return true;
  return false;
}

/** The element before an element; undefined if it is the first. */
export function previousElement({ prev }: Element): Element | undefined {
  for (let node = prev; node; node = node.prev) if (isElement(node)) return node;
  return undefined;
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
    const { parent }: AnyNode = node;
    if (parent === root || parent.type === 'root') return null;
    visitor.leave(parent);
    node = parent;
  }
  return node.next;
}

/** All text below a node, with its white space. */
export function textBelow(root: Document | Element): string {
  const parts: string[] = [];
  walk(root, {
    enter: (element) => (element.type === 'tag' ? undefined : 'skip'),
    leave: () => {},
    text: (text) => parts.push(text),
  });
  return parts.join('');
}

/** Text below more nodes than this is not read by `textUpTo`. */
const MAX_NODES = 200;

/** The text below a node if it has at most `maxUnits` UTF-16 units; undefined if there is more. Reads no further than that. */
export function textUpTo(root: Element, maxUnits: number): string | undefined {
  let text = '';
  let node: AnyNode | null = root.firstChild;
  for (let count = 0; node; count += 1) {
    if (node.type === 'text') text += node.data;
    if (text.length > maxUnits || count > MAX_NODES) return undefined;
    if (node.type === 'tag' && node.firstChild) node = node.firstChild;
    else {
      while (!node.next && node.parent !== root && node.parent.type !== 'root') node = node.parent;
      node = node.next;
    }
  }
  return text;
}

/** The first matching element below `root`, in document order. Reads no further than that. */
export function findBelow(root: Document | Element, matches: (element: Element) => boolean): Element | undefined {
  for (let node = root.firstChild; node; node = following(node, root)) {
    if (isElement(node) && matches(node)) return node;
  }
  return undefined;
}

/** All matching elements below `root`, in document order, except inside elements that `skips`. */
export function findAllBelow(
  root: Document | Element,
  matches: (element: Element) => boolean,
  skips?: (element: Element) => boolean,
): Element[] {
  const found: Element[] = [];
  let node: AnyNode | null = root.firstChild;
  while (node) {
    const isSkipped: boolean = skips !== undefined && isElement(node) && skips(node);
    if (!isSkipped && isElement(node) && matches(node)) found.push(node);
    node = isSkipped ? after(node, root) : following(node, root);
  }
  return found;
}

/** The next node below `root` in document order: the first child, else the one after. */
function following(node: AnyNode, root: Document | Element): AnyNode | null {
  return isElement(node) && node.firstChild ? node.firstChild : after(node, root);
}

/** The next node below `root` that is not inside a node. */
function after(start: AnyNode, root: Document | Element): AnyNode | null {
  let node: AnyNode = start;
  while (!node.next) {
    const { parent }: AnyNode = node;
    if (parent === root || parent.type === 'root') return null;
    node = parent;
  }
  return node.next;
}
