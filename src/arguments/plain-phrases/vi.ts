import type { Phrases } from './intents.ts';

/** What people say in Vietnamese. */
export const vi: Phrases = {
  help: ['xin chào', 'cảm ơn'],
  yesterday: ['tin (tức )?hôm qua'],
  today: ['có gì mới', 'tin (tức )?hôm nay'],
  newest: ['tin (tức )?mới nhất'],
  search: ['tin (tức )?về {topic}'],
};
