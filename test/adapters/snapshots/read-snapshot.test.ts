import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSnapshotReader } from '../../../adapters/snapshots/read-snapshot.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const MAX = 100;

async function open() {
  const place = await temporaryFolder({
    'secret.md': 'secret',
    'snapshots/deep/a.md': 'text',
    'snapshots/large.md': 'x'.repeat(MAX + 1),
    'snapshots/.env': 'secret',
  });
  const root = join(place, 'snapshots');
  await symlink(join(place, 'secret.md'), join(root, 'link.md'));
  return createSnapshotReader([
    { name: '', path: root },
    { name: 'captured', path: join(root, 'deep') },
    { name: 'missing', path: join(place, 'missing') },
  ]);
}

it.each(['deep/a.md', 'captured://a.md'])('reads %s', async (file) => {
  expect(Buffer.from((await (await open())(file, MAX)) ?? []).toString()).toBe('text');
});

it.each([
  '../secret.md',
  'deep/../../secret.md',
  'captured://../../secret.md',
  'link.md',
  'large.md',
  '.env',
  'deep',
  'none.md',
  'missing://a.md',
  'unknown://a.md',
  'a\0.md',
  '/etc/passwd',
])('does not read %j', async (file) => {
  expect(await (await open())(file, MAX)).toBeUndefined();
});
