import type { Command, CommandContext } from '../../src/chat/command.ts';
import { findCommand } from '../../src/chat/find-command.ts';
import type { Action } from '../../src/view/view.ts';

/** Leaves out the buttons of commands that the person may not use. */
export async function leaveOutForbidden(
  actions: readonly Action[],
  commands: readonly Command[],
  person: CommandContext,
): Promise<readonly Action[]> {
  const behind = actions.map((action) => ('command' in action ? commandBehind(action.command, commands) : undefined));
  const isAsked = behind.some((command) => command?.adminsOnly === true);
  const manages = !isAsked || person.mayManage === undefined || (await person.mayManage());
  return actions.filter((_, at) => {
    const command = behind[at];
    return (manages || command?.adminsOnly !== true) && command?.mayUse?.(person) !== false;
  });
}

function commandBehind(typed: string, commands: readonly Command[]): Command | undefined {
  const [, name] = /^\/(\S+)/.exec(typed) ?? [];
  return name === undefined ? undefined : findCommand(commands, name);
}
