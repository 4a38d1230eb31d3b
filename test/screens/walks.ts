import type { Language } from '../../src/locales/languages.ts';

/** What is typed or pressed, in order, in one chat; each answer becomes a picture. A file has the name of its walk. */
export type Walk = readonly [name: string, typed: readonly string[]];

/** Everything that people see, by what they type; the same in all languages. */
export const WALKS: readonly Walk[] = [
  ['start', ['/start', '/help', '/help subscribe']],
  ['articles', ['/articles', '/article strait001', '/article library04']],
  ['section', ['/section strait001 1', '/section strait001 3', '/section library04 0', '/section huge00005 3']],
  ['pictures', ['/images strait001', '/links strait001', '/links 9']],
  ['search', ['/search 台湾', '/search zebra', '/related strait001']],
  ['digests', ['/digest 3d headlines', '/digest 3d', '/digest 10d full', '/digest']],
  ['subscribe', ['/subscribe 8:00 20:00 weekdays taiwan', '/subscribe instant', '/subscriptions', '/subscriptions 1']],
  ['menus', ['/subscribe 8:00', '/subscriptions 1 topics', '/subscriptions 1 time', '/subscriptions 1 days']],
  ['zones', ['/subscribe 8:00', '/subscriptions 1 zone', '/settings zone Europe', '/settings zone Nowhere']],
  ['settings', ['/settings', '/settings quiet', '/settings updates', '/settings quiet 22:00-07:00']],
  ['state', ['/subscribe 8:00', '/status', '/why strait001', '/preview', '/pause', '/unsubscribe', '/forget']],
  ['sites', ['/follow', '/following', '/unfollow']],
  ['mistakes', ['/article 99', '/section strait001 9', '/subscribe every hour', '/digset', '/digest brief full']],
];

/** The command of an answer that is only pressed is typed here too. */
export const SCREEN_LANGUAGES: readonly Language[] = ['en', 'zh-CN', 'zh-TW'];
