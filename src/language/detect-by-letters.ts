import type { Script } from './scripts.ts';

/** Languages that are nearly alone in using a script. */
const BY_SCRIPT: Readonly<Record<Script, string>> = {
  Kana: 'ja',
  Hang: 'ko',
  Thai: 'th',
  Laoo: 'lo',
  Mymr: 'my',
  Khmr: 'km',
  Taml: 'ta',
  Telu: 'te',
  Knda: 'kn',
  Mlym: 'ml',
  Gujr: 'gu',
  Guru: 'pa',
  Orya: 'or',
  Sinh: 'si',
  Tibt: 'bo',
  Grek: 'el',
  Armn: 'hy',
  Geor: 'ka',
  Thaa: 'dv',
  Syrc: 'syr',
  Cher: 'chr',
  Nkoo: 'nqo',
  Tfng: 'zgh',
  Mong: 'mn-Mong',
};

/** Letters or function words that distinguish a language from others of its script. */
interface LetterRule {
  language: string;
  pattern: RegExp;
  /** The minimum number of matches in a thousand letters. */
  minPerMille: number;
  /** What must occur too. */
  also?: RegExp;
}

function rule(language: string, pattern: RegExp, minPerMille = 4): LetterRule {
  return { language, pattern, minPerMille };
}

/** Tried in order, the rarer letters first; `fallback` is the most widely written language of the script. */
const RULES: Readonly<Record<Script, { rules: readonly LetterRule[]; fallback: string }>> = {
  Arab: {
    rules: [
      rule('ps', /[ټډړږښګڼېۍ]/g, 8),
      rule('ug', /[ۇۈۋې]/g, 30),
      rule('ckb', /[ڕڵۆێە]/g, 15),
      rule('sd', /[ڄڃڀٿڦڊڏڌڻ]/g, 8),
      rule('ur', /[ٹڈڑںےہ]/g, 15),
      rule('fa', /[پچژگکی]/g, 30),
    ],
    fallback: 'ar',
  },
  Cyrl: {
    rules: [
      rule('sr', /[ђћ]/g, 2),
      rule('mk', /[ѓќѕ]/g, 1),
      { ...rule('mk', /(?<!\p{L})(?:во|со|ги|го|дека|сите|секоја?|секое|нејзин\p{L}*)(?!\p{L})/gu, 6), also: /[јљњџ]/ },
      rule('sr', /[јљњџ]/g, 8),
      rule('tg', /[ӣӯҷ]/g, 4),
      rule('tt', /[җ]/g, 1),
      rule('kk', /[әұ]/g, 8),
      { ...rule('be', /ў/g, 2), also: /[ыі]/ },
      rule('uz-Cyrl', /[қғҳў]/g, 12),
      rule('kk', /[ғқ]/g, 10),
      rule('mn', /(?<=[а-яө])[өү](?=[а-яөү])/g, 25),
      rule('ky', /[ңөү]/g, 8),
      { ...rule('be', /[ыэё]/g, 15), also: /і/ },
      rule('uk', /[іїєґ]/g, 15),
      rule('ru', /[ыэё]/g, 6),
      rule('bg', /[ъщ]/g, 6),
    ],
    fallback: 'ru',
  },
  Deva: {
    rules: [rule('mr', /(?:आहे|आणि|च्या|ळ)/g, 4), rule('ne', /(?:गरेको|गरेका|हरू|भएको|थियो|छन्)/g, 6)],
    fallback: 'hi',
  },
  Beng: { rules: [rule('as', /[ৰৱ]/g, 6)], fallback: 'bn' },
  Ethi: { rules: [rule('ti', /(?:ኣ|እዩ|ኸ|ቐ)/g, 12)], fallback: 'am' },
  Hebr: { rules: [rule('yi', /[\u05f0-\u05f2\ufb1d-\ufb1f]|\u05d0[\u05b7\u05b8]/g, 8)], fallback: 'he' },
};

/** Detects the language of a text in a script other than Latin or Han; null for an unsupported script. */
export function detectByLetters(text: string, script: Script): string | null {
  const shared = RULES[script];
  if (shared === undefined) return BY_SCRIPT[script] ?? null;
  const lower = text.toLowerCase();
  const letters = lower.match(/\p{L}/gu)?.length ?? 0;
  const found = shared.rules.find(
    ({ pattern, minPerMille, also }) =>
      (lower.match(pattern)?.length ?? 0) * 1000 >= letters * minPerMille && also?.test(lower) !== false,
  );
  return found?.language ?? shared.fallback;
}
