import type { Phrases } from './intents.ts';

/** What people say in German. */
export const de: Phrases = {
  help: ['hallo', 'guten (tag|morgen)', 'danke', 'wie (funktioniert|geht) (das|es|dieser bot|der bot)', 'hilfe'],
  howToSubscribe: ['wie (kann ich (das )?abonnieren|abonniere ich)'],
  yesterday: ['(zeig(e)? mir )?(die )?artikel (von )?gestern', '(die )?nachrichten (von )?gestern'],
  howToStop: ['wie (kann ich (mich )?|bestelle ich )(das )?ab(bestellen|melden)?'],
  today: ['was gibt( es|’s) neues', '(die )?nachrichten (von )?heute'],
  newest: ['(zeig(e)? mir )?(die )?(neuesten?|aktuellen?) (nachrichten|artikel)'],
  search: [
    '(such|find|zeig)e?( mir)?( (etwas|was|artikel|nachrichten))? (über|zu[mr]?) {topic}',
    'was gibt( es|’s) neues (zu[mr]?|über|von|aus) {topic}',
    'nachrichten (über|zu[mr]?|aus) {topic}',
  ],
  subscriptions: ['(zeig(e)? (mir )?)?meine abos'],
  language: ['(stell|wechsle?|änder)e?( die)? sprache (auf|zu) <.{2,16}>'],
};
