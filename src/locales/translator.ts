import { createInstance } from 'i18next';
import { en } from './en.ts';
import type { Language } from './language.ts';
import type { Translate } from './words.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

const texts: Record<Language, Readonly<Record<string, string>>> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw };

const translators = new Map<Language, Translate>();

/** What says things in a language; values are put in as they are, without any markup of their own. */
export function createTranslator(language: Language): Translate {
  const known = translators.get(language) ?? translatorOf(language);
  translators.set(language, known);
  return known;
}

function translatorOf(language: Language): Translate {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: texts[language] } },
  });
  return (key, ...[values]) => instance.t(key, { ...values });
}
