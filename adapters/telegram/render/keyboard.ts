import { toSafeText } from '../../../src/text/safe-text.ts';
import { widthOf } from '../../../src/text/width.ts';
import { toEvenGroups } from '../../../src/view/even-groups.ts';
import type { Action, View } from '../../../src/view/view.ts';
import { isLinkable } from './linkable.ts';
import { linkRuns, type Paragraph, paragraph, run } from './paragraph.ts';

/** A button below a message: it types a command, or opens an address. */
export type Button = { text: string } & ({ callback_data: string } | { url: string });

/** Buttons in rows, with what cannot be a button as text instead. */
export interface Keyboard {
  rows: readonly (readonly Button[])[];
  instead: readonly Paragraph[];
}

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const MAX_DATA_BYTES = 64;
const NUMBERS_IN_ROW = 5;
const MOST_IN_ROW = 3;
/** What a phone shows of a row without cutting labels short. */
const ROW_COLUMNS = 30;
const NUMBER = /^\d+/u;

/** The buttons of a view: the contents one below the other, or by number where the text names them; the rest in short rows. */
export function toKeyboard({ actions, list }: View): Keyboard {
  const usable = actions.filter((action) => toButton(action) !== undefined);
  const of = (role: Action['role']) => usable.filter((action) => action.role === role);
  const contents = list?.titles === 'text' && of('contents').every(({ label }) => NUMBER.test(label));
  return {
    rows: [
      ...(contents
        ? toEvenGroups(of('contents').map(toNumbered), NUMBERS_IN_ROW)
        : of('contents').map((action) => [action])),
      ...toEvenGroups(of('move'), MOST_IN_ROW),
      ...byWidth(of('open')),
    ].map((row) => row.flatMap((action) => toButton(action) ?? [])),
    instead: actions.filter((action) => toButton(action) === undefined).map(toText),
  };
}

/** The button, or undefined where Telegram would refuse it. */
function toButton(action: Action): Button | undefined {
  const text = toSafeText(action.label).trim() || '…';
  if ('url' in action) return isLinkable(action.url) ? { text, url: action.url } : undefined;
  const fits = Buffer.byteLength(action.command) <= MAX_DATA_BYTES && action.command !== '';
  return fits ? { text, callback_data: action.command } : undefined;
}

function toText(action: Action): Paragraph {
  if ('url' in action) return paragraph(linkRuns(action.label, action.url));
  return paragraph([run(`${action.label}: `), run(action.command, 'code')]);
}

function toNumbered(action: Action): Action {
  return { ...action, label: NUMBER.exec(action.label)?.[0] ?? action.label };
}

function byWidth(actions: readonly Action[]): Action[][] {
  const rows: Action[][] = [];
  let width = 0;
  for (const action of actions) {
    const columns = widthOf(action.label) + 2;
    const row = rows.at(-1);
    if (row === undefined || row.length === MOST_IN_ROW || width + columns > ROW_COLUMNS) {
      rows.push([action]);
      width = columns;
    } else {
      row.push(action);
      width += columns;
    }
  }
  return rows;
}
