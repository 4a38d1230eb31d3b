import type { CommandSpec } from '../../chat/platform.ts';
import { isSite } from '../find/find-source.ts';
import { isAll } from '../find/find-subscriptions.ts';
import { parseNumber } from '../parse-number.ts';
import type { Typed } from '../read-typed.ts';

const ID = /^#[a-z0-9]{6}$/u;

/**
 * Finds the command in words without a slash; other words are a search. A name alone is a command, in any language. With
 * arguments, only names that start no search are commands: `subscribe taiwan`, `订阅 8点`, `search ferry`. Other names occur in
 * headlines (`why the ferry stopped`, `图片 台湾`). They are commands if all arguments refer to something shown: `images 2`,
 * `暂停 全部`.
 */
export function bareCommand<Spec extends Pick<CommandSpec, 'names' | 'takesBareWords'>>(
  { name, input }: Pick<Typed, 'name' | 'input'>,
  commands: readonly Spec[],
): Spec | undefined {
  const command = commands.find(({ names }) => names.includes(name));
  if (command === undefined || input === '' || command.takesBareWords) return command;
  return input.split(/[\s,，、]+/u).every(isPointer) ? command : undefined;
}

function isPointer(word: string): boolean {
  return parseNumber(word) !== undefined || isAll(word) || isSite(word) || ID.test(word.normalize('NFKC'));
}
