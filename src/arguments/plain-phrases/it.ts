import type { Phrases } from './intents.ts';

/** What people say in Italian. */
export const it: Phrases = {
  help: ['ciao', 'grazie', 'aiuto'],
  stop: ['annulla( iscrizione)?'],
  howToSubscribe: ['come (mi iscrivo|iscriversi)'],
  yesterday: ['(le )?notizie di ieri'],
  howToStop: ['come (annullo|mi disiscrivo|disiscriversi)'],
  today: ['che c’è di nuovo', '(le )?notizie di oggi'],
  newest: ['(mostrami )?le (ultime )?notizie'],
  search: ['(notizie|novità) su(l|lla|i|gli|lle)? {topic}'],
  subscriptions: ['i miei abbonamenti'],
};
