import type { CommandSpec } from '../chat/platform.ts';
import { isSite } from './find-source.ts';
import { isAll } from './find-subscriptions.ts';
import { parseNumber } from './parse-number.ts';
import type { Typed } from './read-typed.ts';

const ID = /^#[a-z0-9]{6}$/u;

/**
 * The command that is meant by words without a slash in a chat where words are otherwise looked for. A name alone is one, in
 * any language. With words behind it, only those names are that no search begins with: `subscribe taiwan`, `订阅 8点`, `search
 * ferry`. The others occur in headlines (`why the ferry stopped`, `pause in fighting`, `图片 台湾`): they are commands where
 * all behind them points at something shown: `images 2`, `暂停 全部`.
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
