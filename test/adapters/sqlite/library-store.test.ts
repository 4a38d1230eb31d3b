import { openDatabase } from '../../../adapters/sqlite/database.ts';
import { createLibraryStore } from '../../../adapters/sqlite/library-store.ts';
import { MIGRATIONS } from '../../../adapters/sqlite/schema.ts';
import { arrivalsContract } from '../../contracts/arrivals.ts';
import { libraryStoreContract } from '../../contracts/library-store.ts';

libraryStoreContract(() => createLibraryStore(openDatabase(':memory:', { migrations: MIGRATIONS })));
arrivalsContract(() => createLibraryStore(openDatabase(':memory:', { migrations: MIGRATIONS })));
