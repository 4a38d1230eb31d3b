import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord.js';
import type { Translate } from '../../src/locales/words.ts';
import type { Block, View } from '../../src/view/view.ts';
import { accentOf } from './accent.ts';
import { type Part, toParts } from './blocks.ts';
import { container, gallery, type Row, section, separator, textDisplay } from './components.ts';
import { countComponents } from './count.ts';
import { fallbacksOf } from './fallbacks.ts';
import { toKeyboard } from './keyboard.ts';
import { toMarkdown } from './markdown.ts';
import { joinedTo, MAX_COMPONENTS, pack } from './pack.ts';
import type { Paragraph } from './paragraph.ts';

/** One message as it is sent: Components V2, and where else its pictures may be found. */
export interface Message {
  components: readonly APIMessageTopLevelComponent[];
  /** The addresses to try after a picture's own, best first. */
  fallbacks: Readonly<Record<string, readonly string[]>>;
}

/** So many components at most are kept free in every message for what stands below the last. */
const MOST_RESERVED = 20;

interface Draft {
  inside: APIComponentInContainer[];
  below: Row[];
}

/**
 * A view as Discord's messages: a framed one after the other, the buttons at the end of the last. No word and no address
 * is lost: what cannot be a link, a picture or a button is text.
 */
export function render(view: View, t: Translate): Message[] {
  const { inside, below, instead } = toKeyboard(view, t);
  const rows = [...inside, ...below];
  const parts = [...view.blocks.flatMap((_, at) => partsAt(view, at, t)), ...instead.map(toText)];
  const drafts = pack(parts, Math.min(countComponents(rows), MOST_RESERVED)).map((some): Draft => {
    return { inside: toComponents(some), below: [] };
  });
  const accent = accentOf(view);
  return withRows(drafts, inside, below).map((draft) => {
    const framed = draft.inside.length === 0 ? [] : [container(draft.inside, accent)];
    const components = [...framed, ...draft.below];
    return { components, fallbacks: fallbacksOf(view, components) };
  });
}

function toText(paragraph: Paragraph): Part {
  return { kind: 'text', paragraph };
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

function toComponents(parts: readonly Part[]): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = [];
  let texts: Paragraph[] = [];
  const end = (): void => {
    if (texts.length > 0) components.push(textDisplay(toMarkdown(texts)));
    texts = [];
  };
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'text') {
      if (joinedTo(part.paragraph, parts[at - 1]) === undefined) end();
      texts.push(part.paragraph);
    } else {
      end();
      components.push(toComponent(part));
    }
  }
  end();
  return components;
}

function toComponent(part: Exclude<Part, { kind: 'text' }>): APIComponentInContainer {
  switch (part.kind) {
    case 'section':
      return section(toMarkdown([part.paragraph]), part.picture);
    case 'gallery':
      return gallery(part.pictures);
    case 'rule':
      return separator();
    default:
      return part satisfies never;
  }
}

/** The rows at the end of the last message; where they are too many for it, further ones follow. */
function withRows(drafts: readonly Draft[], inside: readonly Row[], below: readonly Row[]): Draft[] {
  const all = [...drafts];
  const place = (one: Row, framed: boolean): void => {
    const last = all.at(-1);
    const used = last === undefined ? MAX_COMPONENTS : 1 + countComponents([...last.inside, ...last.below]);
    const draft =
      last === undefined || used + countComponents([one]) > MAX_COMPONENTS ? { inside: [], below: [] } : last;
    if (draft !== last) all.push(draft);
    if (framed && draft.inside.length > 0) draft.inside.push(one);
    else draft.below.push(one);
  };
  for (const one of inside) place(one, true);
  for (const one of below) place(one, false);
  return all;
}
