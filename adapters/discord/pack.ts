import type { Part } from './blocks.ts';
import { cutParagraph } from './cut.ts';
import { gapBefore, toMarkdown } from './markdown.ts';
import type { Paragraph } from './paragraph.ts';
import { pictureLink } from './picture.ts';

/** The limits of one message: its components, those in others too, and the characters of all its texts. */
export const MAX_COMPONENTS = 40;
const MAX_TEXT = 4000;
/** What every message leaves free: words can be put below it later, with a button. */
const ROOM = { text: 120, components: 4 } as const;
/** Less room than this at the end of a message is not worth cutting a paragraph for. */
const LEAST_ROOM = 600;

interface Load {
  text: number;
  components: number;
}

/**
 * Divides parts into messages that hold every limit, also where their pictures have to be replaced by links: between
 * parts where possible, else inside of them. `reserved` components are left free for what stands below.
 */
export function pack(parts: readonly Part[], reserved: number): Part[][] {
  const messages: Part[][] = [];
  const most: Load = {
    text: MAX_TEXT - ROOM.text,
    components: MAX_COMPONENTS - Math.max(reserved, ROOM.components),
  };
  const waiting = parts.toReversed();
  let current: Part[] = [];
  let load = EMPTY;
  const next = (): void => {
    if (current.length > 0) messages.push(current);
    current = [];
    load = EMPTY;
  };
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part.kind === 'rule' && current.length === 0) continue;
    const after = add(load, costOf(part, current.at(-1)));
    if (isWithin(after, most)) {
      load = after;
      current.push(part);
      continue;
    }
    const stays = after.components <= most.components && most.text - load.text >= LEAST_ROOM;
    const alone = isWithin(add(EMPTY, costOf(part, undefined)), most);
    const pieces = stays && !alone ? cutPart(part, most.text - load.text, current.at(-1)) : undefined;
    if (pieces !== undefined) waiting.push(...pieces.toReversed());
    else waiting.push(part);
    if (pieces === undefined) next();
  }
  next();
  return messages.map(withoutLastRule).filter((some) => some.length > 0);
}

/** The container itself. */
const EMPTY: Load = { text: 0, components: 1 };

function add(one: Load, other: Load): Load {
  return { text: one.text + other.text, components: one.components + other.components };
}

function isWithin(load: Load, most: Load): boolean {
  return load.text <= most.text && load.components <= most.components;
}

/** The paragraph that one stands below in the same text, if any: two lists in one text would be read as one. */
export function joinedTo(one: Paragraph, before: Part | undefined): Paragraph | undefined {
  if (before?.kind !== 'text') return undefined;
  return isItem(one) && isItem(before.paragraph) && !one.tight ? undefined : before.paragraph;
}

function isItem({ first, rest }: Paragraph): boolean {
  return first !== rest;
}

/** A picture costs what the link in its place would. */
function costOf(part: Part, before: Part | undefined): Load {
  switch (part.kind) {
    case 'text': {
      const joined = joinedTo(part.paragraph, before);
      const text = gapBefore(part.paragraph, joined).length + toMarkdown([part.paragraph]).length;
      return { text, components: joined === undefined ? 1 : 0 };
    }
    case 'section':
      return { text: toMarkdown([part.paragraph]).length + linkCost([part.picture]), components: 3 };
    case 'gallery':
      return { text: linkCost(part.pictures), components: 2 };
    case 'rule':
      return { text: 0, components: 1 };
    default:
      return part satisfies never;
  }
}

function linkCost(pictures: readonly Parameters<typeof pictureLink>[0][]): number {
  return pictures.reduce((sum, picture) => sum + pictureLink(picture).length + 1, 0);
}

/** A start of a part that fits into `room`, and the rest; undefined where it cannot be cut there. */
function cutPart(part: Part, room: number, before: Part | undefined): [Part, Part] | undefined {
  switch (part.kind) {
    case 'text': {
      const gap = gapBefore(part.paragraph, joinedTo(part.paragraph, before)).length;
      const cut = cutParagraph(part.paragraph, room - gap);
      return cut && [toText(cut[0]), toText(cut[1])];
    }
    case 'section': {
      const cut = cutParagraph(part.paragraph, room - linkCost([part.picture]));
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
