import type { Span } from '../../article/article.ts';
import { textOf } from '../../article/block-text.ts';
import { isNotice } from '../../html/boilerplate/notices.ts';
import type { Item } from '../../html/items.ts';
import { readLastLine } from './sign-off.ts';

/** "…。（完）", "… . ■": the end of the text, after its last sentence. */
const END_MARK = /(?<=[。！？.!?…”"」』’）)])\s*(?:[（(](?:完|全文完|终|終|了|END)[）)]|[■◼∎◆]|\/?\s?انتهى)\s*$/u;
/** "…。（译者：林晚/核稿：陈渡）", "…。（編輯：林晚）1100503" */
const EDITORS_AT_END =
  /(?<=[。！？」』”"）])\s*[（(](?:译者|譯者|翻译|翻譯|编译|編譯|编辑|編輯|责编|責編|核稿|校对|校對)\s?[：:／/][^（）()。！？]{2,40}[）)]\s?\d{0,8}\s*$/u;
/** "(Reporting by Ann Lee; Editing by Bo Berg)" behind the last sentence. */
const REPORTERS_AT_END =
  /(?<=[.!?”"])\s*(?=\((?:Additional )?(?:Reporting|Writing)(?: and \p{L}+)? by [^()]{3,240}\)\s*$)/u;
/** Both are in the last UTF-16 units of a paragraph. */
const MAX_MARK_UNITS = 80;
/** The blocks at the end that may close the text. */
const MAX_BLOCKS = 5;

type Paragraph = Extract<Item, { kind: 'block' }> & { block: { kind: 'paragraph' } };

/**
 * Removes the mark of the end and the editors in brackets behind the last sentences, and makes lines of their own of those
 * that close the last paragraph, below a line break or in brackets: who wrote or translated it, a link to another language.
 */
export function splitClosingLines(items: readonly Item[]): readonly Item[] {
  const closing = new Set(items.filter((item) => item.kind === 'block').slice(-MAX_BLOCKS));
  const last = items.findLast((item) => item.kind === 'block');
  return items.flatMap((item) => {
    if (item.kind !== 'block' || !closing.has(item) || !isParagraph(item)) return [item];
    const rest = withoutEndMark(item);
    return item === last ? splitLines(rest) : [rest];
  });
}

function isParagraph(item: Extract<Item, { kind: 'block' }>): item is Paragraph {
  return item.block.kind === 'paragraph';
}

function withoutEndMark(item: Paragraph): Paragraph {
  const text = textOf(item.block.spans);
  const tail = text.slice(-MAX_MARK_UNITS);
  const end = text.length - tail.length + tail.replace(END_MARK, '').replace(EDITORS_AT_END, '').length;
  return end === text.length ? item : paragraph(partOf(item.block.spans, 0, end));
}

/** A paragraph, and those of its last lines that are no text. */
function splitLines(item: Paragraph): Item[] {
  const { spans } = item.block;
  const text = textOf(spans);
  const reporters = text.endsWith(')') ? text.search(REPORTERS_AT_END) : -1;
  if (reporters > 0) return [partOf(spans, 0, reporters), partOf(spans, reporters, text.length)].map(paragraph);
  const lines: Item[] = [];
  let end = text.length;
  for (let at = text.lastIndexOf('\n'); at > 0; at = text.lastIndexOf('\n', at - 1)) {
    const line = text.slice(at + 1, end).trim();
    if (readLastLine(line) === undefined && !isNotice(line)) break;
    if (!isNotice(line)) lines.unshift(paragraph(partOf(spans, at + 1, end)));
    end = at;
  }
  return end === text.length ? [item] : [paragraph(partOf(spans, 0, end)), ...lines];
}

function paragraph(spans: Span[]): Paragraph {
  return { kind: 'block', block: { kind: 'paragraph', spans } };
}

/** The part of a text from one offset to another. */
function partOf(spans: readonly Span[], from: number, to: number): Span[] {
  let start = 0;
  return spans.flatMap((span) => {
    const text = span.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += span.text.length;
    return text === '' ? [] : [{ ...span, text }];
  });
}
