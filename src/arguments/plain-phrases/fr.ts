import type { Phrases } from './intents.ts';

/** What people say in French. */
export const fr: Phrases = {
  help: ['bonjour', 'merci', 'comment (ça|cela) (marche|fonctionne)', 'aide'],
  howToSubscribe: ['comment s’abonner'],
  yesterday: [
    '(montre(-moi)? |donne(-moi)? )?(la liste des |les )?articles d’hier',
    '(les |donne[rz]?(-moi)? les )?(nouvelles|infos|actualités) d’hier',
  ],
  howToStop: ['comment (se |me )?désabonner'],
  today: ['quoi de neuf', '(les )?(nouvelles|actualités|infos) du jour'],
  newest: ['(montre[rz]?(-moi)? )?les (dernières|derniers) (nouvelles|infos|actualités|articles)'],
  search: [
    '(cherche|trouve|montre|je (veux|voudrais) (lire|voir))[rz]?(-moi)?( (quelque chose|des (articles|infos|nouvelles)))? (sur|à propos de) {topic}',
    'quoi de neuf (sur|à propos d[eu]|en) {topic}',
    '(des |les )?nouvelles (sur|d[eu]) {topic}',
  ],
  subscriptions: ['mes abonnements'],
  language: ['(mets|change[rz]?|passe)( la)? langue (en|pour|à) <.{2,16}>'],
};
