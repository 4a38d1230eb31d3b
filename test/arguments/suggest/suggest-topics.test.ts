import { expect, it } from 'vitest';
import { suggestTopics } from '../../../src/arguments/suggest/suggest-topics.ts';

const CURRENT = ['Ferry', 'ferries', 'harbour', '台湾'];
const valuesFor = (typed: string, limit = 10) => suggestTopics(typed, CURRENT, limit).map(({ value }) => value);

it.each([
  ['', CURRENT],
  ['fer', ['fer', 'Ferry', 'ferries']],
  ['FERRY', ['FERRY', 'Ferry']],
  ['Ferry', ['Ferry']],
  ['  har ', ['har', 'har Ferry', 'har ferries', 'har harbour', 'har 台湾']],
  ['harbour fer', ['harbour fer', 'harbour Ferry', 'harbour ferries']],
  ['Ferry -', ['Ferry -', 'Ferry -ferries', 'Ferry -harbour', 'Ferry -台湾']],
  ['ferry -har', ['ferry -har', 'ferry -harbour']],
  ['boats', ['boats']],
])('completes the last word of “%s”, without topics that stand before it', (typed, values) => {
  expect(valuesFor(typed)).toEqual(values);
});

it('has as many as are wanted, the typed text among them', () => {
  expect(valuesFor('fer', 2)).toEqual(['fer', 'Ferry']);
  expect(valuesFor('fer', 3)).toEqual(['fer', 'Ferry', 'ferries']);
  expect(suggestTopics('boats', [], 5)).toEqual([{ value: 'boats', label: 'boats' }]);
});
