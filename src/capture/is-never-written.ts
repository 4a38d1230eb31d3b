import type { Element } from '../html/tree/dom.ts';

const NAMES: ReadonlySet<string> = new Set(
  'script style head meta link base title template svg math canvas object applet input select option textarea datalist'.split(
    ' ',
  ),
);

/** Whether an element has nothing that a reader of the page sees, so that a snapshot is better without it. */
export function isNeverWritten({ type, name }: Element): boolean {
  return type !== 'tag' || NAMES.has(name);
}
