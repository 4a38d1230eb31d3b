import type { CommandRequest } from '../../src/chat/request.ts';
import type { Language } from '../../src/locales/languages.ts';
import { articles, strait } from '../fixtures/articles.ts';
import type { Talk } from '../fixtures/converse.ts';
import { brokenForever, follow, pushed, suspended, troubled, withFailedDigests } from './states.ts';
import type { Walk } from './walk.ts';

const GROUP: Partial<CommandRequest> = { mayManage: async () => false };
const MUTED: Partial<CommandRequest> = { mayPost: false };
const POST: Partial<CommandRequest> = {
  in: { platform: 'test', chat: 'forum', server: 'harbour', thread: 'post', forum: true },
};
const STAMPS = [15, 14].map((day) => ({
  stampedAt: `2021-11-${day}T10:00:00.000Z`,
  addedAt: `2021-11-${day}T11:00:00.000Z`,
  title: '',
  file: `${day}.md`,
}));
const EARLIER = { ...strait, title: '渡轮复航：码头在等什么', sections: strait.sections.slice(0, -1) };
const CHANGED: Talk = { versions: { [strait.id]: STAMPS }, earlier: { [strait.id]: [EARLIER] } };

/** Everything that people see, by what they type; the same in all languages. */
export const WALKS: readonly Walk[] = [
  ['start', ['/start', '/help', '/help subscribe', '/help settings']],
  ['articles', ['/articles', '/article strait001', '/article library04']],
  ['section', ['/section strait001 1', '/section strait001 3', '/section library04 0', '/section huge00005 3']],
  ['pictures', ['/images strait001', '/links strait001', '/links 9', '/images huge00005 3', '/links huge00005']],
  ['search', ['/search 台湾', '/search zebra', '/related strait001']],
  ['digests', ['/digest 3d headlines', '/digest 3d', '/digest 10d full', '/digest', '/digest since']],
  ['subscribe', ['/subscribe 8:00 20:00 weekdays taiwan', '/subscribe instant', '/subscriptions', '/subscriptions 1']],
  ['menus', ['/subscribe 8:00', ...['topics', 'time', 'days', 'style'].map((menu) => `/subscriptions 1 ${menu}`)]],
  ['zones', ['/subscribe 8:00', '/subscriptions 1 zone', '/settings zone Europe', '/settings zone Nowhere']],
  ['settings', ['/settings', '/settings quiet', '/settings updates', '/settings quiet 22:00-07:00']],
  ['state', ['/subscribe 8:00', '/status', '/why strait001', '/preview', '/pause', '/unsubscribe', '/forget']],
  ['sites', ['/follow', '/following', '/unfollow', follow, '/following', '/unfollow', troubled, '/status']],
  ['mistakes', ['/article 99', '/section strait001 9', '/subscribe every hour', '/digset', '/digest brief full']],
  ['questions', ['/subscribe 8', '/subscribe tomorrow', '/subscribe zzz 8:00', '/unsubscribe', '/article']],
  ['saved', ['/saved', '/save strait001', '/save nightbus3', '/save 1', '/saved', '/saved 1 remove', '/unsave 1']],
  ['move', ['/subscribe 8:00', '/export', '/import', '/unimport none']],
  ['changes', ['/article strait001', '/changes strait001', '/changes nightbus3'], CHANGED],
  ['pushes', ['/subscribe 8:00', ...pushed]],
  ['suspended', ['/subscribe 8:00', suspended('forbidden'), '/status', '/subscriptions', suspended('gone'), '/resume']],
  ['failed', ['/subscribe 8:00', withFailedDigests, '/status', '/why strait001']],
  [
    'empty',
    ['/start', '/articles', '/digest', '/search ferry', '/status', '/subscriptions', '/pause'],
    { articles: [] },
  ],
  ['group', ['/start', '/subscribe', '/article 99', '/why 1', '/status'].map((typed) => ({ typed, told: GROUP }))],
  ['muted', [{ typed: '/subscribe 8:00', told: MUTED }]],
  ['forum', ['/subscribe', '/subscribe in:forum', '/subscriptions'].map((typed) => ({ typed, told: POST }))],
  ['bug', ['/article strait001'], brokenForever(articles)],
];

/** The languages to draw. */
export const SCREEN_LANGUAGES: readonly Language[] = ['en', 'zh-CN', 'zh-TW'];
