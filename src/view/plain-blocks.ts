import { toTerminalText } from '../text/terminal-text.ts';
import { widthOf } from '../text/width.ts';
import { type Paper, toLines, toPiece, toPieces } from './paper.ts';
import { targetOf, toAddress } from './plain-address.ts';
import { renderPlainTable } from './plain-table.ts';
import type { Piece } from './terminal-style.ts';
import type { Block, Picture, Span } from './view.ts';

const NOTHING_BEFORE = { first: '', rest: '' };
const QUOTE = { first: '│ ', rest: '│ ' };
const RULE_COLUMNS = 24;

/** Renders a block as lines of text. */
export function renderPlainBlock(block: Block, paper: Paper): string[] {
  switch (block.kind) {
    case 'heading':
      return headingLines(block.spans, paper);
    case 'text':
      return [
        ...spanLines(block.spans, paper, { style: block.subtle ? 'subtle' : 'plain' }),
        ...(block.thumbnail ? pictureLines(block.thumbnail, paper) : []),
      ];
    case 'quote':
      return spanLines(block.spans, paper, { before: QUOTE });
    case 'code':
      return toTerminalText(block.text)
        .split('\n')
        .map((line) => `    ${line}`.trimEnd());
    case 'list':
      return listLines(block, paper);
    case 'table':
      return renderPlainTable(block.rows, paper);
    case 'image':
      return pictureLines(block.picture, paper);
    case 'gallery':
      return block.pictures.flatMap((picture, index) => pictureLines(picture, paper, `${index + 1}. `));
    case 'divider':
      return ['─'.repeat(Math.min(RULE_COLUMNS, paper.width ?? RULE_COLUMNS))];
    default:
      return block satisfies never;
  }
}

/** The addresses of links in a heading follow below it, so that it stays readable, unless its words lead there. */
function headingLines(spans: readonly Span[], paper: Paper): string[] {
  const leads = paper.addresses === 'linked';
  const words = spans.map((span) => ({
    ...toPiece(span.text, 'heading'),
    ...(leads && span.kind === 'link' && targetOf(span.url)),
  }));
  const links = spans.filter((span) => span.kind === 'link').filter(({ url }) => !leads || !targetOf(url));
  return [
    ...toLines(words, paper, NOTHING_BEFORE),
    ...links.flatMap(({ url }) => toLines([toAddress(url, paper.addresses)], paper, NOTHING_BEFORE)),
  ].filter((line) => line !== '');
}

function spanLines(
  spans: readonly Span[],
  paper: Paper,
  { style = 'plain', before = NOTHING_BEFORE }: { style?: Piece['style']; before?: { first: string; rest: string } },
): string[] {
  const pieces = toPieces(spans, paper, style);
  return pieces.every(({ text }) => text.trim() === '') ? [] : toLines(pieces, paper, before);
}

function listLines({ ordered, start = 1, items }: Extract<Block, { kind: 'list' }>, paper: Paper): string[] {
  const columns = String(start + items.length - 1).length + 2;
  return items.flatMap((spans, index) => {
    const mark = ordered ? `${start + index}. `.padStart(columns) : '• ';
    return toLines(toPieces(spans, paper), paper, { first: mark, rest: ' '.repeat(widthOf(mark)) });
  });
}

/** `Picture: caption (credit)` with its address below, or beside it if there is neither, unless the words lead there. */
function pictureLines({ url, alt, caption, credit }: Picture, paper: Paper, mark = ''): string[] {
  const { t } = paper;
  const described = [caption, alt].flatMap((words) => words?.trim() || []);
  const whose = credit?.trim() ? [toPiece(t('picture.credit', { credit }), 'subtle')] : [];
  const label = { text: t('picture.label'), style: 'subtle' } as const;
  const rest = ' '.repeat(widthOf(mark));
  const address = toAddress(url, paper.addresses);
  if (described.length + whose.length === 0) return toLines([label, address], paper, { first: mark, rest });
  const words = [...new Set(described)].join(' · ');
  const shownCredit = words === '' ? whose.map((piece) => ({ ...piece, text: piece.text.trimStart() })) : whose;
  const target = address.target === undefined ? {} : { target: address.target };
  const shown = [label, { ...toPiece(words, 'plain'), ...target }, ...shownCredit];
  const isLinked = address.target !== undefined && words !== '';
  return [
    ...toLines(shown, paper, { first: mark, rest }),
    ...(isLinked ? [] : toLines([address], paper, { first: rest, rest })),
  ];
}
