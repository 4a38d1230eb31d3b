import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Translate } from '../../../src/locales/messages.ts';
import { run } from '../../../src/messaging/rich-text.ts';
import type { Block, View } from '../../../src/view/view.ts';
import { accentOf } from './accent.ts';
import { type Part, toParts } from './blocks.ts';
import type { Row } from './components.ts';
import { assemble, type Draft } from './draft.ts';
import { fallbacksOf } from './fallbacks.ts';
import { toKeyboard } from './keyboard.ts';
import { add, fits, LIMITS, ROOM, type Size, sizeOf, subtract } from './message-size.ts';
import { costOfAll, pack } from './pack.ts';
import { type Paragraph, paragraph } from './paragraph.ts';

/** One message as it is sent. */
export interface Message {
  /** https://docs.discord.com/developers/components/reference */
  components: readonly APIMessageTopLevelComponent[];
  /** The addresses to try after a picture's first one, best first. */
  fallbacks: Readonly<Record<string, readonly string[]>>;
  /** The source of the components, to render it in another way where Discord refuses them. */
  draft?: Draft;
}

/** At most this many components of every message are reserved for the rows below the last one. */
const MAX_RESERVED = 20;

/**
 * A view as Discord's messages, each in a container, with the buttons at the end of the last one. No word and no address
 * is lost: anything that cannot be a link, a picture or a button becomes text.
 */
export function render(view: View, t: Translate): Message[] {
  const { inside, below, asText } = toKeyboard(view, t);
  const reserved = Math.min(sizeOf([...inside, ...below]).components, MAX_RESERVED);
  const limit = subtract(LIMITS, { ...ROOM, components: Math.max(reserved, ROOM.components) });
  const parts = [...view.blocks.flatMap((_, at) => partsAt(view, at, t)), ...asText.map(toText)];
  const look = { accent: accentOf(view), withoutLinks: paragraph([run(t('discord.withoutLinks'))]) };
  const drafts = pack(parts, limit).map((packed): Draft => ({ parts: packed, inside: [], below: [], ...look }));
  return withRows(drafts, { inside, below, look }).map((draft) => {
    const components = assemble(draft);
    return { components, fallbacks: fallbacksOf(view, components), draft };
  });
}

function toText(whole: Paragraph): Part {
  return { kind: 'text', paragraph: whole };
}

/** A block's parts, with their distance from the block before. */
function partsAt({ blocks, list }: View, at: number, t: Translate): Part[] {
  const block = blocks[at];
  if (block === undefined) return [];
  const isTitle = list !== undefined && blocks.findIndex(({ kind }) => kind === 'heading') === at;
  const [first, ...rest] = toParts(block, { t, level: isTitle ? 2 : 3 });
  if (first === undefined) return [];
  const previous = blocks[at - 1];
  const rule: Part[] = block.kind === 'heading' && at > 0 && previous?.kind !== 'divider' ? [{ kind: 'rule' }] : [];
  if (first.kind !== 'text' || !isTight(blocks[at - 2], previous, block)) return [...rule, first, ...rest];
  return [...rule, { ...first, paragraph: { ...first.paragraph, tight: true } }, ...rest];
}

/** No blank line follows a heading, nor a subtle line that introduces a list. */
function isTight(earlier: Block | undefined, previous: Block | undefined, block: Block): boolean {
  if (previous?.kind === 'heading') return true;
  const introduces = previous?.kind === 'text' && previous.subtle === true && earlier?.kind !== 'heading';
  return introduces && block.kind === 'list';
}

interface Below extends Pick<Draft, 'inside' | 'below'> {
  look: Pick<Draft, 'accent' | 'withoutLinks'>;
}

/** Adds the rows to the last message, and further messages for those that do not fit. */
function withRows(drafts: readonly Draft[], { inside, below, look }: Below): Draft[] {
  const all = [...drafts];
  // The last message leaves room too: a note about an incomplete answer can follow any message.
  const limit = subtract(LIMITS, ROOM);
  const place = (row: Row, isInside: boolean): void => {
    const last = all.at(-1);
    const isFull = last === undefined || !fits(add(costOf(last), sizeOf([row])), limit);
    const draft = isFull ? { parts: [], inside: [], below: [], ...look } : last;
    const where = isInside && draft.parts.length > 0 ? 'inside' : 'below';
    const placed = { ...draft, [where]: [...draft[where], row] };
    if (isFull) all.push(placed);
    else all.splice(-1, 1, placed);
  };
  for (const row of inside) place(row, true);
  for (const row of below) place(row, false);
  return all;
}

function costOf({ parts, inside, below }: Draft): Size {
  return add(costOfAll(parts), sizeOf([...inside, ...below]));
}
