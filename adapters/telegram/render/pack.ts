import { type Budget, packMessages } from '../../../src/messaging/pack-messages.ts';
import { gapBefore } from '../../../src/messaging/rich-text.ts';
import { cutParagraph } from './cut.ts';
import { tagsOf, toHtml } from './html.ts';
import { lengthOf, type Paragraph } from './paragraph.ts';

/** The limits of one message: https://core.telegram.org/bots/api#sendmessage, and tdlib's of its source and its entities. */
const MAX_TEXT = 4096;
const MAX_ENTITIES = 100;
const MAX_BYTES = 30_000;
/** With less room at the end of a message, a paragraph is not cut. */
const MIN_ROOM = 600;

interface Load {
  text: number;
  entities: number;
  bytes: number;
}

const EMPTY: Load = { text: 0, entities: 0, bytes: 0 };

/** Divides paragraphs into messages within Telegram's limits: between paragraphs where possible, else inside of them. */
export function pack(paragraphs: readonly Paragraph[], maxText: number = MAX_TEXT): Paragraph[][] {
  return packMessages(paragraphs, createBudget(maxText));
}

function createBudget(maxText: number): Budget<Paragraph, Load> {
  return {
    empty: EMPTY,
    add,
    fits: ({ text, entities, bytes }) => text <= maxText && entities <= MAX_ENTITIES && bytes <= MAX_BYTES,
    cut(paragraph, load, previous) {
      const room = Math.min(roomInRuns(paragraph, load), maxText - load.text - gapBefore(paragraph, previous).length);
      if (previous !== undefined && room < MIN_ROOM) return undefined;
      const [head, tail] = cutParagraph(paragraph, Math.max(1, room));
      return lengthOf(tail) === 0 ? [head] : [head, tail];
    },
    cutEndsMessage: true,
  };
}

function add(load: Load, paragraph: Paragraph, previous: Paragraph | undefined): Load {
  return {
    text: load.text + gapBefore(paragraph, previous).length + lengthOf(paragraph),
    entities: load.entities + entitiesOf(paragraph),
    bytes: load.bytes + bytesOf(paragraph),
  };
}

/** The length of the runs that fit beside a load, as far as entities and bytes limit them. */
function roomInRuns(paragraph: Paragraph, load: Load): number {
  let room = 0;
  for (let count = 1; count <= paragraph.runs.length; count += 1) {
    const start = { ...paragraph, runs: paragraph.runs.slice(0, count) };
    const { entities, bytes } = add(load, start, undefined);
    if (entities > MAX_ENTITIES || bytes > MAX_BYTES) break;
    room = lengthOf(start);
  }
  return room;
}

function entitiesOf(paragraph: Paragraph): number {
  const { runs, frame } = paragraph;
  return runs.reduce((sum, run) => sum + tagsOf(run, paragraph).length, frame === 'plain' ? 0 : 1);
}

function bytesOf(paragraph: Paragraph): number {
  return Buffer.byteLength(toHtml([paragraph])) + 2;
}
