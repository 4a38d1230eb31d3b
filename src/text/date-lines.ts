import { pattern } from './pattern.ts';

const RELATIVE_DATE = pattern('iu')`
  ^\d{1,3}\s*(?:分钟|分鐘|小时|小時|天|日|周|週|个月|個月)(?:之)?前$
  |^\d{1,3}\s*(?:m|min|minutes?|h|hours?|d|days?|w|weeks?|mo|months?|y|years?)\s+ago$|^\d{1,2}\s*月\s*\d{1,2}\s*日$
  |^\d{1,2}[:：]\d{2}$|^vor \d+ \p{L}+$|^hace \d+ \p{L}+$|^il y a \d+ \p{L}+$|^há \d+ \p{L}+$
  |^\d+ \p{L}+ (?:fa|назад|тому|temu|önce)$|^\d+\s?(?:분|시간|일)\s?전$|^\d+(?:分|時間|日)前$
`;
const LABELS = pattern('iu')`
  ^(?:
    发布|發佈|发表|發表|更新|最后更新|最後更新|刊登|首次发布|日期|时间|時間|公開|配信|first published|last updated|last modified|asked|answered
    |edited|replied|commented|perguntad[ao]|respondid[ao]|editad[ao]|preguntad[ao]|formulad[ao]|задан|ответ дан|изменён
    |gefragt|beantwortet|bearbeitet|created|published|updated|posted|submitted|modified|veröffentlicht|aktualisiert|publié|mis à jour
    |publicado|actualizado|atualizado|pubblicato|aggiornato|opublikowano|aktualizacja|обновлено|опубликовано
    |оновлено|опубліковано|giriş|güncelleme|uppdaterad|publicerad|oppdatert|publisert|opdateret|udgivet
    |julkaistu|päivitetty|gepubliceerd|bijgewerkt|publikacja|zveřejněno|aktualizováno
    |(?:기사\s?|최종\s?)?(?:입력|수정|등록|송고|승인)|đăng|cập nhật|diterbitkan|diperbarui|publicat|actualizat|megjelent
    |frissítve|δημοσίευση|δημοσιεύ[τθ]ηκε|ενημέρωση|(?:تاريخ )?النشر|نشرت?|آخر تحديث|(?:تاریخ )?انتشار|פורסם
    |objavljeno|ažurirano|posodobljeno|zverejnené|aktualizované|paskelbta|atnaujinta|publicēts|atjaunots|avaldatud
    |uuendatud|birt|uppfært|објављено|ажурирано|публикуван[ао]|обновен[ао]|imechapishwa|עודכן|प्रकाशित|अपडेट(?:ेड)?|প্রকাশ(?:িত)?|আপডেট|เผยแพร่|อัปเดต
  )(?:时间|時間|日期|于|於|日時|시간|일시|on|at|am|le|el|في|lúc)?\s*[：:]?\s*
`;
const UNITS =
  /[年月日时時点點分秒更新发布發佈頃]|星期[一二三四五六日天]|周[一二三四五六日]|[月火水木金土日]曜日|[上下]午/gu;
const TIME_WORDS = (
  'a p m am pm gmt utc bst cet cest est edt et pst pdt ist sgt hkt jst kst cst myt wib uhr h z t at on of the st nd rd ' +
  'giriş güncelleme güncellenme yayınlanma tarihi atualizado publicado pubblicato aggiornato opublikowano aktualizacja обновлено опубликовано оновлено опубліковано 입력 수정 등록 송고 기사입력 최종수정 송고시간 입력시간 오전 오후 ' +
  'yesterday today hier aujourd hui gestern heute ayer hoy ieri oggi ontem hoje вчера сегодня вчора сьогодні dün bugün igår idag ' +
  'ngày lúc μμ πμ στις م ص الإثنين الساعة مساء صباحا بتوقيت ساعت בשעה बजे टाइम น เวลา วันที่ ' +
  'th de le um à del kl klo d u ob gada plkst val ч на saa г р o en los modifié mis jour updated published modified aktualisiert geändert'
).split(' ');

const NAME_LOCALES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'id',
  'ru',
  'tr',
  'pl',
  'vi',
  'ar',
  'ar-MA',
  'ar-SY',
  'ar-TN',
  'fa',
  'hi',
  'bn',
  'th',
  'cs',
  'uk',
  'sv',
  'da',
  'nb',
  'fi',
  'el',
  'ro',
  'hu',
  'he',
  'ca',
  'is',
  'lt',
  'lv',
  'et',
  'hr',
  'sl',
  'sk',
  'sr',
  'bg',
  'sw',
];

/** The names of months and weekdays, long and short, in languages that spell dates out, and words beside a time. */
function calendarNames(): Set<string> {
  const names = NAME_LOCALES.flatMap((locale) => [...namesOfLocale(locale, 'long'), ...namesOfLocale(locale, 'short')]);
  return new Set([...TIME_WORDS, ...names.map(calendarName)]);
}

/** Months alone and in a date, where some languages inflect them, and weekdays. */
function namesOfLocale(locale: string, style: 'long' | 'short'): string[] {
  const month = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(locale, { weekday: style, day: 'numeric', month: style, timeZone: 'UTC' });
  // A day in each month, and together on all days of the week.
  const days = Array.from({ length: 12 }, (_, index) => Date.UTC(2024, index, 1 + ((index * 6) % 7)));
  return days.flatMap((day) => `${month.format(day)} ${date.format(day)}`.match(WORD) ?? []);
}

function calendarName(name: string): string {
  return name.toLowerCase().replaceAll('.', '');
}

/** A word, or an abbreviation with dots inside: "พ.ย." */
const WORD = /[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*/gu;

const CALENDAR_WORDS = calendarNames();

/** Whether a word in lower case is the name of a month or weekday, or belongs to a time. */
export function isCalendarWord(word: string): boolean {
  return CALENDAR_WORDS.has(word);
}

/** What is left of a line whose dates are elements of their own: `出版： 更新：`. */
const DATE_LABELS =
  /^(?:(?:(?:出版|發佈|发布|发表|發表|更新|更改|修改|最後更新|最后更新|刊登)(?:时间|時間|日期)?|公開|公開日|更新日|published|updated|last updated|입력|수정|등록|giriş|güncelleme|opublikowano|aktualizacja|опубликовано|обновлено|опубліковано|оновлено)\s*[：:]\s*){2,}$/iu;

/** Whether a line has only the labels of dates; one alone may begin an update. */
export function isDateLabel(line: string): boolean {
  return line.length <= 80 && DATE_LABELS.test(line.trim());
}

/** The letters, digits and marks of which a line with dates consists: nearly all text has others. */
const DATE_CHARACTERS = /^[\p{L}\p{M}\p{N}\s.,،:：/()（）+|·•、’'–—-]+$/u;

/** Whether a line is only a date, a time or "24 minutes ago". */
export function isDateLine(line: string): boolean {
  const trimmed = line.trim();
  if (trimmed.length > 80 || !/\p{Nd}/u.test(trimmed) || !DATE_CHARACTERS.test(trimmed)) return false;
  const text = withAsciiDigits(trimmed);
  if (isOneDate(text)) return true;
  const dates = text.split(BETWEEN_DATES);
  return dates.some(isOneDate) && dates.every((date) => isOneDate(date) || date.replace(LABELS, '') === '');
}

/** "٣", "۳", "३", "৩", "๓", "３" */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/gu;

function withAsciiDigits(text: string): string {
  return text.replaceAll(OTHER_DIGITS, (digit) => {
    const position = digit.charCodeAt(0) % 16;
    return String(/[०-९০-৯]/u.test(digit) ? position - 6 : position);
  });
}

/** "Published 3 May 2021 | Updated 14:10": a mark, or a label with a colon. */
const BETWEEN_DATES = new RegExp(
  `\\s*[|•·]\\s*|,\\s+(?=${LABELS.source.slice(1)}(?:\\d|il y a|$))|(?<=\\d)\\s+(?=\\p{L}+:\\s)`,
  'iu',
);

function isOneDate(text: string): boolean {
  const bare = text.replace(LABELS, '');
  if (RELATIVE_DATE.test(bare)) return true;
  if (/^\d*$/.test(bare)) return false;
  const hasLabel = bare.length < text.length;
  if (!(hasLabel ? /\d{4}|\d{1,2}[.:：h]\d{2}/ : /\d{4}|\d{1,2}[:：h]\d{2}/).test(bare)) return false;
  const words = bare.replace(/\d[\d.:：/+-]*(?:T[\d:.]+Z?)?/gu, ' ').replace(UNITS, ' ');
  return (words.match(WORD) ?? []).every((word) => CALENDAR_WORDS.has(calendarName(word)));
}
