import { describe, expect, it } from 'vitest';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const CHAT = { platform: 'test', chat: 'one' };

describe('/settings', () => {
  it('lists what has an effect on the platform, and refuses the rest', async () => {
    const { say, ask, subscriptions } = createTalk();
    const labelsAt = async (platform: string) =>
      buttonsOf(await ask('/settings', { in: { platform, chat: 'one' } })).map(([label]) => label);
    expect(await labelsAt('console')).toEqual(['Time zone']);
    expect(await labelsAt('telegram')).not.toContain('Announcement channels');
    expect(await labelsAt('discord')).toContain('Announcement channels');
    const telegram = { platform: 'telegram', chat: 'one' };
    const [refused] = (await say('/settings followers on', { in: telegram })).split('\n');
    expect(refused).toBe('“Announcement channels” has no effect here.');
    expect(await subscriptions.settings(telegram)).toEqual({});
    const atConsole = { in: { platform: 'console', chat: 'one' } };
    expect(await say('/settings 22:00-07:00', atConsole)).toContain('“Quiet hours” has no effect here.');
    expect(await say('/settings language chinese', atConsole)).toContain('DEFAULT_LANGUAGE');
    expect(await say('/settings zebra', atConsole)).toContain('The settings are: zone.');
  });

  it('shows the settings, or their defaults', async () => {
    expect(await createTalk().say('/settings', { locale: 'ja' })).toBe(
      [
        'Chat settings',
        '',
        '• Time zone: Tokyo',
        '• Digest language: English',
        '• Quiet hours: none',
        '• When there is nothing new: send nothing',
        '• Notifications: with sound',
        '• Announcement channels: do not publish to followers',
        '• Updated articles: do not send again',
        '• Digests already sent: leave as sent',
        '',
        'Quiet hours delay instant articles. Scheduled digests still arrive on time.',
        '',
        '[1] Time zone   [2] Digest language   [3] Quiet hours   [4] When there is nothing new   [5] Notifications   [6] Announcement channels   [7] Updated articles   [8] Digests already sent   [9] All subscriptions',
      ].join('\n'),
    );
  });

  it.each([
    ['zone Asia/Tokyo', { zone: 'Asia/Tokyo' }],
    ['时区 东京', { zone: 'Asia/Tokyo' }],
    ['语言 中文', { language: 'zh-CN' }],
    ['繁體中文', { language: 'zh-TW' }],
    ['quiet 22:00-07:00', { quiet: { from: '22:00', to: '07:00' } }],
    ['10 pm to 7 am', { quiet: { from: '22:00', to: '07:00' } }],
    ['免打扰 晚上10点到早上7点', { quiet: { from: '22:00', to: '07:00' } }],
    ['empty on', { sendEmpty: true }],
    ['空文摘 开', { sendEmpty: true }],
    ['silent on', { silent: true }],
    ['静默 开', { silent: true }],
    ['靜默 打開', { silent: true }],
    ['更新 启用', { withUpdates: true }],
    ['更新 停用', { withUpdates: false }],
    ['空 關掉', { sendEmpty: false }],
    ['followers off', { forFollowers: false }],
    ['updates on', { withUpdates: true }],
    ['更新 开', { withUpdates: true }],
    ['edits on', { withEdits: true }],
    ['更正 开', { withEdits: true }],
    ['訂正 關閉', { withEdits: false }],
    ['时区，东京', { zone: 'Asia/Tokyo' }],
    ['语言、繁體中文', { language: 'zh-TW' }],
    ['免打扰　２２：００－０７：００', { quiet: { from: '22:00', to: '07:00' } }],
    ['ｅｍｐｔｙ　ｏｎ', { sendEmpty: true }],
  ])('accepts %s', async (typed, settings) => {
    const { say, subscriptions } = createTalk();
    expect(await say(`/settings ${typed}`)).toMatch(/^✓ Saved\n/u);
    expect(await subscriptions.settings(CHAT)).toEqual(settings);
  });

  it('removes quiet hours', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/settings quiet 22:00-07:00');
    await ask('/settings quiet off');
    expect(await subscriptions.settings(CHAT)).toEqual({});
  });

  it('changes the subscriptions that used the old zone and language, and no other', async () => {
    const { ask, say, subscriptions } = createTalk();
    for (const line of ['/subscribe', '/subscribe 8:00 Berlin taiwan']) await ask(line);
    expect(await say('/settings zone Tokyo')).toContain('✓ Saved, also for your subscription');
    expect(await say('/settings language 中文')).toContain('✓ Saved, also for your 2 subscriptions');
    expect((await subscriptions.forChat(CHAT)).map(({ schedule, language }) => [schedule.zone, language])).toEqual([
      ['Asia/Tokyo', 'zh-CN'],
      ['Europe/Berlin', 'zh-CN'],
    ]);
    expect(await subscriptions.nextAt('aaaaa1')).toEqual(new Date('2021-11-15T23:00:00.000Z'));
  });

  it('delays instant articles in quiet hours', async () => {
    const { ask, subscriptions } = createTalk();
    await ask('/subscribe instant');
    await ask('/settings quiet 20:00-07:00');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({ schedule: { quiet: { from: '20:00', to: '07:00' } } });
    expect(await subscriptions.nextAt('aaaaa1')).toEqual(new Date('2021-11-15T23:00:00.000Z'));
    await ask('/settings quiet off');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({ schedule: { quiet: null } });
  });

  it('opens a menu for each, where every button works', async () => {
    const { ask, say } = createTalk();
    for (const menu of ['language', 'quiet', 'empty', 'zone', 'zone Europe', 'zone Europe 2']) {
      for (const [, press] of buttonsOf(await ask(`/settings ${menu}`))) {
        expect(new TextEncoder().encode(press).length).toBeLessThanOrEqual(64);
        if (/^\/settings \S+ \S*[^e]$/u.test(press)) expect(await say(press)).not.toContain('“');
      }
    }
  });

  it.each([
    ['language Klingon', 'I don’t speak “Klingon” yet. I speak English, 简体中文, 繁體中文.'],
    ['quiet late', 'I couldn’t read “late” as hours. Try two different times, such as 22:00-07:00, or off.'],
    ['quiet 7:00-7:00', 'I couldn’t read “7:00-7:00” as hours.'],
    ['empty maybe', 'I couldn’t read “maybe” as on or off.'],
    ['zone nowhere-land', 'I don’t know the time zone “nowhere-land”.'],
    ['colour blue', 'I don’t know which setting “colour blue” is for.'],
  ])('says what is wrong with %s', async (typed, said) => {
    expect(await createTalk().say(`/settings ${typed}`)).toContain(said);
  });

  it.each([
    ['language Klingon', '/settings language'],
    ['quiet late', '/settings quiet'],
    ['colour blue', '/settings'],
  ])('offers the menu of what it could not set to %s', async (typed, menu) => {
    expect(buttonsOf(await createTalk().ask(`/settings ${typed}`))).toContainEqual(['Settings', menu]);
  });

  it('sets the zone of all times shown in the chat', async () => {
    const { ask, say } = createTalk();
    expect(await say('/articles')).toContain('15 Nov 2021 18:13');
    await ask('/settings zone New York');
    expect(await say('/articles')).toContain('15 Nov 2021 05:13');
  });

  it('sets sound and followers for existing and new subscriptions', async () => {
    const { ask, say, subscriptions } = createTalk();
    await ask('/subscribe');
    expect(await say('/settings silent on')).toContain('✓ Saved, also for your subscription');
    await ask('/settings followers on');
    await ask('/subscribe taiwan');
    const kept = (await subscriptions.forChat(CHAT)).map(({ silent, forFollowers }) => [silent, forFollowers]);
    expect(kept).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it.each([
    ['en', 'empty'],
    ['zh-CN', '空'],
    ['zh-TW', '空'],
  ] as const)('asks people to look once at what followers see, in %s', async (language, words) => {
    expect(await createTalk({ language }).say('/settings followers')).toContain(words);
  });

  it('sends changed articles again if set', async () => {
    const { ask, say, subscriptions } = createTalk();
    await ask('/subscribe');
    expect(await say('/settings updates on')).toContain('• Updated articles: send again, marked');
    await ask('/subscribe taiwan');
    expect((await subscriptions.forChat(CHAT)).map(({ withUpdates }) => withUpdates)).toEqual([true, true]);
  });

  it('applies to later subscriptions', async () => {
    const { ask, subscriptions } = createTalk();
    for (const line of ['/settings 语言 中文', '/settings quiet 23-7', '/settings empty on', '/subscribe instant'])
      await ask(line);
    expect(await subscriptions.get('aaaaa1')).toMatchObject({
      language: 'zh-CN',
      sendEmpty: true,
      schedule: { quiet: { from: '23:00', to: '07:00' } },
    });
  });
});
