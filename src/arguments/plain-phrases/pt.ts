import type { Phrases } from './intents.ts';

/** What people say in Portuguese. */
export const pt: Phrases = {
  help: ['olá', 'obrigad[oa]', 'como (isso )?funciona', 'ajuda'],
  stop: ['cancelar (a )?assinatura'],
  howToSubscribe: ['como (assino|me inscrevo)'],
  yesterday: ['(as )?notícias de ontem'],
  howToStop: ['como (cancelo|cancelar)( a assinatura)?'],
  today: ['o que há de novo', '(as )?notícias de hoje'],
  newest: ['(me mostra |mostre )?as (últimas )?notícias'],
  search: ['notícias (sobre|de|do|da) {topic}'],
  subscriptions: ['minhas assinaturas'],
};
