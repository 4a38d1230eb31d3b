import type { Phrases } from './intents.ts';

/** What people say in Arabic. */
export const ar: Phrases = {
  help: ['شكرا', 'كيف يعمل', 'مساعدة', 'مرحبا'],
  yesterday: ['أخبار (ال)?أمس'],
  today: ['ما الجديد', 'أخبار اليوم'],
  newest: ['(أحدث|آخر) (الأخبار|المقالات)'],
  search: ['أخبار عن {topic}'],
  subscriptions: ['اشتراكاتي'],
  language: ['غ[\u064a\u0651]+ر اللغة إلى <.{2,16}>'],
};
