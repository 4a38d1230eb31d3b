import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import type { Translate } from '../../../src/locales/messages.ts';
import { run } from '../../../src/messaging/rich-text/rich-text.ts';
import type { Block, TextFile, View } from '../../../src/view/view.ts';
import { accentOf } from './accent.ts';
import { type Part, toParts } from './blocks.ts';
import { assemble, type Draft } from './draft.ts';
import { toKeyboard } from './keyboard.ts';
import { isShowable } from './linkable.ts';
import { add, fits, LIMITS, ROOM, type Size, sizeOf, subtract } from './message-size.ts';
import { costOfAll, pack } from './pack.ts';
import { paragraph } from './paragraph.ts';
import type { Media } from './picture.ts';

export interface Message {
  /** https://docs.discord.com/developers/components/reference */
  components: readonly APIMessageTopLevelComponent[];
  /** The addresses to try after a picture's first one, best first. */
  fallbacks: Readonly<Record<string, readonly string[]>>;
  /** The source of the components, to render it in another form if Discord refuses them. */
  draft?: Draft;
  /** What a component shows as an attachment. */
  file?: TextFile;
}

/** At most this many components of every message are reserved for the rows below the last one. */
const MAX_RESERVED = 20;

/**
 * A view as Discord's messages, each in a container, with the buttons at the end of the last one; its file is a message after
 * them. No word and no address is lost: anything that cannot be a link, a picture or a button becomes text.
 */
export function render(view: View, t: Translate): Message[] {
  const { inside, below, asText } = toKeyboard(view, t);
  const reserved = Math.min(sizeOf([...inside, ...below]).components, MAX_RESERVED);
  const limit = subtract(LIMITS, { ...ROOM, components: Math.max(reserved, ROOM.components) });
  const actions = asText.map((line): Part => ({ kind: 'text', paragraph: line }));
  const parts = [...view.blocks.flatMap((_, at) => partsAt(view, at, t)), ...actions];
  const withoutLinks = paragraph([run(t('discord.withoutLinks'))]);
  const omission = paragraph([run(t('discord.omission'))]);
  const empty: Draft = { parts: [], inside: [], below: [], accent: accentOf(view), withoutLinks, omission };
  const drafts = pack(parts, limit).map((packed) => ({ ...empty, parts: packed }));
  for (const row of inside) addRow(drafts, { inside: [row] }, empty);
  for (const row of below) addRow(drafts, { below: [row] }, empty);
  const messages = drafts.map((draft) => ({
    components: assemble(draft),
    fallbacks: fallbacksOf(draft.parts),
    draft,
  }));
  return view.file === undefined ? messages : [...messages, toFileMessage(view.file)];
}

/** A message of its own, so that a button above it does not replace it. */
function toFileMessage(file: TextFile): Message {
  const component = { type: ComponentType.File, file: { url: `attachment://${file.name}` } } as const;
  return { components: [component], fallbacks: {}, file };
}

/** The fallback addresses of the pictures, by their first address. No address belongs to two pictures. */
function fallbacksOf(parts: readonly Part[]): Message['fallbacks'] {
  const pictures = parts.flatMap(picturesOf);
  const taken = new Set(pictures.map(({ url }) => url));
  const fallbacks: Record<string, readonly string[]> = {};
  for (const picture of pictures) {
    if (picture.url in fallbacks) continue;
    const free = [...new Set(picture.fallbacks)].filter((url) => isShowable(url) && !taken.has(url));
    if (free.length > 0) fallbacks[picture.url] = free;
    for (const url of free) taken.add(url);
  }
  return fallbacks;
}

function picturesOf(part: Part): readonly Media[] {
  if (part.kind === 'gallery') return part.pictures;
  return part.kind === 'section' ? [part.picture] : [];
}

/** A block's parts, with their distance from the block before. */
function partsAt({ blocks, list }: View, at: number, t: Translate): Part[] {
  const block = blocks[at];
  if (block === undefined) return [];
  const isTitle = list !== undefined && blocks.findIndex(({ kind }) => kind === 'heading') === at;
  const [first, ...rest] = toParts(block, { t, level: isTitle ? 2 : 3 });
  if (first === undefined) return [];
  const previous = blocks[at - 1];
  const divider: Part[] =
    block.kind === 'heading' && at > 0 && previous?.kind !== 'divider' ? [{ kind: 'divider' }] : [];
  if (first.kind !== 'text' || !isTight(blocks[at - 2], previous, block)) return [...divider, first, ...rest];
  return [...divider, { ...first, paragraph: { ...first.paragraph, tight: true } }, ...rest];
}

/** No blank line follows a heading, nor a subtle line that introduces a list. */
function isTight(earlier: Block | undefined, previous: Block | undefined, block: Block): boolean {
  if (previous?.kind === 'heading') return true;
  const introduces = previous?.kind === 'text' && previous.subtle === true && earlier?.kind !== 'heading';
  return introduces && block.kind === 'list';
}

/** Adds a row to the last message, or in a further message if it does not fit. A message of rows has no container. */
function addRow(
  drafts: Draft[],
  { inside = [], below = [] }: Partial<Pick<Draft, 'inside' | 'below'>>,
  empty: Draft,
): void {
  const last = drafts.at(-1);
  // The last message leaves room too: a note about an incomplete answer can follow any message.
  const limit = subtract(LIMITS, ROOM);
  const hasRoom = last !== undefined && fits(add(costOf(last), sizeOf([...inside, ...below])), limit);
  const draft = hasRoom ? last : empty;
  const placed =
    draft.parts.length > 0
      ? { ...draft, inside: [...draft.inside, ...inside], below: [...draft.below, ...below] }
      : { ...draft, below: [...draft.below, ...inside, ...below] };
  drafts.splice(hasRoom ? -1 : drafts.length, 1, placed);
}

function costOf({ parts, inside, below }: Draft): Size {
  return add(costOfAll(parts), sizeOf([...inside, ...below]));
}
