import type { AnyNode, Document, Element } from './dom.ts';

/** A tree to which nodes are added in document order. */
export interface GrowingTree {
  readonly document: Document;
  /** Adds an element, which contains what is added until it is closed. */
  open(element: Pick<Element, 'type' | 'name' | 'attribs'>): void;
  close(): void;
  /** Adds a text; an empty one adds nothing. */
  addText(data: string): void;
}

/** Creates an empty tree. */
export function createTree(): GrowingTree {
  const document: Document = { type: 'root', firstChild: null, elements: 0, isComplete: true };
  let parent: Document | Element = document;
  const ancestors: { node: Document | Element; lastChild: AnyNode | null }[] = [];
  let lastChild: AnyNode | null = null;

  function add(node: AnyNode): void {
    if (lastChild) lastChild.next = node;
    else parent.firstChild = node;
    lastChild = node;
  }

  return {
    document,
    open({ type, name, attribs }) {
      const index = document.elements;
      document.elements += 1;
      const node: Element = { type, name, attribs, index, parent, prev: lastChild, next: null, firstChild: null };
      add(node);
      ancestors.push({ node: parent, lastChild });
      parent = node;
      lastChild = null;
    },
    close() {
      const outer = ancestors.pop();
      // A tag that the end of the text cuts off is closed without having been opened.
      if (outer === undefined) return;
      parent = outer.node;
      lastChild = outer.lastChild;
    },
    addText(data) {
      if (data !== '') add({ type: 'text', data, parent, prev: lastChild, next: null });
    },
  };
}
