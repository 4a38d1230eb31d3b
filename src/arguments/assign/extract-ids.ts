import type { Args } from '../../chat/command.ts';
import type { GivenArgs } from './assign-args.ts';

const NAMED = /^\s*([#＃]\S+)\s*(.*)$/su;

/**
 * Moves ids out of named options. An option may start with an id that only another argument accepts, because that is how it is
 * typed where there are no options: `times: #k3f9ab 8:15`.
 */
export async function extractIds(args: Args, options: GivenArgs): Promise<GivenArgs> {
  const assigned: Record<string, string> = { ...options };
  for (const [name, arg] of Object.entries(args)) {
    if (arg.kind !== 'text' || name in options) continue;
    for (const [option, typed] of Object.entries(options)) {
      const [, id, rest = ''] = NAMED.exec(typed) ?? [];
      if (id !== undefined && (await arg.accepts?.(id)) === true)
        Object.assign(assigned, { [name]: id, [option]: rest });
    }
  }
  return assigned;
}
