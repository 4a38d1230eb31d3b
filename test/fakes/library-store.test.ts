import { arrivalsContract } from '../contracts/arrivals.ts';
import { libraryFilesContract } from '../contracts/library-files.ts';
import { libraryStoreContract } from '../contracts/library-store.ts';
import { libraryWordsContract } from '../contracts/library-words.ts';
import { createFakeLibraryStore } from './library-store.ts';

libraryFilesContract(createFakeLibraryStore);
libraryStoreContract(createFakeLibraryStore);
libraryWordsContract(createFakeLibraryStore);
arrivalsContract(createFakeLibraryStore);
