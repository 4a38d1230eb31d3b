import type { ArgSpec, CommandSpec, Suggestion, Typing } from '../../src/chat/platform.ts';
import type { Language } from '../../src/locales/languages.ts';
import type { Address } from '../../src/subscription/address.ts';

/** What may stand in place of the end of a line. */
export interface Completion {
  /** The end of the line that one of `choices` would replace. */
  typed: string;
  choices: readonly Suggestion[];
}

export interface CompleteOptions {
  commands: readonly CommandSpec[];
  language: Language;
  in: Address;
  /** The article that a number of the last list stands for. */
  numbered(number: number): string | undefined;
}

/** What could be meant by a line typed so far: a command, or the value of the argument the cursor is in. */
export async function complete(line: string, options: CompleteOptions): Promise<Completion> {
  const { commands, language, numbered } = options;
  const start = /^\s*[/／]?(\S*)$/u.exec(line);
  if (start) {
    const typed = start[1] ?? '';
    const begun = (name: string | undefined) => name?.startsWith(typed.toLowerCase()) === true;
    const choices = commands.flatMap((command) => {
      const value = [command.name, command.localName(language)].find(begun);
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
  const choices = await choicesOf(arg, { typed, given, language, in: options.in, limit: MAX_CHOICES });
  return { typed, choices: choices.length > 0 ? choices : args.flatMap((other) => fixedChoices(other, typed)) };
}

/** More would not be read. */
const MAX_CHOICES = 25;

/** A space outside quotes. */
const SPACE = /\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/u;

/** Which argument the end of the line belongs to: each takes a word or quote, the last one all that is left. */
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

/** Choices are known by themselves wherever they are typed. */
function fixedChoices({ choices = [] }: ArgSpec, typed: string): readonly Suggestion[] {
  const fitting = choices.filter(({ value }) => value.startsWith(typed.toLowerCase()));
  return fitting.map(({ value }) => ({ value, label: value }));
}
