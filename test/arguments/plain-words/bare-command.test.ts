import { describe, expect, it } from 'vitest';
import { toSpecs } from '../../../commands/dispatch/specs.ts';
import { bareCommand } from '../../../src/arguments/plain-words/bare-command.ts';
import { readTyped } from '../../../src/arguments/read-typed.ts';
import { createTalk } from '../../fixtures/converse.ts';

const { commands, library } = createTalk();
const specs = toSpecs(commands, library);

function meant(text: string) {
  return bareCommand(readTyped(text) ?? { name: '', input: '' }, specs)?.name;
}

describe('words without a slash', () => {
  it.each(specs.flatMap(({ name, names }) => names.map((typed) => [typed, name])))(
    'are a command if they are only its name: %s',
    (typed, name) => {
      expect(meant(typed)).toBe(name);
    },
  );

  it.each([
    ['subscribe taiwan 8am', 'subscribe'],
    ['digest yesterday', 'digest'],
    ['设置 语言 英文', 'settings'],
    ['images 1 2', 'images'],
    ['resume #k3f9ab', 'resume'],
    ['链接 第２节', 'links'],
    ['images of the ferry', undefined],
    ['恢复 谈判', undefined],
    ['status quo', undefined],
    ['台湾', undefined],
  ])('%s are the command %s', (typed, name) => {
    expect(meant(typed)).toBe(name);
  });
});
