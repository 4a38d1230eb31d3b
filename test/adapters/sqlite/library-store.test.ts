import { openDatabase } from '../../../adapters/sqlite/database.ts';
import { createLibraryStore } from '../../../adapters/sqlite/library-store.ts';
import { MIGRATIONS } from '../../../adapters/sqlite/schema.ts';
import { libraryStoreContract } from '../../contracts/library-store.ts';

libraryStoreContract(() => createLibraryStore(openDatabase(':memory:', { migrations: MIGRATIONS })));
