import { libraryStoreContract } from '../contracts/library-store.ts';
import { createFakeLibraryStore } from './library-store.ts';

libraryStoreContract(createFakeLibraryStore);
