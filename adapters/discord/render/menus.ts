import { type APISelectMenuOption, ComponentType } from 'discord.js';
import { cutOffset } from '../../../src/text/cut-offset.ts';
import type { Action } from '../../../src/view/view.ts';
import { type Row, row } from './components.ts';
import { bytesOfOption } from './message-size.ts';

/** https://docs.discord.com/developers/components/reference#string-select */
const MAX_OPTIONS = 25;
const MAX_LINE = 100;
/** An option has two lines: a longer label continues in the second. */
export const MAX_OPTION_LABEL = 190;
/** The maximal size of the options of one menu, so that a message has room for it beside a text. */
const MAX_BYTES = 5000;

type Command = Extract<Action, { command: string }>;

/** Menus whose options are the commands, each once in a menu; `first` is the position of the first menu. */
export function toMenus(
  actions: readonly Command[],
  { placeholder, first }: { placeholder: string; first: number },
): Row[] {
  const menus = distribute(actions);
  let end = 0;
  return menus.map((options, at) => {
    const start = end + 1;
    end += options.length;
    const range = start === end ? start : `${start}–${end}`;
    const suffix = menus.length > 1 ? ` · ${range}` : '';
    return row([
      {
        type: ComponentType.StringSelect,
        custom_id: String(first + at),
        placeholder: placeholder + suffix,
        options: options.map(toOption),
      },
    ]);
  });
}

/** Divides actions in order and evenly, within the bytes of a menu; two actions with one command go to different menus. */
function distribute(actions: readonly Command[]): Command[][] {
  const bytes = actions.reduce((sum, action) => sum + bytesOf(action), 0);
  const count = Math.max(Math.ceil(actions.length / MAX_OPTIONS), Math.ceil(bytes / MAX_BYTES));
  const maxOptions = Math.ceil(actions.length / count);
  const menus: { actions: Command[]; bytes: number }[] = [];
  const hasRoom = (menu: (typeof menus)[number] | undefined, size: number): boolean =>
    menu !== undefined && menu.actions.length < maxOptions && menu.bytes + size <= MAX_BYTES;
  /** Where each command is, and with which label. */
  const placed = new Map<string, { menu: (typeof menus)[number]; label: string }[]>();
  let open = 0;
  for (const action of actions) {
    const places = placed.get(action.command) ?? [];
    if (places.some(({ label }) => label === action.label)) continue;
    const size = bytesOf(action);
    // A menu is closed after an action that did not fit, to keep the actions in order.
    while (open < menus.length && !hasRoom(menus[open], size)) open += 1;
    const free = menus.slice(open).find((menu) => hasRoom(menu, size) && !places.some((place) => place.menu === menu));
    const menu = free ?? { actions: [], bytes: 0 };
    if (free === undefined) menus.push(menu);
    menu.actions.push(action);
    menu.bytes += size;
    placed.set(action.command, [...places, { menu, label: action.label }]);
  }
  return menus.map((menu) => menu.actions);
}

function bytesOf(action: Command): number {
  return bytesOfOption(toOption(action));
}

function toOption({ label, command }: Command): APISelectMenuOption {
  const at = cutOffset(label, MAX_LINE);
  const rest = label.slice(at).trim();
  return { label: label.slice(0, at).trim(), value: command, ...(rest !== '' && { description: rest }) };
}
