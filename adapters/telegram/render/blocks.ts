import type { Translate } from '../../../src/locales/messages.ts';
import { renderPlainTable } from '../../../src/view/plain-table.ts';
import type { Block, Picture } from '../../../src/view/view.ts';
import { linkRuns, type Paragraph, paragraph, type Run, run, toRuns } from './paragraph.ts';

/** A wider table breaks its lines on a phone. */
const TABLE_COLUMNS = 34;

/** One block as paragraphs. A gallery of several is an album, which is no text. */
export function toParagraphs(block: Block, t: Translate): Paragraph[] {
  switch (block.kind) {
    case 'heading':
      return keepFilled([paragraph(toRuns(block.spans, 'b'))]);
    case 'text':
      return keepFilled([
        paragraph(toRuns(block.spans)),
        ...(block.thumbnail ? [pictureParagraph(block.thumbnail, t)] : []),
      ]);
    case 'quote':
      return keepFilled([paragraph(toRuns(block.spans), { frame: 'quote' })]);
    case 'code':
      return keepFilled([paragraph([run(block.text)], { frame: 'pre' })]);
    case 'list':
      return listParagraphs(block);
    case 'table':
      return tableParagraphs(block, t);
    case 'image':
      return [pictureParagraph(block.picture, t)];
    case 'gallery':
      return block.pictures.length === 1 ? block.pictures.map((picture) => pictureParagraph(picture, t)) : [];
    case 'divider':
      return [paragraph([run('— — —')])];
    default:
      return block satisfies never;
  }
}

function keepFilled(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
}

function listParagraphs({ ordered, start = 1, items }: Extract<Block, { kind: 'list' }>): Paragraph[] {
  return items.flatMap((spans, at) => {
    const mark = run(ordered ? `${start + at}. ` : '• ');
    const runs = toRuns(spans);
    return runs.length === 0 ? [] : [paragraph([mark, ...runs], { tight: at > 0 })];
  });
}

/** A narrow table without links stands in columns, any other row by row. */
function tableParagraphs({ rows }: Extract<Block, { kind: 'table' }>, t: Translate): Paragraph[] {
  const linked = rows.flat(2).some((span) => span.kind === 'link');
  const lines = linked ? [] : renderPlainTable(rows, { colour: false, t });
  if (lines.length > 0 && lines.every((line) => line.length <= TABLE_COLUMNS)) {
    return keepFilled([paragraph([run(lines.join('\n'))], { frame: 'pre' })]);
  }
  return rows.flatMap((cells, at) => {
    const runs = cells.flatMap((spans, column) => [...(column === 0 ? [] : [run(' | ')]), ...toRuns(spans)]);
    return keepFilled([paragraph(runs, { tight: at > 0 })]);
  });
}

/** A picture as a line: what it shows, linked to it, and whose it is. It can be shown above the message. */
function pictureParagraph(picture: Picture, t: Translate): Paragraph {
  return paragraph(pictureRuns(picture, t), { tight: true, picture: picture.url });
}

/** What is said of a picture, linked to its address. */
export function pictureRuns({ url, alt, caption, credit }: Picture, t: Translate): Run[] {
  const said = [caption, alt].flatMap((words) => (words === null || words.trim() === '' ? [] : [words.trim()]));
  const words = [...new Set(said)].join(' · ') || t('picture.untitled');
  const whose = credit === null || credit.trim() === '' ? [] : [run(t('picture.credit', { credit }))];
  return [run('🖼 '), ...linkRuns(words, url), ...whose];
}
