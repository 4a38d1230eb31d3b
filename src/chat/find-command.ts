import { languages } from '../locales/languages.ts';
import { localName } from '../locales/local-name.ts';
import type { Command } from './command.ts';

/** Finds a command by any of its names, in any language and case. */
export function findCommand(commands: readonly Command[], typed: string): Command | undefined {
  const name = typed.normalize('NFKC').toLowerCase();
  return commands.find((command) => namesOf(command).includes(name));
}

/** All names of a command, in every language, each once; its own name first. */
export function namesOf({ name, aliases = [] }: Pick<Command, 'name' | 'aliases'>): readonly string[] {
  const local = languages.flatMap((language) => localName('command', name, language) ?? []);
  return [...new Set([name, ...local, ...aliases])];
}
