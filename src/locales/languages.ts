import { en } from './en/index.ts';
import { createRegistry } from './registry.ts';
import { zhCn } from './zh-cn/index.ts';
import { zhTw } from './zh-tw/index.ts';

/** The languages of the bot. To add one, write its folder and list it here. */
const registry = createRegistry(en, zhCn, zhTw);

/** The tag of a language that the bot speaks. */
export type Language = (typeof registry.languages)[number];

export const {
  languages,
  fallback: fallbackLanguage,
  localeOf,
  match: matchLanguage,
  choose: chooseLanguage,
  parse: parseLanguage,
  choices: languageChoices,
} = registry;
