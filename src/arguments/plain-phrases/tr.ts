import type { Phrases } from './intents.ts';

/** What people say in Turkish. */
export const tr: Phrases = {
  help: ['merhaba', 'teşekkürler', 'yardım'],
  yesterday: ['dünün haberleri'],
  today: ['ne var ne yok', 'bugünün haberleri'],
  newest: ['son haberler'],
  search: ['<.{2,30}?> (hakkında )?(haber |bir şeyler )?(ara|bul)', '<.{2,30}?> hakkında(ki)? haberler'],
  subscriptions: ['aboneliklerim'],
  language: ['dili <.{2,16}?>(ya|ye|a|e) (çevir|değiştir|al)'],
};
