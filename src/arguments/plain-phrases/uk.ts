import type { Phrases } from './intents.ts';

/** What people say in Ukrainian. */
export const uk: Phrases = {
  help: ['привіт', 'дякую', 'як (це )?працює'],
  stop: ['відписатися'],
  next: ['коли (буде )?наступний (випуск|дайджест)'],
  howToSubscribe: ['як (мені )?підписатися'],
  yesterday: ['новини (за )?вчора'],
  howToStop: ['як (мені )?відписатися'],
  today: ['що нового', 'новини (за |на )?сьогодні'],
  newest: ['(покажи )?(останні|свіжі) новини'],
  search: ['(що нового|новини) (про|щодо) {topic}'],
  subscriptions: ['мої підписки'],
};
