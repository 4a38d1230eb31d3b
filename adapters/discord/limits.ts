import type { PlatformLimits } from '../../src/chat/platform.ts';
import { MAX_COMMAND_CHARS } from './render/custom-id.ts';

/** Discord counts characters, of which there are never more than bytes. */
export const discordLimits: PlatformLimits = { maxButtonBytes: MAX_COMMAND_CHARS };
