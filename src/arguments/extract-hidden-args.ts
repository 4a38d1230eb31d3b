import type { Args } from '../chat/command.ts';
import type { GivenArgs } from './assign-args.ts';

const NAMED = /^\s*([#＃]\S+)\s*(.*)$/su;

/**
 * Named options, with what no option is published for taken out of them: an id behind a `#` that any of them begins with and
 * that can only be meant for an argument that buttons type. Only there can people type it: `times: #k3f9ab 8:15`.
 */
export async function extractHiddenArgs(args: Args, options: GivenArgs): Promise<GivenArgs> {
  const given: Record<string, string> = { ...options };
  for (const [name, arg] of Object.entries(args)) {
    if (arg.hidden !== true || arg.kind !== 'text' || name in options) continue;
    for (const [option, typed] of Object.entries(options)) {
      const [, id, rest = ''] = NAMED.exec(typed) ?? [];
      if (id !== undefined && (await arg.accepts?.(id)) === true) Object.assign(given, { [name]: id, [option]: rest });
    }
  }
  return given;
}
