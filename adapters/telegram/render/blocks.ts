import type { Translate } from '../../../src/locales/messages.ts';
import { captionOf, creditOf, listLines, tableLines } from '../../../src/messaging/rich-text/block-runs.ts';
import { type Run, run, textOf } from '../../../src/messaging/rich-text/rich-text.ts';
import type { Block, Picture } from '../../../src/view/view.ts';
import { linkRuns, type Paragraph, paragraph, toRuns } from './paragraph.ts';

/** A block as paragraphs that have text. A gallery of several pictures is an album, which is no text. */
export function toParagraphs(block: Block, t: Translate): Paragraph[] {
  return blockParagraphs(block, t).filter(({ runs }) => textOf(runs).trim() !== '');
}

function blockParagraphs(block: Block, t: Translate): Paragraph[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph(toRuns(block.spans), { around: 'strong' })];
    case 'text':
      return [paragraph(toRuns(block.spans)), ...(block.thumbnail ? [pictureParagraph(block.thumbnail, t)] : [])];
    case 'quote':
      return [paragraph(toRuns(block.spans), { frame: 'quote' })];
    case 'code':
      return [paragraph([run(block.text)], { frame: 'pre' })];
    case 'list':
      return listLines(block, { bullet: '• ', toRuns }).map(({ marker, runs, tight }) =>
        paragraph([run(marker), ...runs], { tight }),
      );
    case 'table':
      return tableLines(block, { t, toRuns }).map(({ runs, tight, code }) =>
        paragraph(runs, { tight, frame: code ? 'pre' : 'plain' }),
      );
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

/** A picture as a line with a link to it. It can be shown above the message. */
function pictureParagraph(picture: Picture, t: Translate): Paragraph {
  const sign = captionOf(picture) === '' ? [] : [run('🖼 ')];
  return paragraph([...sign, ...captionRuns(picture, t)], { tight: true, picture: picture.url });
}

/** The caption of a picture, or a sign for it, linked to its address, and its credit. */
export function captionRuns(picture: Picture, t: Translate): Run[] {
  const credit = creditOf(picture, t);
  const caption = linkRuns(captionOf(picture) || '🖼', picture.url);
  return credit === '' ? caption : [...caption, run(credit)];
}
