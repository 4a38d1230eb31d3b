import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { Translate } from '../../../src/locales/messages.ts';
import { groupActions } from '../../../src/messaging/action-groups.ts';
import { actionRuns } from '../../../src/messaging/rich-text/rich-text.ts';
import { toSafeText } from '../../../src/text/safe-text.ts';
import { widthOf } from '../../../src/text/width.ts';
import { toEvenGroups } from '../../../src/view/even-groups.ts';
import type { Action, View } from '../../../src/view/view.ts';
import { type Row, row } from './components.ts';
import { MAX_COMMAND_CHARS, toCustomId } from './custom-id.ts';
import { fitsButton } from './linkable.ts';
import { MAX_OPTION_LABEL, toMenus } from './menus.ts';
import { linkRuns, type Paragraph, paragraph } from './paragraph.ts';

/** Rows of buttons and menus. */
export interface Keyboard {
  /** At the end of the container. */
  inside: readonly Row[];
  below: readonly Row[];
  /** The actions that cannot be buttons. */
  asText: readonly Paragraph[];
}

/** https://docs.discord.com/developers/components/reference#button */
const MAX_LABEL = 80;
const IN_ROW = 5;
/** More contents, or longer ones, become a menu: a row of buttons has this many columns. */
const ROW_COLUMNS = 56;
/** More buttons of the role `open` become a menu. */
const MAX_OPEN = 10;

type Command = Extract<Action, { command: string }>;

/** The buttons of a view: few and short contents as buttons, otherwise a menu; navigation and other actions in rows. */
export function toKeyboard(view: View, t: Translate): Keyboard {
  const { textOnly, isMoveLast, ...groups } = groupActions(view.actions, (action) => isPressable(withLabel(action)));
  const contents = groups.contents.map(withLabel);
  const move = groups.move.map(withLabel);
  const open = [...groups.read, ...groups.open].map(withLabel);
  const [contentsMenu, contentsButtons] = splitMenu(contents, isMenu(contents, view));
  const [openMenu, openButtons] = splitMenu(open, open.filter(isCommand).length > MAX_OPEN);
  const menus = [
    ...toMenus(contentsMenu, { placeholder: t(placeholderOf(view)), first: 0 }),
    ...toMenus(openMenu, { placeholder: t('discord.more'), first: contentsMenu.length }),
  ];
  const ordered = isMoveLast ? [openButtons, move] : [move, openButtons];
  const groupsBelow = move.length + openButtons.length <= IN_ROW ? [ordered.flat()] : ordered;
  let position = contentsMenu.length + openMenu.length;
  const [contentsRows = [], ...rowsBelow] = [contentsButtons, ...groupsBelow].map((group) => {
    const rows = toRows(group, position);
    position += group.length;
    return rows;
  });
  return {
    inside: [...menus, ...contentsRows],
    below: rowsBelow.flat(),
    asText: textOnly.map((action) => paragraph(actionRuns(action, linkRuns))),
  };
}

/** The commands as options of a menu if wanted, and the other actions as buttons. */
function splitMenu(actions: readonly Action[], hasMenu: boolean): [menu: Command[], buttons: Action[]] {
  if (!hasMenu) return [[], [...actions]];
  return [actions.filter(isCommand), actions.filter((action) => !isCommand(action))];
}

function withLabel(action: Action): Action {
  return { ...action, label: toSafeText(action.label).replace(/\s+/gu, ' ').trim() || '…' };
}

function isCommand(action: Action): action is Command {
  return 'command' in action;
}

function isPressable(action: Action): boolean {
  if (!isCommand(action)) return fitsButton(action.url) && action.label.length <= MAX_LABEL;
  const fits = action.command.startsWith('/') && action.command.length <= MAX_COMMAND_CHARS;
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
  const buttons = actions.map((action, at): APIButtonComponent => {
    const button = { type: ComponentType.Button, label: action.label } as const;
    if (!isCommand(action)) return { ...button, style: ButtonStyle.Link, url: action.url };
    return { ...button, style: ButtonStyle.Secondary, custom_id: toCustomId(first + at, action.command) };
  });
  return toEvenGroups(buttons, IN_ROW).map(row);
}
