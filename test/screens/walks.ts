import type { CommandRequest } from '../../src/chat/request.ts';
import { chooseLanguage, languages } from '../../src/locales/languages.ts';
import { composeSettingsFile } from '../../src/subscription/settings-file.ts';
import { bus, short, strait } from '../fixtures/articles.ts';
import type { Talk } from '../fixtures/converse.ts';
import { arabicArticle, inArabic } from './arabic.ts';
import { follow, pushed, suspended, troubled, withFailedDigests } from './states.ts';
import type { Reader, Step, Walk } from './walk.ts';

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
const MANY: Talk = { articles: Array.from({ length: 23 }, (_, at) => ({ ...strait, id: `strait${100 + at}` })) };
const FEED_TEXTS: Talk = {
  articles: [
    { ...strait, textFrom: 'feed' },
    { ...short, textFrom: 'summary' },
  ],
};
const TROUBLED: Talk = {
  unreadable: [{ kind: 'subscription', id: 'aaaaa9', why: 'damaged' }],
  troubles: [{ name: 'harbour.example', since: new Date('2021-11-14T07:00:00.000Z') }],
};
const SAVED_FILE = composeSettingsFile({
  settings: { zone: 'Asia/Tokyo', silent: true },
  subscriptions: [],
  feeds: ['https://harbour.example/feed.xml', 'https://ferry.example/feed.xml'],
});
const FILE: Partial<CommandRequest> = { file: { name: 'gazette.json', read: async () => ({ text: SAVED_FILE }) } };
const PUBLIC: Talk = { articlePageOf: (id) => `https://news.example/articles/${id}` };
const WRITTEN: Talk = { summaries: { of: async ({ summary }) => summary } };
const BROKEN: Talk = {
  keywords: {
    of: async () => {
      throw new Error('broken');
    },
  },
};
const CHANGED: Talk = { versions: { [strait.id]: STAMPS }, earlier: { [strait.id]: [EARLIER] } };

/** Everything that people see, by what they type; the same for all readers. */
export const WALKS: readonly Walk[] = [
  ['start', ['/start', '/help', '/help subscribe', '/help settings']],
  ['articles', ['/articles', '/article strait001', '/article library04', '/article nightbus3', '/article short0002']],
  ['long-list', ['/articles', '/articles 2', '/articles 9'], MANY],
  ['sources', ['/articles news.example.org', '/articles example', '/articles zebra.org', '/articles yesterday']],
  ['section', ['/section strait001 1', '/section strait001 3', '/section library04 0', '/section huge00005 3']],
  ['code', ['/section nightbus3 1', '/section strait001 2', '/section short0002 0']],
  ['pictures', ['/images strait001', '/links strait001', '/links 9', '/images huge00005 3', '/links huge00005']],
  ['search', ['/search 台湾', '/search zebra', '/related strait001', '/related nightbus3']],
  ['choices', ['/article 台湾', '/section strait001 想要', '/subscribe 8 taiwan', '/digest brief full', '/settings']],
  ['digests', ['/digest 3d headlines', '/digest 3d', '/digest 10d full', '/digest', '/digest since']],
  ['subscribe', ['/subscribe 8:00 20:00 weekdays taiwan', '/subscribe instant', '/subscriptions', '/subscriptions 1']],
  ['menus', ['/subscribe 8:00', ...['topics', 'time', 'days', 'style'].map((menu) => `/subscriptions 1 ${menu}`)]],
  ['zones', ['/subscribe 8:00', '/subscriptions 1 zone', '/settings zone Europe', '/settings zone Nowhere']],
  ['settings', ['/settings', '/settings quiet', '/settings updates', '/settings quiet 22:00-07:00']],
  ['each-setting', ['zone', 'language', 'empty', 'silent', 'followers', 'edits'].map((one) => `/settings ${one}`)],
  ['set', ['zone Tokyo', 'empty on', 'quiet noon', 'language klingon', 'silent maybe', 'colour red'].map(setting)],
  ['quiet', ['/settings quiet 18:00-23:00', '/subscribe instant', '/subscriptions', '/status']],
  ['state', ['/subscribe 8:00', '/status', '/why strait001', '/preview', '/pause', '/unsubscribe', '/forget']],
  ['resumed', ['/subscribe 8:00', '/pause', '/subscriptions', '/resume', '/unsubscribe', 1]],
  ['several', ['/subscribe 8:00 taiwan', '/subscribe 9:00 -ferry', '/pause', '/pause all', '/unsubscribe all']],
  ['reasons', ['/subscribe 8:00 example.com', '/subscribe 9:00 ferry', '/subscribe 9:30 -台湾', '/why strait001']],
  ['forgotten', ['/subscribe 8:00', '/forget no', '/forget yes']],
  ['sites', ['/follow', '/following', follow, '/following', troubled, '/status', '/following', '/unfollow', 1]],
  [
    'unfollowed',
    [follow, '/follow ferry', '/follow https://', '/unfollow 1', 1, '/follow https://harbour.example/feed.xml'],
  ],
  ['mistakes', ['/article 99', '/section strait001 9', '/subscribe every hour', '/digset', '/digest brief full']],
  [
    'wrong',
    ['/images short0002', '/links short0002', '/digest soon', '/digest 2030-01-01', '/subscribe 25:99', '/help x'],
  ],
  ['questions', ['/subscribe 8', '/subscribe tomorrow', '/subscribe zzz 8:00', '/unsubscribe', '/article']],
  ['offers', ['/offer unsubscribe me', '/subscribe breaking news', '/pause for a week', '/subscribe 8am or 8pm']],
  ['saved', ['/saved', '/save strait001', '/save nightbus3', '/save 1', '/saved', '/saved 1 remove', '/unsave 1']],
  ['move', ['/subscribe 8:00', '/export', '/import', '/unimport none']],
  ['moved', [{ typed: '/import', told: FILE }, 1, 1, '/import {}'], { following: { who: 'operators' } }],
  ['moved-sites', [{ typed: '/import', told: FILE }, 4, '/following opml', '/settings']],
  ['changes', ['/article strait001', '/changes strait001', '/changes nightbus3'], CHANGED],
  ['summaries', ['/article strait001', '/digest 3d'], WRITTEN],
  ['public-page', ['/article strait001', '/article short0002'], PUBLIC],
  ['feed-texts', ['/article strait001', '/article short0002'], FEED_TEXTS],
  ['pushes', ['/subscribe 8:00', ...pushed]],
  ['suspended', ['/subscribe 8:00', suspended('forbidden'), '/status', '/subscriptions', suspended('gone'), '/resume']],
  ['failed', ['/subscribe 8:00', withFailedDigests, '/status', '/why strait001']],
  ['sent-again', ['/subscribe 8:00', withFailedDigests, '/status', 2, '/edition aaaaa1@0', '/edition aaaaa1@9']],
  ['arrivals', ['/arrivals 0-3', '/arrivals 0-3 headlines', '/arrivals 0-3 brief 2']],
  ['trouble', ['/subscribe 8:00', '/status'], TROUBLED],
  [
    'empty',
    ['/start', '/articles', '/digest', '/search ferry', '/status', '/subscriptions', '/pause'],
    { articles: [] },
  ],
  ['nothing-new', ['/digest since', '/digest since', '/digest yesterday', '/section nightbus3 9'], { articles: [bus] }],
  ['group', ['/start', '/subscribe', '/article 99', '/why 1', '/status'].map((typed) => ({ typed, told: GROUP }))],
  ['muted', [{ typed: '/subscribe 8:00', told: MUTED }]],
  ['forum', ['/subscribe', '/subscribe in:forum', '/subscriptions'].map((typed) => ({ typed, told: POST }))],
  ['bug', ['/article strait001'], BROKEN],
];

/** The readers to draw for: of each language, and of one that the bot does not speak, from right to left. */
export const READERS: readonly Reader[] = [
  ...languages.map((language) => ({ name: language, language })),
  { name: 'ar', language: chooseLanguage('ar'), say: inArabic, translate: arabicArticle },
];

function setting(words: string): Step {
  return `/settings ${words}`;
}
