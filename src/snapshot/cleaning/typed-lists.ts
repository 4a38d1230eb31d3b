import type { Block, Span } from '../../article/article.ts';
import { textOf } from '../../article/block-text.ts';
import type { Item } from '../../html/items.ts';

/** A bullet that was typed; a hyphen needs a space after it, since a dash may open a line of speech. */
const BULLET = /^\s*(?:[•●▪◦‣∙■◆➤✓✔]\ufe0f?\s*|[·○□◇▶►]\s*(?=\S)|[-*]\s+(?=\S))/u;

/** Turns paragraphs in a row, or lines of one paragraph, that begin with typed bullets into a list without the bullets. */
export function readTypedLists(items: readonly Item[]): readonly Item[] {
  const result: Item[] = [];
  let run: Span[][] = [];
  let pending: Item[] = [];
  const flush = (): void => {
    if (run.length > 1) result.push({ kind: 'block', block: { kind: 'list', ordered: false, items: run } });
    else for (const item of pending) result.push(item);
    run = [];
    pending = [];
  };
  for (const item of items) {
    const lines = bulletedLines(item);
    if (lines === undefined) {
      flush();
      result.push(item);
    } else {
      for (const line of lines) run.push(line);
      pending.push(item);
    }
  }
  flush();
  return result;
}

function bulletedLines(item: Item): Span[][] | undefined {
  if (item.kind !== 'block' || item.block.kind !== 'paragraph') return undefined;
  if (!BULLET.test(textOf(item.block.spans))) return undefined;
  const lines = linesOf(item.block);
  return (lines.every(isBulleted) ? lines : [item.block.spans]).map(withoutBullet);
}

function isBulleted(line: readonly Span[]): boolean {
  return BULLET.test(textOf(line));
}

function linesOf({ spans }: Extract<Block, { spans: Span[] }>): Span[][] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    for (const [index, text] of span.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...span, text });
    }
  }
  return lines.filter((line) => textOf(line).trim() !== '');
}

/** The bullet may be in a span of its own. */
function withoutBullet(line: readonly Span[]): Span[] {
  const length = BULLET.exec(textOf(line))?.[0].length ?? 0;
  const rest: Span[] = [];
  let skipped = 0;
  for (const span of line) {
    const skip = Math.min(span.text.length, length - skipped);
    skipped += skip;
    if (skip < span.text.length) rest.push({ ...span, text: span.text.slice(skip) });
  }
  return rest;
}
