/** Languages that people ask for; the bot speaks some of them. */
const CODES = 'en zh de fr es pt it ru uk tr ar fa he ja ko vi id hi nl pl sv el th'.split(' ');
const NAMES: ReadonlySet<string> = new Set(
  CODES.flatMap((code) =>
    ['en', 'zh-Hans', 'zh-Hant', code].map((inside) =>
      (new Intl.DisplayNames([inside], { type: 'language' }).of(code) ?? code).toLowerCase(),
    ),
  ),
);

/** Whether typed text is the name of a language, in English, in Chinese or in the language itself: `german`, `Deutsch`, `德语`. */
export function isLanguageName(typed: string): boolean {
  return NAMES.has(typed.normalize('NFKC').trim().toLowerCase());
}
