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

/** A language that shares its script is told by letters (or small words) that its neighbours do not write. */
interface Mark {
  language: string;
  sign: RegExp;
  /** How many of a thousand letters the signs must be. */
  perMille: number;
}

function mark(language: string, sign: RegExp, perMille = 4): Mark {
  return { language, sign, perMille };
}

/** In order of trial: the rarer letters first; what no mark fits is the script's most written language. */
const MARKS: Readonly<Record<Script, { marks: readonly Mark[]; otherwise: string }>> = {
  Arab: {
    marks: [
      mark('ps', /[ټډړږښګڼېۍ]/g, 8),
      mark('ug', /[ۇۈۋې]/g, 30),
      mark('ckb', /[ڕڵۆێە]/g, 15),
      mark('sd', /[ڄڃڀٿڦڊڏڌڻ]/g, 8),
      mark('ur', /[ٹڈڑںےہ]/g, 15),
      mark('fa', /[پچژگکی]/g, 30),
    ],
    otherwise: 'ar',
  },
  Cyrl: {
    marks: [
      mark('sr', /[ђћ]/g, 2),
      mark('mk', /[ѓќѕ]/g, 1),
      mark('sr', /[јљњџ]/g, 8),
      mark('tg', /[ӣӯҷ]/g, 4),
      mark('uz-Cyrl', /[қғҳў]/g, 12),
      mark('tt', /[җ]/g, 1),
      mark('kk', /[әғқұ]/g, 10),
      mark('mn', /(?<=[а-яө])[өү](?=[а-яөү])/g, 25),
      mark('ky', /[ңөү]/g, 8),
      mark('be', /[ў]/g, 5),
      mark('uk', /[іїєґ]/g, 15),
      mark('ru', /[ыэё]/g, 6),
      mark('bg', /[ъщ]/g, 6),
    ],
    otherwise: 'ru',
  },
  Deva: {
    marks: [mark('mr', /(?:आहे|आणि|ळ)/g, 4), mark('ne', /(?:गरेको|गरेका|हरू|भएको|थियो|छन्)/g, 6)],
    otherwise: 'hi',
  },
  Beng: { marks: [mark('as', /[ৰৱ]/g, 6)], otherwise: 'bn' },
  Ethi: { marks: [mark('ti', /(?:ኣ|እዩ|ኸ|ቐ)/g, 12)], otherwise: 'am' },
  Hebr: { marks: [mark('yi', /[\u05f0-\u05f2\ufb1d-\ufb1f]|\u05d0[\u05b7\u05b8]/g, 8)], otherwise: 'he' },
};

/** The language of a text in a script that is not Latin or Han; null for a script nobody here knows. */
export function detectByLetters(text: string, script: Script): string | null {
  const shared = MARKS[script];
  if (shared === undefined) return BY_SCRIPT[script] ?? null;
  const lower = text.toLowerCase();
  const letters = lower.match(/\p{L}/gu)?.length ?? 0;
  const found = shared.marks.find(
    ({ sign, perMille }) => (lower.match(sign)?.length ?? 0) * 1000 >= letters * perMille,
  );
  return found?.language ?? shared.otherwise;
}
