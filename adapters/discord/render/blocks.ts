import type { Translate } from '../../../src/locales/messages.ts';
import {
  captionOf,
  creditOf,
  isSpacedList,
  listLines,
  tableLines,
} from '../../../src/messaging/rich-text/block-runs.ts';
import { trimEnd, trimStart } from '../../../src/messaging/rich-text/cut-runs.ts';
import { type Run, run } from '../../../src/messaging/rich-text/rich-text.ts';
import { toEvenGroups } from '../../../src/view/even-groups.ts';
import type { Block, Picture } from '../../../src/view/view.ts';
import { type Paragraph, paragraph, small, textRuns, toRuns } from './paragraph.ts';
import { isTooLongForAlt, type Media, pictureRuns, toMedia } from './picture.ts';

/** What a message contains, from top to bottom. A section is a text with a picture beside it. */
export type Part =
  | { kind: 'text'; paragraph: Paragraph }
  | { kind: 'section'; paragraph: Paragraph; picture: Media }
  | { kind: 'gallery'; pictures: readonly Media[] }
  | { kind: 'divider' };

/** How to render a block: the language, and the level of a heading, 1 the largest. */
export interface Setting {
  t: Translate;
  level: 2 | 3;
}

/** https://docs.discord.com/developers/components/reference#media-gallery */
const MAX_GALLERY = 10;

/** One block as parts; none for a block without words. */
export function toParts(block: Block, { t, level }: Setting): Part[] {
  switch (block.kind) {
    case 'heading':
      return texts([withPrefix(toRuns(block.spans), `${'#'.repeat(level)} `)]);
    case 'text':
      return textParts(block, t);
    case 'quote':
      return texts([withPrefix(toRuns(block.spans), '> ')]);
    case 'code':
      return texts([paragraph([run(block.text)], { code: true })]);
    case 'list':
      return texts(listParagraphs(block));
    case 'table':
      return texts(tableLines(block, { t, toRuns }).map(({ runs, ...line }) => paragraph(runs, line)));
    case 'image':
      return pictureParts([block.picture], t);
    case 'gallery':
      return galleryParts(block.pictures, t);
    case 'divider':
      return [{ kind: 'divider' }];
    default:
      return block satisfies never;
  }
}

/** Discord's lists have no space between their items: one that needs it becomes paragraphs. */
function listParagraphs(list: Extract<Block, { kind: 'list' }>): Paragraph[] {
  const isSpaced = isSpacedList(list);
  return listLines(list, { bullet: isSpaced ? '• ' : '- ', toRuns }).map(({ marker, runs, tight }) =>
    isSpaced
      ? paragraph([run(marker), ...runs], { tight })
      : paragraph(runs, { first: marker, rest: ' '.repeat(marker.length), tight }),
  );
}

function withPrefix(runs: readonly Run[], prefix: string): Paragraph {
  return paragraph(runs, { first: prefix, rest: prefix });
}

/** The renderer sets the space around a paragraph; code keeps its indentation. */
function texts(paragraphs: readonly Paragraph[]): Part[] {
  return paragraphs.flatMap((whole) => {
    const runs = trimEnd(whole.code ? whole.runs : trimStart(whole.runs));
    return runs.length === 0 ? [] : [{ kind: 'text', paragraph: { ...whole, runs } }];
  });
}

function textParts({ spans, subtle, thumbnail }: Extract<Block, { kind: 'text' }>, t: Translate): Part[] {
  const text = texts([subtle ? small(toRuns(spans)) : paragraph(toRuns(spans))]);
  if (thumbnail === undefined) return text;
  const caption = captionOf(thumbnail) + creditOf(thumbnail, t);
  const picture = toMedia(thumbnail, caption);
  const [first] = text;
  if (picture === undefined || first?.kind !== 'text') return [...text, ...pictureParts([thumbnail], t)];
  const fullCaption = isTooLongForAlt(caption) ? texts([small(textRuns(caption), { tight: true })]) : [];
  return [{ kind: 'section', paragraph: first.paragraph, picture }, ...fullCaption];
}

function galleryParts(pictures: readonly Picture[], t: Translate): Part[] {
  const groups = toEvenGroups(pictures, MAX_GALLERY);
  const size = groups[0]?.length ?? 0;
  return groups.flatMap((group, at) => pictureParts(group, t, pictures.length > 1 ? at * size + 1 : undefined));
}

/** Pictures in one gallery, with their captions in small print below it; numbered from `firstNumber` if it is set. */
function pictureParts(pictures: readonly Picture[], t: Translate, firstNumber?: number): Part[] {
  const media = pictures.map((picture) => toMedia(picture, picture.alt.trim() || (picture.caption ?? '')));
  const displayed = media.filter((each) => each !== undefined);
  const captions = pictures.map((picture, at) => {
    const number = firstNumber === undefined ? [] : [run(`${firstNumber + at}. `)];
    const runs = media[at] === undefined ? linkedRuns(picture, t) : captionRuns(picture, t);
    return small(runs.length === 0 ? [] : [...number, ...runs], { tight: true });
  });
  return [...(displayed.length === 0 ? [] : [{ kind: 'gallery', pictures: displayed } as const]), ...texts(captions)];
}

/** The caption and credit of a displayed picture; also its description if Discord's limit cuts it. */
function captionRuns(picture: Picture, t: Translate): Run[] {
  const { alt, caption, credit } = picture;
  const words = [caption ?? '', ...(isTooLongForAlt(alt) ? [alt] : [])]
    .filter((text) => text.trim() !== '')
    .join(' · ');
  return textRuns(words === '' ? (credit ?? '').trim() : words + creditOf(picture, t));
}

function linkedRuns(picture: Picture, t: Translate): Run[] {
  const words = captionOf(picture) + creditOf(picture, t);
  return pictureRuns(words.trim(), picture.url);
}
