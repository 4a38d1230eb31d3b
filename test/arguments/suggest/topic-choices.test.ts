import { expect, it } from 'vitest';
import { topicChoices } from '../../../src/arguments/suggest/topic-choices.ts';

const choices = (topics: readonly string[], sources: readonly string[] = [], maxButtonBytes = 64) =>
  topicChoices(
    'k3f9ab',
    { topics: [...topics], sources: [...sources], without: [] },
    { current: ['Ferry', 'harbour'], maxButtonBytes },
  ).map(({ topic, command, isChosen }) => [topic, isChosen, command]);

it('removes a chosen topic and adds another, whatever the sites are', () => {
  expect(choices(['ferry', 'quay'], ['bbc.com'])).toEqual([
    ['ferry', true, '/subscribe #k3f9ab "quay"'],
    ['quay', true, '/subscribe #k3f9ab "ferry"'],
    ['harbour', false, '/subscribe #k3f9ab "ferry" "quay" "harbour"'],
  ]);
});

it('goes back to everything with the last topic, from the same sites', () => {
  expect(choices(['harbour'], ['bbc.com'])[0]).toEqual(['harbour', true, '/subscribe #k3f9ab everything bbc.com']);
});

it('offers a topic alone where all do not fit into a button, and none that does not fit itself', () => {
  expect(choices(['ferry', 'quay'], [], 30)).toEqual([
    ['ferry', true, '/subscribe #k3f9ab "quay"'],
    ['quay', true, '/subscribe #k3f9ab "ferry"'],
    ['harbour', false, '/subscribe #k3f9ab "harbour"'],
  ]);
  expect(choices([], [], 20)).toEqual([]);
});
