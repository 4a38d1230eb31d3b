import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachFiles } from '../../../adapters/console/attach-file.ts';
import { toSpecs } from '../../../commands/dispatch/specs.ts';
import type { CommandRequest } from '../../../src/chat/request.ts';
import { createTalk } from '../../fixtures/converse.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const { commands, library } = createTalk();

/** The request that arrives for a typed one. */
async function arrived(name: string, input: string): Promise<CommandRequest> {
  let seen: CommandRequest | undefined;
  const dispatch = attachFiles(
    async (request) => {
      seen = request;
      return { blocks: [], actions: [] };
    },
    toSpecs(commands, library),
  );
  await dispatch({ name, input, language: 'en', in: { platform: 'console', chat: 'one' }, by: 'one' });
  if (seen === undefined) throw new Error('Nothing arrived.');
  return seen;
}

describe('the console', () => {
  it('attaches the file whose path is typed', async () => {
    const path = join(await temporaryFolder(), 'my settings.json');
    await writeFile(path, '渡轮');
    for (const [name, typed] of [
      ['import', path],
      ['导入', `"${path}"`],
    ] as const) {
      const { input, file, ...rest } = await arrived(name, typed);
      expect(rest).toEqual({ name, language: 'en', in: { platform: 'console', chat: 'one' }, by: 'one' });
      expect([input, file?.name, await file?.read(100)]).toEqual(['', path, { text: '渡轮' }]);
      expect(await file?.read(5)).toEqual({ failure: 'too-large' });
    }
    expect(await (await arrived('import', '/nowhere')).file?.read(9)).toEqual({ failure: 'unreachable' });
  });

  it('leaves pasted text, no text, and other commands alone', async () => {
    for (const [name, typed] of [
      ['import', '{"a":1}'],
      ['import', ''],
      ['search', 'ferry'],
    ] as const) {
      expect(await arrived(name, typed)).toMatchObject({ name, input: typed });
      expect((await arrived(name, typed)).file).toBeUndefined();
    }
  });
});
