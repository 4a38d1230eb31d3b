import type { Part } from './blocks.ts';
import { KIND, type Row, type Shown } from './components.ts';
import { assemble, type Draft } from './draft.ts';
import { sizeOf } from './message-size.ts';
import { pack } from './pack.ts';
import { type Paragraph, type Run, run, small } from './paragraph.ts';
import { withoutPictures } from './pictures.ts';
import type { Message } from './render.ts';

/** A message that is smaller than this is not divided: what Discord has against it is not its size. */
const LEAST = { text: 500, bytes: 1500 } as const;

/** A message in about two halves without pictures, its rows below the last; fewer than two where it cannot be divided. */
export function halve({ draft }: Message): Message[] {
  if (draft === undefined) return [];
  const { parts, inside, below } = draft;
  const whole = sizeOf(assemble({ ...draft, inside: [], below: [] }));
  const limit = {
    ...whole,
    text: Math.max(LEAST.text, Math.ceil(whole.text / 2)),
    bytes: Math.max(LEAST.bytes, Math.ceil(whole.bytes / 2)),
  };
  const some = pack(parts, limit).map((one): Draft => ({ ...draft, parts: one, inside: [], below: [] }));
  const rows = [...inside, ...below];
  const last = some.at(-1);
  if (some.length > 1 && last !== undefined) some.splice(-1, 1, { ...last, inside, below });
  else if (rows.length > (last === undefined ? 1 : 0)) some.push(...divideRows(rows, last === undefined, draft));
  return some.map((one) => withoutPictures(toMessage(one)));
}

/** Rows in a message of their own, or in two where they have one already. */
function divideRows(rows: readonly Row[], isAlone: boolean, draft: Draft): Draft[] {
  const half = isAlone ? Math.ceil(rows.length / 2) : rows.length;
  const groups = [rows.slice(0, half), rows.slice(half)].filter((some) => some.length > 0);
  return groups.map((below) => ({ ...draft, parts: [], inside: [], below }));
}

/** A message with the words of its links and pictures only, and a line that says so; undefined where it has neither. */
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
    case 'rule':
      return [part];
    default:
      return part satisfies never;
  }
}

function toPlain(paragraph: Paragraph): Paragraph {
  return { ...paragraph, runs: paragraph.runs.map(toPlainRun) };
}

/** An address that stands for itself becomes the name of its host, which is not read as a link. */
function toPlainRun({ href, ...one }: Run): Run {
  if (href === undefined || one.text !== href) return one;
  return { ...one, text: URL.parse(href)?.hostname ?? '…' };
}

function toWords({ description }: Shown): Part[] {
  if (description.trim() === '') return [];
  return [{ kind: 'text', paragraph: small([run(`🖼 ${description}`)], { tight: true }) }];
}

function withoutLinkButtons(rows: readonly Row[]): Row[] {
  return rows
    .map((one) => ({
      ...one,
      components: one.components.filter((inner) => !(inner.type === KIND.button && 'url' in inner)),
    }))
    .filter(({ components }) => components.length > 0);
}
