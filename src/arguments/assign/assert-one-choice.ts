import type { Args, Command } from '../../chat/command.ts';
import { UsageError } from '../../chat/usage-error.ts';
import type { Audience } from '../../locales/audience.ts';
import { openAction } from '../../view/spans.ts';
import type { GivenArgs } from './assign-args.ts';
import { parseChoice } from './parse-choice.ts';

/** Throws a `UsageError` with a button for each if an argument got two of its choices: `brief full` are two styles. */
export function assertOneChoice(
  { name, args }: Pick<Command, 'name' | 'args'>,
  given: GivenArgs,
  { t }: Pick<Audience, 't'>,
): void {
  for (const [of, arg] of Object.entries(args)) {
    const second = given[of];
    if (arg.kind !== 'text' || arg.choices === undefined || second === undefined) continue;
    const first = openTexts(args, given).find((typed) => parseChoice(arg, typed) !== undefined);
    if (first === undefined) continue;
    const actions = [first, second].map((typed) => openAction(typed, `/${name} ${parseChoice(arg, typed) ?? typed}`));
    throw new UsageError(t('wrong.twoChoices', { first, second }), { actions });
  }
}

/** What was given for arguments that take any text. */
function openTexts(args: Args, given: GivenArgs): string[] {
  return Object.entries(args).flatMap(([name, arg]) =>
    arg.kind === 'text' && arg.choices === undefined && arg.takesAll !== true ? (given[name] ?? []) : [],
  );
}
