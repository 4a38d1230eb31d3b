import type { Translate } from '../../../src/locales/messages.ts';
import { toSafeText } from '../../../src/text/safe-text.ts';
import { widthOf } from '../../../src/text/width.ts';
import { toEvenGroups } from '../../../src/view/even-groups.ts';
import type { Action, View } from '../../../src/view/view.ts';
import { commandButton, linkButton, type Row, row } from './components.ts';
import { toCustomId } from './custom-id.ts';
import { fitsButton } from './linkable.ts';
import { MAX_OPTION_LABEL, toMenus } from './menus.ts';
import { linkRuns, type Paragraph, paragraph, run } from './paragraph.ts';

/** Rows of buttons and menus: those at the end of the text, those below the message, and what cannot be pressed as text. */
export interface Keyboard {
  inside: readonly Row[];
  below: readonly Row[];
  instead: readonly Paragraph[];
}

/** https://docs.discord.com/developers/components/reference#button */
const MAX_LABEL = 80;
const MAX_CUSTOM_ID = 100;
const MAX_POSITION = 999;
const IN_ROW = 5;
/** More contents, or longer ones, are a menu: so many columns of buttons fit beside each other. */
const ROW_COLUMNS = 56;
/** More buttons for what else there is are a menu. */
const MOST_OPEN = 10;

type Command = Extract<Action, { command: string }>;

/** The buttons of a view: its contents few and short as buttons, else a menu; the ways onward and the rest in rows. */
export function toKeyboard(view: View, t: Translate): Keyboard {
  const usable = view.actions.map((action) => ({ ...action, label: labelOf(action) })).filter(isPressable);
  const of = (role: Action['role']) => usable.filter((action) => action.role === role);
  const [contents, open] = [of('contents'), of('open')];
  const listed = isMenu(contents, view) ? contents.filter(isCommand) : [];
  const further = open.filter(isCommand).length > MOST_OPEN ? open.filter(isCommand) : [];
  const inside = contents.filter((action) => !listed.some((one) => one === action));
  const rest = open.filter((action) => !further.some((one) => one === action));
  const onward = of('move');
  const groups = onward.length + rest.length <= IN_ROW ? [[...onward, ...rest]] : [onward, rest];
  const menus = [
    ...toMenus(listed, { placeholder: t(placeholderOf(view)), first: 0 }),
    ...toMenus(further, { placeholder: t('discord.more'), first: listed.length }),
  ];
  const buttons = [inside, ...groups];
  const position = (group: number): number =>
    buttons.slice(0, group).reduce((sum, some) => sum + some.length, listed.length + further.length);
  const [shortContents = [], ...lower] = buttons.map((some, at) => toRows(some, position(at)));
  return {
    inside: [...menus, ...shortContents],
    below: lower.flat(),
    instead: view.actions.filter((action) => !isPressable({ ...action, label: labelOf(action) })).map(toText),
  };
}

function labelOf({ label }: Action): string {
  return toSafeText(label).replace(/\s+/gu, ' ').trim() || '…';
}

function isCommand(action: Action): action is Command {
  return 'command' in action;
}

function isPressable(action: Action): boolean {
  if (!isCommand(action)) return fitsButton(action.url) && action.label.length <= MAX_LABEL;
  const fits = action.command.startsWith('/') && toCustomId(MAX_POSITION, action.command).length <= MAX_CUSTOM_ID;
  return fits && action.label.length <= (action.role === 'contents' ? MAX_OPTION_LABEL : MAX_LABEL);
}

function isMenu(contents: readonly Action[], { list }: View): boolean {
  const columns = contents.reduce((sum, { label }) => sum + widthOf(label) + 2, 0);
  return list?.titles === 'text' || contents.length > IN_ROW || columns > ROW_COLUMNS;
}

function placeholderOf({ about, list }: View): 'discord.contents' | 'discord.read' | 'discord.choose' {
  if (about !== undefined) return 'discord.contents';
  return list?.titles === 'text' ? 'discord.read' : 'discord.choose';
}

function toRows(actions: readonly Action[], first: number): Row[] {
  const buttons = actions.map((action, at) =>
    isCommand(action)
      ? commandButton(action.label, toCustomId(first + at, action.command))
      : linkButton(action.label, action.url),
  );
  return toEvenGroups(buttons, IN_ROW).map(row);
}

function toText(action: Action): Paragraph {
  if (!isCommand(action)) return paragraph(linkRuns(action.label, action.url));
  return paragraph([run(`${action.label}: `), run(action.command, 'code')]);
}
