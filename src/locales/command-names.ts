import { messages } from './en/messages.ts';
import { languages } from './languages.ts';
import { createTranslator } from './translator.ts';

const PREFIX = 'name.command.';

/** The names of the commands by how they are called in any language. */
const byName: ReadonlyMap<string, string> = new Map(
  Object.keys(messages)
    .filter((key): key is Extract<keyof typeof messages, `name.command.${string}`> => key.startsWith(PREFIX))
    .flatMap((key) =>
      languages.map((language) => [createTranslator(language)(key), key.slice(PREFIX.length)] as const),
    ),
);

/** The name of the command that has this name in some language; undefined if there is none. */
export function commandNamed(name: string): string | undefined {
  return byName.get(name);
}
