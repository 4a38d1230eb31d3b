import { headOf, lengthWithin } from '../../../src/messaging/rich-text/cut-runs.ts';
import { largestFitting } from '../../../src/messaging/rich-text/largest-fitting.ts';
import { packMessages } from '../../../src/messaging/rich-text/pack-messages.ts';
import { gapBefore } from '../../../src/messaging/rich-text/rich-text.ts';
import { cutParagraph } from './cut.ts';
import { tagsOf, toHtml } from './html.ts';
import { lengthOf, type Paragraph } from './paragraph.ts';

/** The limits of one message: https://core.telegram.org/bots/api#sendmessage, and tdlib's of its source and its entities. */
const MAX_TEXT = 4096;
const MAX_ENTITIES = 100;
const MAX_BYTES = 30_000;
/** With less room at the end of a message, a paragraph is not cut. */
const MIN_ROOM = 600;

/** Divides paragraphs into messages within Telegram's limits: between paragraphs if possible, else inside them. */
export function pack(paragraphs: readonly Paragraph[], maxText: number = MAX_TEXT): Paragraph[][] {
  const fits = ({ text, entities, bytes }: Load): boolean =>
    text <= maxText && entities <= MAX_ENTITIES && bytes <= MAX_BYTES;
  return packMessages(paragraphs, {
    empty: { text: 0, entities: 0, bytes: 0 },
    add,
    fits,
    cut(paragraph, load, previous) {
      const headFits = (length: number): boolean => {
        const head = { ...paragraph, runs: headOf(paragraph.runs, length) };
        return fits(add(load, head, previous));
      };
      const room = largestFitting(lengthWithin(paragraph.runs, maxText), headFits);
      if (previous !== undefined && room < MIN_ROOM) return undefined;
      const [head, tail] = cutParagraph(paragraph, Math.max(1, room));
      return lengthWithin(tail.runs, 1) === 0 ? [head] : [head, tail];
    },
    cutEndsMessage: true,
  });
}

interface Load {
  text: number;
  entities: number;
  bytes: number;
}

function add(load: Load, paragraph: Paragraph, previous: Paragraph | undefined): Load {
  const { runs, frame } = paragraph;
  // It fits nowhere: what else it takes does not matter, and would be measured for each message that it fills.
  if (lengthWithin(runs, MAX_TEXT + 1) > MAX_TEXT) return { ...load, text: load.text + MAX_TEXT + 1 };
  const tags = runs.flatMap((run) => tagsOf(run, paragraph)).length + (frame === 'plain' ? 0 : 1);
  return {
    text: load.text + gapBefore(paragraph, previous).length + lengthOf(paragraph),
    entities: load.entities + tags,
    bytes: load.bytes + Buffer.byteLength(toHtml([paragraph])) + 2,
  };
}
