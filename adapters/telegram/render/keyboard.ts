import { groupActions } from '../../../src/messaging/action-groups.ts';
import { packMessages } from '../../../src/messaging/pack-messages.ts';
import { actionRuns } from '../../../src/messaging/rich-text.ts';
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
/** A phone shows this much of a row without shortening labels. */
const ROW_COLUMNS = 30;
const NUMBER = /^\d+/u;

/** The buttons of a view: one row for each of its contents, or rows of numbers if the text lists them; the rest in short rows. */
export function toKeyboard({ actions, list }: View): Keyboard {
  const canBeButton = (action: Action) => toButton(action) !== undefined;
  const { contents, move, open, textOnly } = groupActions(actions, canBeButton);
  const areNumbered = list?.titles === 'text' && contents.every(({ label }) => NUMBER.test(label));
  const rows = [
    ...(areNumbered ? toEvenGroups(contents.map(toNumbered), NUMBERS_IN_ROW) : contents.map((action) => [action])),
    ...toEvenGroups(move, MAX_IN_ROW),
    ...byWidth(open),
  ];
  return {
    rows: rows.map((row) => row.flatMap((action) => toButton(action) ?? [])),
    asText: textOnly.map((action) => paragraph(actionRuns(action, linkRuns))),
  };
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
    empty: { buttons: 0, columns: 0 },
    add: ({ buttons, columns }, { label }) => ({ buttons: buttons + 1, columns: columns + widthOf(label) + 2 }),
    fits: ({ buttons, columns }) => buttons <= MAX_IN_ROW && columns <= ROW_COLUMNS,
    cut: () => undefined,
  });
}
