import type { ArgSpec, CommandSpec, Language, Suggestion } from '../../src/ports.ts';

/** What may stand in place of the end of a line. */
export interface Completion {
  /** The end of the line that one of `choices` would replace. */
  typed: string;
  choices: readonly Suggestion[];
}

export interface CompleteOptions {
  commands: readonly CommandSpec[];
  language: Language;
}

/** What could be meant by a line typed so far: a command, or the value of the argument the cursor is in. */
export async function complete(line: string, { commands, language }: CompleteOptions): Promise<Completion> {
  const start = /^\s*[/／]?(\S*)$/u.exec(line);
  if (start) {
    const typed = start[1] ?? '';
    const named = commands.filter(({ name }) => name.startsWith(typed.toLowerCase()));
    return { typed, choices: named.map((command) => ({ value: command.name, label: command.summary(language) })) };
  }
  const [, name = '', rest = ''] = /^\s*[/／]?(\S+)\s+(.*)$/su.exec(line) ?? [];
  const args = commands.find((command) => command.name === name.toLowerCase())?.args ?? [];
  const { arg, typed, given } = place(rest, args);
  if (arg === undefined) return { typed, choices: [] };
  return { typed, choices: await choicesOf(arg, { typed, given, language }) };
}

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

interface Typed {
  typed: string;
  given: Readonly<Record<string, string>>;
  language: Language;
}

async function choicesOf(arg: ArgSpec, { typed, given, language }: Typed): Promise<readonly Suggestion[]> {
  if (arg.choices) {
    const fitting = arg.choices.filter((choice) => choice.startsWith(typed.toLowerCase()));
    return fitting.map((value) => ({ value, label: value }));
  }
  return (await arg.suggest?.(typed, given, language)) ?? [];
}
