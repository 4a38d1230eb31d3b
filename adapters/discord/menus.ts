import type { APISelectMenuOption } from 'discord.js';
import { cutOffset } from '../../src/view/cut-offset.ts';
import type { Action } from '../../src/view/view.ts';
import { menu, type Row, row } from './components.ts';

/** https://docs.discord.com/developers/components/reference#string-select */
const MAX_OPTIONS = 25;
const MAX_LINE = 100;
/** An option has two lines: a longer label goes on in the second. */
export const MAX_OPTION_LABEL = 190;

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

/** In order and even; a command that stands in a menu already goes to another one. */
function distribute(actions: readonly Command[]): Command[][] {
  const most = Math.ceil(actions.length / Math.ceil(actions.length / MAX_OPTIONS));
  const menus: Command[][] = [];
  for (const action of actions) {
    const same = menus.flat().filter(({ command }) => command === action.command);
    if (same.some(({ label }) => label === action.label)) continue;
    const free = menus.find((some) => some.length < most && some.every(({ command }) => command !== action.command));
    if (free === undefined) menus.push([action]);
    else free.push(action);
  }
  return menus;
}

function toOption({ label, command }: Command): APISelectMenuOption {
  const at = cutOffset(label, MAX_LINE);
  const rest = label.slice(at).trim();
  return { label: label.slice(0, at).trim(), value: command, ...(rest !== '' && { description: rest }) };
}
