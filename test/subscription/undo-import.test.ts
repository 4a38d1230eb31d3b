import { expect, it } from 'vitest';
import { createRecentImports, type ImportChanges } from '../../src/subscription/undo-import.ts';
import { createFakeStateStore } from '../fakes/state-store.ts';

const CHAT = { platform: 'test', chat: '1' };
const NOW = new Date('2024-05-02T12:00:00.000Z');
const CHANGES = { added: ['aaaaaa'], changed: [], settings: { names: [], before: {} }, feeds: [] } as ImportChanges;

it('gives the changes of an import once, and to its chat alone', async () => {
  const imports = createRecentImports(createFakeStateStore({ nowMs: 0 }), 1000);
  const id = await imports.keep(CHAT, CHANGES, NOW);
  expect(await imports.take({ ...CHAT, chat: '2' }, id)).toBeUndefined();
  expect(await imports.take(CHAT, id)).toEqual(CHANGES);
  expect(await imports.take(CHAT, id)).toBeUndefined();
});

it('gives no changes that it would give again', async () => {
  const state = createFakeStateStore({ nowMs: 0 });
  const failure = new Error('The server is gone.');
  const imports = createRecentImports({ ...state, delete: () => Promise.reject(failure) }, 1000);
  const id = await imports.keep(CHAT, CHANGES, NOW);
  await expect(imports.take(CHAT, id)).rejects.toBe(failure);
});
