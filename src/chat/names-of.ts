import { languages } from '../locales/language.ts';
import { localName } from '../locales/names.ts';
import type { Command } from './command.ts';

/** All that a command is called, in every language, each once; its own name first. */
export function namesOf({ name, aliases = [] }: Pick<Command, 'name' | 'aliases'>): readonly string[] {
  const local = languages.flatMap((language) => localName('command', name, language) ?? []);
  return [...new Set([name, ...local, ...aliases])];
}
