import type { APISelectMenuOption } from 'discord.js';
import { cutOffset } from '../../../src/text/cut-offset.ts';
import type { Action } from '../../../src/view/view.ts';
import { menu, type Row, row } from './components.ts';
import { bytesOfOption } from './message-size.ts';

/** https://docs.discord.com/developers/components/reference#string-select */
const MAX_OPTIONS = 25;
const MAX_LINE = 100;
/** An option has two lines: a longer label goes on in the second. */
export const MAX_OPTION_LABEL = 190;
/** The most that the options of one menu count for, so that a message has room for it beside a text. */
const MAX_BYTES = 5000;

type Command = Extract<Action, { command: string }>;

/** Choices as menus whose options are the commands, each once in a menu; `first` is the first menu's position. */
export function toMenus(
  actions: readonly Command[],
  { placeholder, first }: { placeholder: string; first: number },
): Row[] {
  const menus = distribute(actions);
  const starts = menus.map((_, at) => menus.slice(0, at).reduce((sum, { length }) => sum + length, 1));
  return menus.map((some, at) => {
    const from = starts[at] ?? 1;
    const range = some.length === 1 ? from : `${from}–${from + some.length - 1}`;
    const which = menus.length > 1 ? ` · ${range}` : '';
    return row([menu(String(first + at), placeholder + which, some.map(toOption))]);
  });
}

/** In order and even, within the bytes of a menu; a command that stands in a menu already goes to another one. */
function distribute(actions: readonly Command[]): Command[][] {
  const bytes = actions.reduce((sum, action) => sum + bytesOf(action), 0);
  const count = Math.max(Math.ceil(actions.length / MAX_OPTIONS), Math.ceil(bytes / MAX_BYTES));
  const most = Math.ceil(actions.length / count);
  const menus: { actions: Command[]; bytes: number }[] = [];
  const hasRoom = (menu: (typeof menus)[number] | undefined, size: number): boolean =>
    menu !== undefined && menu.actions.length < most && menu.bytes + size <= MAX_BYTES;
  let open = 0;
  for (const action of actions) {
    const holding = menus.filter((one) => one.actions.some(({ command }) => command === action.command));
    if (holding.some((one) => one.actions.some(({ label }) => label === action.label))) continue;
    const size = bytesOf(action);
    // A menu that had no room for one gets none of those behind it, or they would not be in order.
    while (open < menus.length && !hasRoom(menus[open], size)) open += 1;
    const free = menus.slice(open).find((one) => hasRoom(one, size) && !holding.includes(one));
    if (free === undefined) menus.push({ actions: [action], bytes: size });
    else {
      free.actions.push(action);
      free.bytes += size;
    }
  }
  return menus.map((one) => one.actions);
}

function bytesOf(action: Command): number {
  return bytesOfOption(toOption(action));
}

function toOption({ label, command }: Command): APISelectMenuOption {
  const at = cutOffset(label, MAX_LINE);
  const rest = label.slice(at).trim();
  return { label: label.slice(0, at).trim(), value: command, ...(rest !== '' && { description: rest }) };
}
