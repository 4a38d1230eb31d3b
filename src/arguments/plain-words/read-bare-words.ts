import type { CommandSpec } from '../../chat/platform.ts';
import { expandAlias } from '../command-aliases.ts';
import type { Typed } from '../read-typed.ts';
import { bareCommand } from './bare-command.ts';
import { readPlainWords } from './read-plain-words.ts';

/** Aliases that may stand alone without a slash, since their commands only show something. */
const SHOWS = /^(?:help|articles|subscriptions|settings|status)$/u;

/**
 * Reads words without a slash: an article's address or number, a command by its name or in plain words, else a search. What
 * changes something in plain words is only offered.
 */
export function readBareWords(
  words: string,
  typed: Pick<Typed, 'name' | 'input'>,
  commands: readonly Pick<CommandSpec, 'name' | 'names' | 'takesBareWords'>[],
): { name: string; input: string } {
  if (/^(?:https?:\/\/\S+|\d{1,3})$/iu.test(words.normalize('NFKC'))) return { name: 'article', input: words };
  const command = bareCommand(typed, commands);
  if (command !== undefined) return { name: command.name, input: typed.input };
  const alias = typed.input === '' ? expandAlias(typed.name, '') : undefined;
  if (alias !== undefined && SHOWS.test(alias.name)) return alias;
  const plain = readPlainWords(words);
  if (plain === undefined) return { name: 'search', input: words };
  return plain.isOffer ? { name: 'offer', input: words } : { name: plain.name, input: plain.input };
}
