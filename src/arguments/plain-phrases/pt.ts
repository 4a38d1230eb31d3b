import type { Phrases } from './intents.ts';

/** What people say in Portuguese. */
export const pt: Phrases = {
  help: ['olá', 'obrigad[oa]', 'como (isso )?funciona', 'ajuda'],
  howToSubscribe: ['como (assino|me inscrevo)'],
  yesterday: ['(as )?notícias de ontem'],
  howToStop: ['como (cancelo|cancelar)( a assinatura)?'],
  today: ['o que há de novo', '(as )?notícias de hoje'],
  newest: ['(me mostra |mostre )?(as )?(últimas )?notícias'],
  search: [
    '((me )?mostr[ae](-me)?|quero (ler|ver)|procur[ae]|busque|busca|ache)( (algo|notícias|artigos))? (sobre|de) {topic}',
    'notícias (sobre|de|do|da) {topic}',
  ],
  subscriptions: ['minhas assinaturas'],
  language: ['(mud[ae]|coloque|altera)r?( o)? idioma para( o)? <.{2,16}>'],
};
