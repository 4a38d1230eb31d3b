import type { ArgSpec, CommandSpec, Suggestion, Typing } from '../../chat/platform.ts';
import type { Language } from '../../locales/languages.ts';
import type { Address } from '../../subscription/address.ts';
import { toTerminalText } from '../../text/terminal-text.ts';

/** Completions for the end of a line. */
export interface Completion {
  /** The end of the line, which one of `choices` replaces. */
  typed: string;
  choices: readonly Suggestion[];
}

export interface CompleteOptions {
  commands: readonly CommandSpec[];
  /** Whether scheduled digests can be sent here. */
  delivers: boolean;
  language: Language;
  in: Address;
  /** The article with this number in the last list. */
  numbered(number: number): string | undefined;
}

/** Completes a line: its command, or the value of the argument at the cursor. */
export async function completeLine(line: string, options: CompleteOptions): Promise<Completion> {
  const { language, delivers, numbered } = options;
  const commands = options.commands.filter(({ needsDigests }) => delivers || needsDigests !== true);
  const start = /^\s*[/／]?(\S*)$/u.exec(line);
  if (start) {
    const typed = start[1] ?? '';
    const matches = (name: string | undefined) => name?.startsWith(typed.toLowerCase()) === true;
    const choices = commands.flatMap((command) => {
      const value = [command.name, command.localName(language)].find(matches);
      return value === undefined ? [] : [{ value, label: command.summary(language) }];
    });
    return { typed, choices };
  }
  const [, name = '', rest = ''] = /^\s*[/／]?(\S+)\s+(.*)$/su.exec(line) ?? [];
  const args = commands.find(({ names }) => names.includes(name.toLowerCase()))?.args ?? [];
  const { arg, typed, given: written } = place(rest, args);
  if (arg === undefined) return { typed, choices: [] };
  const given = Object.fromEntries(
    Object.entries(written).map(([of, value]) => [of, (/^\d+$/u.test(value) && numbered(Number(value))) || value]),
  );
  const found = await choicesOf(arg, { typed, given, language, in: options.in, limit: MAX_CHOICES });
  const choices = found.map(({ value, label }) => ({ value: toTerminalText(value), label: toTerminalText(label) }));
  return { typed, choices: choices.length > 0 ? choices : args.flatMap((other) => fixedChoices(other, typed)) };
}

/** More would be hard to read. */
const MAX_CHOICES = 25;

/** A space outside quotes. */
const SPACE = /\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/u;

/** Finds the argument at the end of the line: each takes a word or quote, and the last one takes the rest. */
function place(rest: string, args: readonly ArgSpec[]) {
  const words = rest.split(SPACE);
  const at = Math.min(words.length, args.length) - 1;
  const arg = args[at];
  const typed = words.slice(Math.max(at, 0)).join(' ');
  const given = Object.fromEntries(
    args.slice(0, Math.max(at, 0)).map(({ name }, index) => [name, (words[index] ?? '').replaceAll('"', '')]),
  );
  return { arg, typed, given };
}

async function choicesOf(arg: ArgSpec, typing: Typing): Promise<readonly Suggestion[]> {
  return arg.choices ? fixedChoices(arg, typing.typed) : ((await arg.suggest?.(typing)) ?? []);
}

/** Choices fit at any position. */
function fixedChoices({ choices = [] }: ArgSpec, typed: string): readonly Suggestion[] {
  const fitting = choices.filter(({ value }) => value.startsWith(typed.toLowerCase()));
  return fitting.map(({ value }) => ({ value, label: value }));
}
