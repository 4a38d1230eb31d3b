import type { Phrases } from './intents.ts';

/** What people say in French. */
export const fr: Phrases = {
  help: ['bonjour', 'merci', 'comment (ça|cela) (marche|fonctionne)', 'aide'],
  stop: ['(se )?désabonner', 'désinscription'],
  next: ['quand (vient|arrive) (le prochain (résumé|envoi)|la prochaine édition)'],
  howToSubscribe: ['comment s’abonner'],
  yesterday: ['(les |donne[rz]?(-moi)? les )?(nouvelles|infos|actualités) d’hier'],
  howToStop: ['comment (se |me )?désabonner'],
  today: ['quoi de neuf', '(les )?(nouvelles|actualités|infos) du jour'],
  newest: ['(montre[rz]?(-moi)? )?les (dernières|derniers) (nouvelles|infos|actualités|articles)'],
  search: ['quoi de neuf (sur|à propos d[eu]|en) {topic}', '(des |les )?nouvelles (sur|d[eu]) {topic}'],
  subscriptions: ['mes abonnements'],
};
