import type { Handler } from 'htmlparser2';
import { isBlock } from './block-elements.ts';
import type { Document, Element } from './dom.ts';
import { createTree } from './growing-tree.ts';
import { createTextBuffer } from './text-buffer.ts';

/** Builds the tree of a document from the events of htmlparser2. */
export interface TreeBuilder extends Pick<Handler, 'onopentag' | 'onclosetag' | 'ontext' | 'onend'> {
  document: Document;
}

/** Bounds the memory; a long article has one in a hundred. Of later elements, only the text is kept. */
const MAX_ELEMENTS = 250_000;
/** Text without elements is one paragraph up to the first end of a block after so many UTF-16 units: longer texts take much memory. */
const MIN_PARAGRAPH_UNITS = 2000;

const NO_ATTRIBUTES: Element['attribs'] = Object.freeze({});

/** Builds a tree without comments, and without the content of scripts and styles. */
export function createTreeBuilder(maxElements = MAX_ELEMENTS): TreeBuilder {
  const tree = createTree();
  const { document } = tree;
  const text = createTextBuffer();
  /** The open elements that are not in the tree. They are the innermost ones. */
  let omitted = 0;
  let isInCode = false;

  function changeOmitted(name: string, by: 1 | -1): void {
    omitted += by;
    if (!isBlock({ name })) return;
    text.add(' ');
    if (text.units() >= MIN_PARAGRAPH_UNITS) addParagraph();
  }

  function addParagraph(): void {
    tree.open({ type: 'tag', name: 'p', attribs: NO_ATTRIBUTES });
    tree.addText(text.take());
    tree.close();
  }

  return {
    document,
    onopentag(name, attribs) {
      const type = typeOf(name);
      isInCode = type !== 'tag';
      document.isComplete &&= document.elements < maxElements;
      if (!document.isComplete) {
        changeOmitted(name, 1);
        return;
      }
      tree.addText(text.take());
      tree.open({ type, name, attribs: isEmpty(attribs) ? NO_ATTRIBUTES : attribs });
    },
    onclosetag(name) {
      isInCode = false;
      if (omitted > 0) {
        changeOmitted(name, -1);
        return;
      }
      tree.addText(text.take());
      tree.close();
    },
    ontext(data) {
      if (!isInCode) text.add(data);
    },
    onend: () => tree.addText(text.take()),
  };
}

function typeOf(name: string): Element['type'] {
  return name === 'script' || name === 'style' ? name : 'tag';
}

function isEmpty(attribs: object): boolean {
  for (const _ in attribs) return false;
  return true;
}
