import { type Language, matchLanguage } from '../../src/locales/languages.ts';

const MAX_TAGS = 20;

/** The language of the bot that a browser likes best, by its `Accept-Language`; else `preset`. */
export function languageFor(accepted: string | undefined, preset: Language): Language {
  const tags = (accepted ?? '').split(',', MAX_TAGS).map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const weight = parameters.map((one) => /^\s*q=([\d.]{1,5})\s*$/.exec(one)?.[1]).find((q) => q !== undefined);
    return { tag, weight: weight === undefined ? 1 : Number(weight) };
  });
  const liked = tags.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of liked) {
    const found = matchLanguage(tag);
    if (found !== undefined) return found;
  }
  return preset;
}
