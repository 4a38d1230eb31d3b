import { lengthWithin } from '../../../src/messaging/rich-text/cut-runs.ts';
import { type Budget, packMessages } from '../../../src/messaging/rich-text/pack-messages.ts';
import { gapBefore } from '../../../src/messaging/rich-text/rich-text.ts';
import type { Part } from './blocks.ts';
import { cutParagraph } from './cut.ts';
import { ZERO_WIDTH } from './escape.ts';
import { toMarkdown } from './markdown.ts';
import { add, BYTES_EACH, EMPTY, fits, LIMITS, type Size, sizeOfText, subtract } from './message-size.ts';
import type { Paragraph } from './paragraph.ts';
import { type Media, pictureLink } from './picture.ts';

/** With less room at the end of a message, a part is not divided. */
const MIN_ROOM = { text: 600, bytes: 1200 } as const;
/** A longer text fits into no message, even if some of it is space that is not sent. */
const MAX_MEASURED = 10 * LIMITS.text;
/** An empty line between two sections; a component would cost too many of the forty. */
export const SECTION_GAP = `\n${ZERO_WIDTH}`;
const CONTAINER: Size = { ...EMPTY, components: 1 };

/**
 * Divides parts into messages within a limit, even if links have to replace their pictures: between parts if possible,
 * otherwise inside of them.
 */
export function pack(parts: readonly Part[], limit: Size): Part[][] {
  return packMessages(parts, createBudget(limit))
    .map(trimDividers)
    .filter((message) => message.length > 0);
}

function createBudget(limit: Size): Budget<Part, Size> {
  return {
    empty: CONTAINER,
    add(size, part, previous) {
      const isLeadingDivider = part.kind === 'divider' && size.components === CONTAINER.components;
      return isLeadingDivider ? size : add(size, costOf(part, previous));
    },
    fits: (size) => fits(size, limit),
    cut(part, size, previous) {
      const room = subtract(limit, size);
      const min = size.text === 0 ? { text: 0, bytes: 0 } : MIN_ROOM;
      if (costOf(part, undefined).components > room.components) return undefined;
      return room.text < min.text || room.bytes < min.bytes ? undefined : cutPart(part, room, previous);
    },
  };
}

/** The paragraph before this one in the same text component. Two lists in one component would be read as one. */
export function joinedTo(paragraph: Paragraph, previous: Part | undefined): Paragraph | undefined {
  if (previous?.kind !== 'text') return undefined;
  return isItem(paragraph) && isItem(previous.paragraph) && !paragraph.tight ? undefined : previous.paragraph;
}

function isItem({ first, rest }: Paragraph): boolean {
  return first !== rest;
}

/** The maximal size of a container of parts: a picture costs as much as the link that may replace it. */
export function costOfAll(parts: readonly Part[]): Size {
  return parts.map((part, at) => costOf(part, parts[at - 1])).reduce(add, CONTAINER);
}

function costOf(part: Part, previous: Part | undefined): Size {
  switch (part.kind) {
    case 'text': {
      const joined = joinedTo(part.paragraph, previous);
      const text = add(sizeOfText(gapBefore(part.paragraph, joined)), sizeOfParagraph(part.paragraph));
      return joined === undefined ? add(text, { ...EMPTY, components: 1, bytes: BYTES_EACH }) : text;
    }
    case 'section': {
      const text = add(sizeOfParagraph(part.paragraph), sizeOfLinks([part.picture]));
      return add(add(text, sizeOfText(SECTION_GAP)), { ...EMPTY, components: 3, media: 1 });
    }
    case 'gallery':
      return add(sizeOfLinks(part.pictures), { ...EMPTY, components: 2, media: part.pictures.length });
    case 'divider':
      return { ...EMPTY, components: 1 };
    default:
      return part satisfies never;
  }
}

/** A paragraph that fits nowhere is not rendered, because it would be for each message that it fills. */
function sizeOfParagraph(paragraph: Paragraph): Size {
  const units = lengthWithin(paragraph.runs, MAX_MEASURED);
  return units < MAX_MEASURED ? sizeOfText(toMarkdown([paragraph])) : { ...EMPTY, text: units, bytes: units };
}

function sizeOfLinks(pictures: readonly Media[]): Size {
  const links = pictures.map((picture) => sizeOfText(`${pictureLink(picture)}\n`));
  return add(links.reduce(add, EMPTY), { ...EMPTY, bytes: BYTES_EACH });
}

function cutPart(part: Part, room: Size, previous: Part | undefined): Part[] | undefined {
  switch (part.kind) {
    case 'text': {
      const gap = sizeOfText(gapBefore(part.paragraph, joinedTo(part.paragraph, previous)));
      const cut = cutParagraph(part.paragraph, subtract(room, { ...gap, bytes: gap.bytes + BYTES_EACH }));
      return cut?.map((paragraph) => ({ kind: 'text', paragraph }));
    }
    case 'section': {
      const cut = cutParagraph(part.paragraph, subtract(room, sizeOfLinks([part.picture])));
      return (
        cut && [
          { ...part, paragraph: cut[0] },
          { kind: 'text', paragraph: cut[1] },
        ]
      );
    }
    case 'gallery': {
      const half = Math.ceil(part.pictures.length / 2);
      const halves = [part.pictures.slice(0, half), part.pictures.slice(half)];
      return part.pictures.length === 1 ? undefined : halves.map((pictures) => ({ ...part, pictures }));
    }
    case 'divider':
      return undefined;
    default:
      return part satisfies never;
  }
}

/** A message neither begins nor ends with a divider. */
function trimDividers(parts: readonly Part[]): Part[] {
  const isContent = ({ kind }: Part): boolean => kind !== 'divider';
  const first = parts.findIndex(isContent);
  return first < 0 ? [] : parts.slice(first, parts.findLastIndex(isContent) + 1);
}
