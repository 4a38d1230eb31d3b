import { arrivalsContract } from '../contracts/arrivals.ts';
import { libraryStoreContract } from '../contracts/library-store.ts';
import { createFakeLibraryStore } from './library-store.ts';

libraryStoreContract(createFakeLibraryStore);
arrivalsContract(createFakeLibraryStore);
