import type { Article } from '../../src/article/article.ts';
import type { CommandRequest } from '../../src/chat/request.ts';
import type { Language } from '../../src/locales/languages.ts';
import type { View } from '../../src/view/view.ts';
import type { createTalk, Talk } from '../fixtures/converse.ts';

/** What is typed, by whom and where; the number of a button of the last answer; or what happens meanwhile, with the message that it brings. */
export type Step = string | number | { typed: string; told: Partial<CommandRequest> } | Happening;

export interface Happening {
  happens: string;
  run(bot: ReturnType<typeof createTalk>, language: Language): Promise<View | undefined>;
}

/** The steps in one chat, in order; each answer becomes a picture. A file has the name of its walk. */
export type Walk = readonly [name: string, steps: readonly Step[], talk?: Talk];

/** Somebody who looks: the language that the bot answers in, and how walks and articles are translated if it is not enough. */
export interface Reader {
  name: string;
  language: Language;
  say?(typed: string): string;
  translate?(article: Article): Article;
}
