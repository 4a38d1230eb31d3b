import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Translate } from '../../../src/locales/messages.ts';
import type { Block, View } from '../../../src/view/view.ts';
import { accentOf } from './accent.ts';
import { type Part, toParts } from './blocks.ts';
import type { Row } from './components.ts';
import { assemble, type Draft } from './draft.ts';
import { fallbacksOf } from './fallbacks.ts';
import { toKeyboard } from './keyboard.ts';
import { add, fits, LIMITS, ROOM, type Size, sizeOf, subtract } from './message-size.ts';
import { costOfAll, pack } from './pack.ts';
import { type Paragraph, paragraph, run } from './paragraph.ts';

/** One message as it is sent: Components V2, and where else its pictures may be found. */
export interface Message {
  components: readonly APIMessageTopLevelComponent[];
  /** The addresses to try after a picture's own, best first. */
  fallbacks: Readonly<Record<string, readonly string[]>>;
  /** What it was made of, to make other messages of where Discord refuses this one. */
  draft?: Draft;
}

/** So many components at most are kept free in every message for what stands below the last. */
const MOST_RESERVED = 20;

/**
 * A view as Discord's messages: a framed one after the other, the buttons at the end of the last. No word and no address
 * is lost: what cannot be a link, a picture or a button is text.
 */
export function render(view: View, t: Translate): Message[] {
  const { inside, below, instead } = toKeyboard(view, t);
  const reserved = Math.min(sizeOf([...inside, ...below]).components, MOST_RESERVED);
  const limit = subtract(LIMITS, { ...ROOM, components: Math.max(reserved, ROOM.components) });
  const parts = [...view.blocks.flatMap((_, at) => partsAt(view, at, t)), ...instead.map(toText)];
  const look = { accent: accentOf(view), withoutLinks: paragraph([run(t('discord.withoutLinks'))]) };
  const drafts = pack(parts, limit).map((some): Draft => ({ parts: some, inside: [], below: [], ...look }));
  return withRows(drafts, { inside, below, look }).map((draft) => {
    const components = assemble(draft);
    return { components, fallbacks: fallbacksOf(view, components), draft };
  });
}

function toText(one: Paragraph): Part {
  return { kind: 'text', paragraph: one };
}

/** A block's parts, with the distance that it keeps from the one before. */
function partsAt({ blocks, list }: View, at: number, t: Translate): Part[] {
  const block = blocks[at];
  if (block === undefined) return [];
  const isTitle = list !== undefined && blocks.findIndex(({ kind }) => kind === 'heading') === at;
  const [first, ...others] = toParts(block, { t, level: isTitle ? 2 : 3 });
  if (first === undefined) return [];
  const before = blocks[at - 1];
  const rule: Part[] = block.kind === 'heading' && at > 0 && before?.kind !== 'divider' ? [{ kind: 'rule' }] : [];
  if (first.kind !== 'text' || !isTight(blocks[at - 2], before, block)) return [...rule, first, ...others];
  return [...rule, { ...first, paragraph: { ...first.paragraph, tight: true } }, ...others];
}

/** A heading stands close above what it heads, and a small line close above the list that it introduces. */
function isTight(earlier: Block | undefined, before: Block | undefined, block: Block): boolean {
  if (before?.kind === 'heading') return true;
  const introduces = before?.kind === 'text' && before.subtle === true && earlier?.kind !== 'heading';
  return introduces && block.kind === 'list';
}

interface Below extends Pick<Draft, 'inside' | 'below'> {
  look: Pick<Draft, 'accent' | 'withoutLinks'>;
}

/** The rows at the end of the last message; where they are too many for it, further ones follow. */
function withRows(drafts: readonly Draft[], { inside, below, look }: Below): Draft[] {
  const all = [...drafts];
  // The last message leaves room too: that the answer is incomplete is said below whichever stands.
  const limit = subtract(LIMITS, ROOM);
  const place = (row: Row, framed: boolean): void => {
    const last = all.at(-1);
    const isFull = last === undefined || !fits(add(costOf(last), sizeOf([row])), limit);
    const draft = isFull ? { parts: [], inside: [], below: [], ...look } : last;
    const where = framed && draft.parts.length > 0 ? 'inside' : 'below';
    const placed = { ...draft, [where]: [...draft[where], row] };
    if (isFull) all.push(placed);
    else all.splice(-1, 1, placed);
  };
  for (const one of inside) place(one, true);
  for (const one of below) place(one, false);
  return all;
}

function costOf({ parts, inside, below }: Draft): Size {
  return add(costOfAll(parts), sizeOf([...inside, ...below]));
}
