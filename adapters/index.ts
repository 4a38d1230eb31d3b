import { createConsole } from './console/adapter.ts';
import type { CreatePlatform } from './platform.ts';

/** Every platform there is. */
export const platforms: readonly CreatePlatform[] = [createConsole];
