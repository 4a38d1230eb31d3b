import { expect, it } from 'vitest';
import { parseStoredEdition, toStoredEdition } from '../../src/digest/stored-edition.ts';
import { makeEdition } from '../fakes/subscription.ts';

it('keeps the names that existing state files have, and is read back unchanged', () => {
  const edition = makeEdition('aaaaaa@2024-05-02T00:00Z', { sendEmpty: true });
  const stored = toStoredEdition(edition);
  expect(stored).toMatchObject({ tellEmpty: true });
  expect(Object.keys(stored)).not.toContain('sendEmpty');
  expect(parseStoredEdition(JSON.stringify(stored))).toEqual(edition);
});
