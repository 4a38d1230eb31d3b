import { describe, expect, it } from 'vitest';
import { findSettingName } from '../../../src/arguments/settings/setting-names.ts';
import { languages } from '../../../src/locales/languages.ts';
import { createTranslator } from '../../../src/locales/translator.ts';
import { settingNames } from '../../../src/presenters/subscription/settings-view.ts';
import { createTalk } from '../../fixtures/converse.ts';

const CHAT = { platform: 'test', chat: 'one' };

describe('the name of a setting', () => {
  it.each(languages)('is its label in %s', (language) => {
    const t = createTranslator(language);
    for (const name of settingNames)
      expect(findSettingName(`${t(`settings.${name}`)} x`)).toMatchObject({ setting: name, value: 'x' });
  });

  it.each([
    ['time zone Berlin', { zone: 'Europe/Berlin' }],
    ['tz: Berlin', { zone: 'Europe/Berlin' }],
    ['sound off', { silent: true }],
    ['notifications on', { silent: false }],
    ['mute on', { silent: true }],
    ['quiet hours 23 to 7', { quiet: { from: '23:00', to: '07:00' } }],
    ['安静时段 22:00-07:00', { quiet: { from: '22:00', to: '07:00' } }],
    ['勿擾時段 22:00-07:00', { quiet: { from: '22:00', to: '07:00' } }],
    ['提示音 关', { silent: true }],
    ['静音 开', { silent: true }],
    ['语言 繁中', { language: 'zh-TW' }],
    ['updated articles on', { withUpdates: true }],
    ['my timezone is London', { zone: 'Europe/London' }],
    ['no sound', { silent: true }],
    ['turn on notifications', { silent: false }],
    ["don't send empty digests", { sendEmpty: false }],
    ['say nothing when there is no news', { sendEmpty: false }],
    ['write to me even when there are no new articles', { sendEmpty: true }],
    ['没有新文章也发', { sendEmpty: true }],
    ['没有新文章就不要发', { sendEmpty: false }],
    ['fuso horario Lisboa', { zone: 'Europe/Lisbon' }],
    ['часовой пояс Москва', { zone: 'Europe/Moscow' }],
    ['タイムゾーン 大阪', { zone: 'Asia/Tokyo' }],
    ['关掉声音', { silent: true }],
    ['晚上11点到早上7点不要打扰', { quiet: { from: '23:00', to: '07:00' } }],
    ['10pm to 7am do not disturb', { quiet: { from: '22:00', to: '07:00' } }],
    ['换成英文', { language: 'en' }],
    ['we live in Lisbon', { zone: 'Europe/Lisbon' }],
    ['I moved to Osaka', { zone: 'Asia/Tokyo' }],
    ["i'm in Nairobi", { zone: 'Africa/Nairobi' }],
    ['我住在温哥华', { zone: 'America/Vancouver' }],
    ['speak english', { language: 'en' }],
    ['in english please', { language: 'en' }],
    ['turn the notifications off', { silent: true }],
    ["don't disturb me from 11pm until 7am", { quiet: { from: '23:00', to: '07:00' } }],
    ['mute 22:00-6:30', { quiet: { from: '22:00', to: '06:30' } }],
    ['夜晚十一點到朝早七點唔好嘈我', { quiet: { from: '23:00', to: '07:00' } }],
  ])('stands before its value in /settings %s', async (typed, saved) => {
    const { ask, subscriptions } = createTalk();
    await ask(`/settings ${typed}`);
    expect(await subscriptions.settings(CHAT)).toMatchObject(saved);
  });
});

describe('the hours of a night', () => {
  it.each(['turn off sound at night', 'mute at night'])('are asked for in /settings %s', async (typed) => {
    const { say, subscriptions } = createTalk();
    expect(await say(`/settings ${typed}`)).toContain('22:00-07:00');
    expect(await subscriptions.settings(CHAT)).toEqual({});
  });
});

describe('/unsubscribe', () => {
  it.each([
    'the second one',
    'me from number 2',
    'from the second one',
    'the ferries one',
    'I don’t want ferries anymore',
    'ferries那个',
    'the last one please',
    '第二个',
    '第二個吧',
    '#2',
    'ferries please',
  ])('finds a subscription in words: %s', async (typed) => {
    const { ask, say } = createTalk();
    for (const line of ['/subscribe taiwan', '/subscribe ferries']) await ask(line);
    expect(await say(`/unsubscribe ${typed}`)).toContain('Unsubscribed: ferries.');
  });

  it.each([
    '1 and 2',
    '1-2',
    '1到2',
    '第一个和第二个',
    'all please',
    'both of them',
    'todas',
    'me from everything',
    '全部都唔要喇',
  ])('finds several: %s', async (typed) => {
    const { ask, subscriptions } = createTalk();
    for (const line of ['/subscribe taiwan', '/subscribe ferries']) await ask(line);
    await ask(`/unsubscribe ${typed}`);
    expect(await subscriptions.count()).toBe(0);
  });

  it('takes several numbers, and an address of the site', async () => {
    const { ask, say, subscriptions } = createTalk();
    for (const line of ['/subscribe taiwan', '/subscribe ferries', '/subscribe example.com']) await ask(line);
    expect(await say('/unsubscribe https://www.example.com/news')).toContain('Unsubscribed: example.com.');
    await ask('/unsubscribe 1, 2');
    expect(await subscriptions.count()).toBe(0);
  });
});
