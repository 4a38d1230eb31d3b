import type { Part } from './blocks.ts';
import { cutParagraph } from './cut.ts';
import { gapBefore, toMarkdown } from './markdown.ts';
import { add, BYTES_EACH, EMPTY, fits, type Size, sizeOfText, subtract } from './message-size.ts';
import type { Paragraph } from './paragraph.ts';
import { pictureLink } from './picture.ts';

/** Less room than this at the end of a message is not worth cutting a paragraph for. */
const LEAST_ROOM = { text: 600, bytes: 1200 } as const;

/**
 * Divides parts into messages that hold a limit, also where their pictures have to be replaced by links: between parts
 * where possible, else inside of them.
 */
export function pack(parts: readonly Part[], limit: Size): Part[][] {
  const messages: Part[][] = [];
  const waiting = parts.toReversed();
  let current: Part[] = [];
  let size = CONTAINER;
  const next = (): void => {
    if (current.length > 0) messages.push(current);
    current = [];
    size = CONTAINER;
  };
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part.kind === 'rule' && current.length === 0) continue;
    const after = add(size, costOf(part, current.at(-1)));
    if (fits(after, limit)) {
      size = after;
      current.push(part);
      continue;
    }
    const pieces = isWorthCutting(part, size, limit) ? cutPart(part, subtract(limit, size), current.at(-1)) : undefined;
    if (pieces !== undefined) waiting.push(...pieces.toReversed());
    else if (current.length === 0) messages.push([part]);
    else waiting.push(part);
    if (pieces === undefined) next();
  }
  next();
  return messages.map(withoutLastRule).filter((some) => some.length > 0);
}

const CONTAINER: Size = { ...EMPTY, components: 1 };

/** A part that has room in a message of its own is not cut, nor is one where little of it would fit here. */
function isWorthCutting(part: Part, size: Size, limit: Size): boolean {
  const cost = costOf(part, undefined);
  if (fits(add(CONTAINER, cost), limit)) return false;
  const room = subtract(limit, size);
  const least = size.text === 0 ? { text: 0, bytes: 0 } : LEAST_ROOM;
  return cost.components <= room.components && room.text >= least.text && room.bytes >= least.bytes;
}

/** The paragraph that one stands below in the same text, if any: two lists in one text would be read as one. */
export function joinedTo(one: Paragraph, before: Part | undefined): Paragraph | undefined {
  if (before?.kind !== 'text') return undefined;
  return isItem(one) && isItem(before.paragraph) && !one.tight ? undefined : before.paragraph;
}

function isItem({ first, rest }: Paragraph): boolean {
  return first !== rest;
}

/** What the frame around some parts uses at most: a picture costs what the link in its place would. */
export function costOfAll(parts: readonly Part[]): Size {
  return parts.map((part, at) => costOf(part, parts[at - 1])).reduce(add, parts.length === 0 ? EMPTY : CONTAINER);
}

function costOf(part: Part, before: Part | undefined): Size {
  switch (part.kind) {
    case 'text': {
      const joined = joinedTo(part.paragraph, before);
      const text = sizeOfText(gapBefore(part.paragraph, joined) + toMarkdown([part.paragraph]));
      return joined === undefined ? add(text, { ...EMPTY, components: 1, bytes: BYTES_EACH }) : text;
    }
    case 'section': {
      const text = add(sizeOfText(toMarkdown([part.paragraph])), sizeOfLinks([part.picture]));
      return add(text, { ...EMPTY, components: 3, media: 1 });
    }
    case 'gallery':
      return add(sizeOfLinks(part.pictures), { ...EMPTY, components: 2, media: part.pictures.length });
    case 'rule':
      return { ...EMPTY, components: 1 };
    default:
      return part satisfies never;
  }
}

function sizeOfLinks(pictures: readonly Parameters<typeof pictureLink>[0][]): Size {
  const links = pictures.map((picture) => sizeOfText(`${pictureLink(picture)}\n`));
  return add(links.reduce(add, EMPTY), { ...EMPTY, bytes: BYTES_EACH });
}

/** A start of a part that fits into `room`, and the rest; undefined where it cannot be cut there. */
function cutPart(part: Part, room: Size, before: Part | undefined): [Part, Part] | undefined {
  switch (part.kind) {
    case 'text': {
      const gap = sizeOfText(gapBefore(part.paragraph, joinedTo(part.paragraph, before)));
      const cut = cutParagraph(part.paragraph, subtract(room, { ...gap, bytes: gap.bytes + BYTES_EACH }));
      return cut && [toText(cut[0]), toText(cut[1])];
    }
    case 'section': {
      const cut = cutParagraph(part.paragraph, subtract(room, sizeOfLinks([part.picture])));
      return cut && [{ ...part, paragraph: cut[0] }, toText(cut[1])];
    }
    case 'gallery': {
      const half = Math.ceil(part.pictures.length / 2);
      const [some, others] = [part.pictures.slice(0, half), part.pictures.slice(half)];
      return others.length === 0
        ? undefined
        : [
            { ...part, pictures: some },
            { ...part, pictures: others },
          ];
    }
    case 'rule':
      return undefined;
    default:
      return part satisfies never;
  }
}

function toText(paragraph: Paragraph): Part {
  return { kind: 'text', paragraph };
}

function withoutLastRule(parts: readonly Part[]): Part[] {
  return parts.slice(0, parts.findLastIndex(({ kind }) => kind !== 'rule') + 1);
}
