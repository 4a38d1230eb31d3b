import { openDatabase } from '../../../adapters/sqlite/database.ts';
import { createLibraryStore } from '../../../adapters/sqlite/library-store.ts';
import { MIGRATIONS } from '../../../adapters/sqlite/schema.ts';
import { arrivalsContract } from '../../contracts/arrivals.ts';
import { libraryFilesContract } from '../../contracts/library-files.ts';
import { libraryStoreContract } from '../../contracts/library-store.ts';
import { libraryWordsContract } from '../../contracts/library-words.ts';
import { strictRows } from '../../fakes/row-reader.ts';

const create = () => createLibraryStore(openDatabase(':memory:', { migrations: MIGRATIONS }), strictRows);

libraryFilesContract(create);
libraryStoreContract(create);
libraryWordsContract(create);
arrivalsContract(create);
