import { expect, it } from 'vitest';
import { extractIds } from '../../../src/arguments/assign/extract-ids.ts';
import type { Args } from '../../../src/chat/command.ts';

const text = { kind: 'text', summary: 'arg.article' } as const;
const ARGS: Args = {
  subscription: { ...text, accepts: async (words) => words === '#k3f9ab' },
  times: text,
};

it.each([
  ['#k3f9ab 8:15', { subscription: '#k3f9ab', times: '8:15' }],
  [' ＃k3f9ab  8:15', { times: ' ＃k3f9ab  8:15' }],
  [' #k3f9ab  8:15 and 9:00', { subscription: '#k3f9ab', times: '8:15 and 9:00' }],
  ['#k3f9ab', { subscription: '#k3f9ab', times: '' }],
  ['#zzzzzz 8:15', { times: '#zzzzzz 8:15' }],
  ['8:15 #k3f9ab', { times: '8:15 #k3f9ab' }],
  ['8:15', { times: '8:15' }],
])('moves an id that another argument accepts out of %j', async (times, given) => {
  expect(await extractIds(ARGS, { times })).toEqual(given);
});

it('leaves an id where it is if the other argument was given', async () => {
  const given = { subscription: '#a', times: '#k3f9ab 8:15' };
  expect(await extractIds(ARGS, given)).toEqual(given);
});
