import type { Phrases } from './intents.ts';

/** What people say in Spanish. */
export const es: Phrases = {
  help: ['hola', 'gracias', 'cómo funciona( esto)?', 'ayuda'],
  howToSubscribe: ['cómo (me suscribo|suscribirse)'],
  yesterday: [
    '((muéstrame|dame) )?(la lista de )?(los )?artículos de ayer',
    '(dame |muéstrame )?(las )?noticias de ayer',
  ],
  howToStop: ['cómo (me doy de baja|cancelo|puedo cancelar)( la suscripción)?'],
  today: ['qué hay de nuevo', '(las )?noticias de hoy'],
  newest: ['(muéstrame |dame )?(las )?(últimas )?noticias'],
  search: [
    '(búscame|busca|encuentra|muéstrame|quiero (ver|leer))( (algo|noticias|artículos))? (sobre|de|acerca de) {topic}( porfa)?',
    'qué hay de nuevo (sobre|de|en) {topic}',
    'noticias (sobre|de) {topic}',
  ],
  subscriptions: ['mis suscripciones'],
  language: ['(cambia|pon)(r|me)?( el)? idioma (a|al|en) <.{2,16}>'],
};
