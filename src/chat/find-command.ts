import type { Command } from './command.ts';
import { namesOf } from './names-of.ts';

/** The command that is called so, in any language and case. */
export function findCommand(commands: readonly Command[], typed: string): Command | undefined {
  const name = typed.normalize('NFKC').toLowerCase();
  return commands.find((command) => namesOf(command).includes(name));
}
