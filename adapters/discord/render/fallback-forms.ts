import { ComponentType } from 'discord.js';
import { type Run, run } from '../../../src/messaging/rich-text/rich-text.ts';
import type { Part } from './blocks.ts';
import type { Row } from './components.ts';
import { assemble, type Draft } from './draft.ts';
import { sizeOf } from './message-size.ts';
import { pack } from './pack.ts';
import { type Paragraph, small } from './paragraph.ts';
import type { Media } from './picture.ts';
import { withoutPictures } from './pictures.ts';
import type { Message } from './render.ts';

/** A smaller message is not divided: Discord refuses it for a reason other than its size. */
const MIN_SIZE = { text: 500, bytes: 1500 } as const;

/** A message in about two halves without pictures, its rows below the last half; fewer than two if it cannot be divided. */
export function halve({ draft }: Message): Message[] {
  if (draft === undefined) return [];
  const { parts, inside, below } = draft;
  const whole = sizeOf(assemble({ ...draft, inside: [], below: [] }));
  const limit = {
    ...whole,
    text: Math.max(MIN_SIZE.text, Math.ceil(whole.text / 2)),
    bytes: Math.max(MIN_SIZE.bytes, Math.ceil(whole.bytes / 2)),
  };
  const drafts = pack(parts, limit).map((packed): Draft => ({ ...draft, parts: packed, inside: [], below: [] }));
  const rows = [...inside, ...below];
  const last = drafts.at(-1);
  if (drafts.length > 1 && last !== undefined) drafts.splice(-1, 1, { ...last, inside, below });
  else if (rows.length > (last === undefined ? 1 : 0)) drafts.push(...divideRows(rows, last === undefined, draft));
  return drafts.map((divided) => withoutPictures(toMessage(divided)));
}

/** Rows in a message of their own, or in two messages if the message consists of rows only. */
function divideRows(rows: readonly Row[], isWhole: boolean, draft: Draft): Draft[] {
  const half = isWhole ? Math.ceil(rows.length / 2) : rows.length;
  const groups = [rows.slice(0, half), rows.slice(half)].filter((group) => group.length > 0);
  return groups.map((below) => ({ ...draft, parts: [], inside: [], below }));
}

/** A message with only the text of its links and pictures, and a note about it; undefined if it is such a message already. */
export function withoutLinks({ draft }: Message): Message | undefined {
  if (draft === undefined || draft.parts.some((part) => 'paragraph' in part && part.paragraph === draft.withoutLinks)) {
    return undefined;
  }
  const note: Part = { kind: 'text', paragraph: draft.withoutLinks };
  const parts = [...draft.parts.flatMap(toPlainParts), note];
  return toMessage({
    ...draft,
    parts,
    inside: withoutLinkButtons(draft.inside),
    below: withoutLinkButtons(draft.below),
  });
}

/** A note in the place of a message that Discord refuses in every form. */
export function toOmissionNote({ draft }: Message): Message | undefined {
  if (draft === undefined) return undefined;
  return toMessage({ ...draft, parts: [{ kind: 'text', paragraph: draft.omission }], inside: [], below: [] });
}

function toMessage(draft: Draft): Message {
  return { components: assemble(draft), fallbacks: {}, draft };
}

function toPlainParts(part: Part): Part[] {
  switch (part.kind) {
    case 'text':
      return [{ ...part, paragraph: toPlain(part.paragraph) }];
    case 'section':
      return [{ kind: 'text', paragraph: toPlain(part.paragraph) }, ...toWords(part.picture)];
    case 'gallery':
      return part.pictures.flatMap(toWords);
    case 'divider':
      return [part];
    default:
      return part satisfies never;
  }
}

function toPlain(paragraph: Paragraph): Paragraph {
  return { ...paragraph, runs: paragraph.runs.map(toPlainRun) };
}

/** A bare link becomes the name of its host, which Discord does not read as a link. */
function toPlainRun({ href, ...plain }: Run): Run {
  if (href === undefined || plain.text !== href) return plain;
  return { ...plain, text: URL.parse(href)?.hostname ?? '…' };
}

function toWords({ description }: Media): Part[] {
  if (description.trim() === '') return [];
  return [{ kind: 'text', paragraph: small([run(`🖼 ${description}`)], { tight: true }) }];
}

function withoutLinkButtons(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({
      ...row,
      components: row.components.filter(
        (component) => !(component.type === ComponentType.Button && 'url' in component),
      ),
    }))
    .filter(({ components }) => components.length > 0);
}
