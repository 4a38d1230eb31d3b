import type { Phrases } from './intents.ts';

/** What people say in Italian. */
export const it: Phrases = {
  help: ['ciao', 'grazie', 'aiuto'],
  howToSubscribe: ['come (mi iscrivo|iscriversi)'],
  yesterday: [
    '((mostra|fammi vedere|dammi)(mi)? )?(l’elenco |la lista )?(degli |gli |le |delle )?(articoli|notizie) di ieri',
    '(le )?notizie di ieri',
  ],
  howToStop: ['come (annullo|mi disiscrivo|disiscriversi)'],
  today: ['che c’è di nuovo', '(le )?notizie di oggi'],
  newest: ['(mostrami )?(le )?(ultime )?notizie'],
  search: [
    '(cerca|trova|mostra|voglio (leggere|vedere))(mi)?( (qualcosa|notizie|articoli))? (su|di)(l|lla|i|gli|lle)? {topic}',
    '(notizie|novità) su(l|lla|i|gli|lle)? {topic}',
  ],
  subscriptions: ['i miei abbonamenti'],
  language: ['(cambia|imposta)( la)? lingua (in|a) <.{2,16}>'],
};
