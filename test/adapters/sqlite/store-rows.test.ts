import { join } from 'node:path';
import { describe } from 'vitest';
import { storeRowsContract } from '../../contracts/store-rows.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

describe('the rows of a state file', () => {
  storeRowsContract(async () => {
    const location = join(await temporaryFolder(), 'state.sqlite');
    return { scheme: 'sqlite', location, label: location };
  });
});
