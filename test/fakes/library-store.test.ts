import { arrivalsContract } from '../contracts/arrivals.ts';
import { libraryStoreContract } from '../contracts/library-store.ts';
import { libraryWordsContract } from '../contracts/library-words.ts';
import { createFakeLibraryStore } from './library-store.ts';

libraryStoreContract(createFakeLibraryStore);
libraryWordsContract(createFakeLibraryStore);
arrivalsContract(createFakeLibraryStore);
