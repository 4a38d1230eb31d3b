import { cutParagraph } from './cut.ts';
import { gapBefore, toHtml } from './html.ts';
import { lengthOf, type Paragraph } from './paragraph.ts';

/** The limits of one message: https://core.telegram.org/bots/api#sendmessage, and tdlib's of its source and its entities. */
const MAX_TEXT = 4096;
const MAX_ENTITIES = 100;
const MAX_BYTES = 30_000;
/** Less room than this at the end of a message is not worth cutting a paragraph for. */
const LEAST_ROOM = 600;

interface Load {
  text: number;
  entities: number;
  bytes: number;
}

/** Divides paragraphs into messages that hold every limit: between paragraphs where possible, else inside of them. */
export function pack(paragraphs: readonly Paragraph[], maxText: number = MAX_TEXT): Paragraph[][] {
  const messages: Paragraph[][] = [];
  let current: Paragraph[] = [];
  let load: Load = { text: 0, entities: 0, bytes: 0 };
  const next = (): void => {
    if (current.length > 0) messages.push(current);
    current = [];
    load = { text: 0, entities: 0, bytes: 0 };
  };
  for (const whole of paragraphs) {
    let left: Paragraph | undefined = whole;
    while (left !== undefined) {
      const room = roomFor(left, load, { before: current.at(-1), maxText });
      if (room >= lengthOf(left)) {
        load = add(load, left, current.at(-1));
        current.push(left);
        left = undefined;
      } else if (current.length > 0 && (room < LEAST_ROOM || fitsAlone(left, maxText))) next();
      else {
        const [head, tail]: [Paragraph, Paragraph] = cutParagraph(left, Math.max(1, room));
        current.push(head);
        next();
        left = lengthOf(tail) > 0 ? tail : undefined;
      }
    }
  }
  next();
  return messages;
}

const EMPTY: Load = { text: 0, entities: 0, bytes: 0 };

function fitsAlone(one: Paragraph, maxText: number): boolean {
  return roomFor(one, EMPTY, { before: undefined, maxText }) >= lengthOf(one);
}

function add(load: Load, one: Paragraph, before: Paragraph | undefined): Load {
  return {
    text: load.text + gapBefore(one, before).length + lengthOf(one),
    entities: load.entities + entitiesOf(one),
    bytes: load.bytes + bytesOf(one),
  };
}

/** How much of a paragraph still goes into a message, in UTF-16 units: all of it, or up to the run that is too much. */
function roomFor(
  one: Paragraph,
  load: Load,
  { before, maxText }: { before: Paragraph | undefined; maxText: number },
): number {
  let entities = load.entities + (one.frame === 'plain' ? 0 : 1);
  let { bytes } = load;
  let room = 0;
  for (const piece of one.runs) {
    entities += piece.tags.length;
    bytes += bytesOf({ ...one, runs: [piece] });
    if (entities > MAX_ENTITIES || bytes > MAX_BYTES) break;
    room += piece.text.length;
  }
  return Math.min(room, maxText - load.text - gapBefore(one, before).length);
}

function entitiesOf({ runs, frame }: Paragraph): number {
  return runs.reduce((sum, { tags }) => sum + tags.length, frame === 'plain' ? 0 : 1);
}

function bytesOf(one: Paragraph): number {
  return Buffer.byteLength(toHtml([one])) + 2;
}
