/** What a message without a slash may mean, in the order in which it is looked for, and the command for it; `$1` is what it names. */
export const COMMANDS = {
  help: '/help',
  stop: '/unsubscribe',
  next: '/status',
  stopTopic: '/unsubscribe $1',
  howToSubscribe: '/help subscribe',
  yesterday: '/digest yesterday',
  howToStop: '/help unsubscribe',
  missed: '/digest',
  today: '/digest today',
  pictures: '/images',
  links: '/links',
  forget: '/forget',
  settings: '/settings',
  language: '/settings language $1',
  newest: '/articles',
  change: '/subscriptions',
  sendNow: '/digest',
  sites: '/articles',
  sent: '/digest $1',
  why: '/why',
  onlyFrom: '/articles $1',
  contents: '/article',
  article: '/article $1',
  section: '/section $1',
  picturesOf: '/images $1',
  linksOf: '/links $1',
  search: '/search $1',
  pause: '/pause $1',
  resume: '/resume',
  subscriptions: '/subscriptions',
  follow: '/follow $1',
  save: '/save $1',
} as const;

/** What a message may mean. */
export type Intent = keyof typeof COMMANDS;

/**
 * What people say, each a whole message: a regular expression in which `(…)` does not capture, `<…>` is what they name, `’` is any
 * apostrophe, and a name in braces stands for one of `FRAGMENTS`.
 */
export type Phrases = Readonly<Partial<Record<Intent, readonly string[]>>>;
