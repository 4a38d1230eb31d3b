import { groupActions } from '../../../src/messaging/action-groups.ts';
import { packMessages } from '../../../src/messaging/rich-text/pack-messages.ts';
import { actionRuns } from '../../../src/messaging/rich-text/rich-text.ts';
import { toSafeText } from '../../../src/text/safe-text.ts';
import { widthOf } from '../../../src/text/width.ts';
import { toEvenGroups } from '../../../src/view/even-groups.ts';
import type { Action, View } from '../../../src/view/view.ts';
import { telegramLimits } from '../limits.ts';
import { isLinkable } from './linkable.ts';
import { linkRuns, type Paragraph, paragraph } from './paragraph.ts';

/** A button below a message: it sends a command, or opens an address. */
export type Button = { text: string } & ({ callback_data: string } | { url: string });

export interface Keyboard {
  rows: readonly (readonly Button[])[];
  /** The actions that cannot be buttons. */
  asText: readonly Paragraph[];
}

const NUMBERS_IN_ROW = 5;
const MAX_IN_ROW = 3;
/** A phone shows this much of a row without shortening labels; the buttons of a row are equally wide. */
const ROW_COLUMNS = 48;
/** More titles than these are buttons with their numbers only. */
const MAX_HEADLINES = 10;
const NUMBER = /^\d+/u;
/** Telegram refuses more than 100 buttons below one message, and about 10 kB of them. */
const MAX_BUTTONS = 96;
const MAX_BYTES = 8000;
/** How many of the last rows lead on: to other parts, to the pictures, to the original. */
const ROWS_LEADING_ON = 3;

/** The buttons of a view: one row for each of its contents, or rows of numbers for a long list in the text; the rest in short rows. */
export function toKeyboard({ actions, list }: View): Keyboard {
  const canBeButton = (action: Action) => toButton(action) !== undefined;
  const { contents, read, move, open, textOnly, isMoveLast } = groupActions(actions, canBeButton);
  const [moveRows, openRows] = [toEvenGroups(move, MAX_IN_ROW), byWidth(open)];
  const isLong = contents.length > MAX_HEADLINES;
  const areNumbered = isLong && list?.titles === 'text' && contents.every(({ label }) => NUMBER.test(label));
  const rows = [
    ...(areNumbered ? toEvenGroups(contents.map(toNumbered), NUMBERS_IN_ROW) : contents.map((action) => [action])),
    ...read.map((action) => [action]),
    ...(isMoveLast ? [...openRows, ...moveRows] : [...moveRows, ...openRows]),
  ];
  return {
    rows: rows.map((row) => row.flatMap((action) => toButton(action) ?? [])),
    asText: textOnly.map((action) => paragraph(actionRuns(action, linkRuns))),
  };
}

/** Divides rows of buttons into as many messages as Telegram's limits ask for. */
export function packRows(rows: Keyboard['rows']): Keyboard['rows'][] {
  return packMessages(rows, {
    empty: { buttons: 0, bytes: 0 },
    add: ({ buttons, bytes }, row) => ({ buttons: buttons + row.length, bytes: bytes + bytesOf(row) }),
    fits: ({ buttons, bytes }) => buttons <= MAX_BUTTONS && bytes <= MAX_BYTES,
    cut: () => undefined,
  });
}

/** Half of the rows: the last ones, which lead on, and the first contents. */
export function keepHalf(rows: Keyboard['rows']): Keyboard['rows'] {
  const kept = Math.floor(rows.length / 2);
  const last = Math.min(kept, ROWS_LEADING_ON);
  return [...rows.slice(0, kept - last), ...rows.slice(rows.length - last)];
}

function bytesOf(row: Keyboard['rows'][number]): number {
  return Buffer.byteLength(JSON.stringify(row)) + 1;
}

/** Undefined if Telegram would refuse the button. */
function toButton(action: Action): Button | undefined {
  const text = toSafeText(action.label).trim() || '…';
  if ('url' in action) return isLinkable(action.url) ? { text, url: action.url } : undefined;
  const fits = Buffer.byteLength(action.command) <= telegramLimits.maxButtonBytes && action.command !== '';
  return fits ? { text, callback_data: action.command } : undefined;
}

function toNumbered(action: Action): Action {
  return { ...action, label: NUMBER.exec(action.label)?.[0] ?? action.label };
}

function byWidth(actions: readonly Action[]): Action[][] {
  return packMessages(actions, {
    empty: { buttons: 0, widest: 0 },
    add: ({ buttons, widest }, { label }) => ({ buttons: buttons + 1, widest: Math.max(widest, widthOf(label) + 2) }),
    fits: ({ buttons, widest }) => buttons <= MAX_IN_ROW && buttons * widest <= ROW_COLUMNS,
    cut: () => undefined,
  });
}
