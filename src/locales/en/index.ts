import type { Locale } from '../locale.ts';
import { messages } from './messages.ts';

/** English. */
export const en = {
  tag: 'en',
  name: 'English',
  englishName: 'English',
  typedName:
    /^(?:en(?:glish)?(?:-\w+)?|英文|英语|英語|englisch|anglais|ingl[eéê]s|inglese|английский|англійськ[ау]|الإنجليزية|영어|ingilizce|ti[eế]ng anh|inggris|अंग्रेज़ी)$/iu,
  matches: ({ language }) => language === 'en',
  dates: { tag: 'en-GB', month: 'short', weekdayFirst: true },
  messages,
} as const satisfies Locale<'one' | 'other'>;
