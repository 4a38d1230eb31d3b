import { pattern } from './pattern.ts';

const TRANSLATOR = pattern('iu')`
  ^[(（[]?(?:
    translat(?:ed|ion|or)|übersetz(?:t|ung|er(?:in)?)|tradui(?:t|te)|traduction|traducción|traducido|traductora?|tradução
    |traduzid[oa]|traduzione|tradott[oa]|tłumaczenie|tłumaczył[aei]?|vertaling|vertaald|översättning|перевод|переклад
  )(?: (?:from|aus|d[eou]|dal|z|uit|från|с)(?: \p{L}+){1,2}| (?:de )?l[’']\p{L}+)?(?: by| von| par| por| da| di| door| av)?
  (?:\s*[:：]\s*|(?<=by|von|par|por|da|di|door|av)\s)(?=(?-i:\p{Lu}))[\p{L}.’' ,&-]{3,60}[)）\]]?\.?$
`;

/** Whether a line says who translated the text, in a language with Latin or Cyrillic letters: "Traduit par Anne Leroy". */
export function isTranslatorLine(line: string): boolean {
  return TRANSLATOR.test(line);
}
