import type { CommandRequest } from '../../src/chat/request.ts';
import type { Language } from '../../src/locales/languages.ts';
import type { View } from '../../src/view/view.ts';
import type { createTalk, Talk } from '../fixtures/converse.ts';

/** What is typed or pressed, by whom and where; or what happens meanwhile, with the message that it brings. */
export type Step = string | { typed: string; told: Partial<CommandRequest> } | Happening;

export interface Happening {
  happens: string;
  run(bot: ReturnType<typeof createTalk>, language: Language): Promise<View | undefined>;
}

/** The steps in one chat, in order; each answer becomes a picture. A file has the name of its walk. */
export type Walk = readonly [name: string, steps: readonly Step[], talk?: Talk];
