import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../adapters/shared/system-clock.ts';
import { last, useBots } from '../../fixtures/telegram.ts';

/** What a reader types of an evening, never a Latin letter, and what each message is answered with. */
const EVENING = [
  ['帮助', /\/订阅 · \/subscribe — /u],
  ['文章。', /最新文章.*海峡渡轮复航/su],
  ['打开　１', /海峡渡轮复航.*停航十年的渡轮/su],
  ['章节 台湾一侧', /› 台湾一侧/u],
  ['章节\n２', /› 船长想要什么/u],
  ['/打开，海峡渡轮复航：两岸码头在等什么', /停航十年的渡轮/u],
  ['冬茶', /^搜索“冬茶”.*台湾茶农/su],
  ['搜索：雷达', /^搜索“雷达”/u],
  ['订阅 每天早上八点、晚上八点', /已订阅.*每天 08:00、20:00/su],
  [
    '／订阅　周一、三、五，８：３０，渡轮、＃香港，不要体育',
    /已订阅.*渡轮或香港.*不含“体育”.*周一、周三、周五 08:30/su,
  ],
  ['我的订阅', /全部文章.*渡轮或香港/su],
  ['/设置 时区，东京', /已保存，2 个订阅一并更新.*(?:东京|Tokyo)/su],
  ['设置 语言 繁体中文', /已保存.*繁體中文/su],
  ['／设置　免打扰　晚上十点到早上七点', /已保存.*22:00-07:00/su],
  ['暂停 １', /已暂停：全部文章/u],
  ['恢复 １', /已恢复/u],
  ['状态！', /下一期/u],
  ['／帮助　退订', /^\/退订 · \/unsubscribe — /u],
  ['退订 全部', /2 个订阅都已退订/u],
  ['/我的订阅👀', /还没有订阅/u],
] as const;

const start = useBots();

describe('a reader who types only Chinese', () => {
  it('can do everything, and no command becomes a search', async () => {
    let minutes = 0;
    const clock = { ...systemClock, monotonicMs: () => systemClock.monotonicMs() + minutes * 60_000 };
    const bot = await start({ clock });
    const { telegram } = bot;
    const audience = telegram.addUser({ language_code: 'zh-hans' });
    const texts = () => telegram.botMessages(audience.id).flatMap(({ text }) => text ?? []);
    for (const [at, [typed, answer]] of EVENING.entries()) {
      expect(typed).not.toMatch(/[a-z]/iu);
      minutes += 1;
      telegram.say(audience, audience.id, typed);
      await telegram.waitFor(() => texts().length > at, `an answer to ${typed}`);
      expect([typed, texts()[at]]).toEqual([typed, expect.stringMatching(answer)]);
    }
    expect(texts()).toHaveLength(EVENING.length);
    expect([telegram.violations(), telegram.unanswered(), bot.reported]).toEqual([[], [], []]);
  });

  it('is answered in a group if the message is for the bot, and may change it as an admin', async () => {
    const bot = await start();
    const { telegram } = bot;
    const [admin, member] = [telegram.addUser({ language_code: 'zh' }), telegram.addUser({ language_code: 'zh' })];
    const { id } = telegram.addSupergroup({ members: [admin, member] });
    telegram.setMember(id, telegram.bot, 'administrator');
    for (const typed of ['帮助', '文章', '／文化', '/文章@other_bot', '／文章＠other_bot', '/']) {
      telegram.say(member, id, typed);
    }
    telegram.say(member, id, '／订阅＠gazette_test_bot　台湾');
    await last(bot, id, '只有管理员');
    telegram.say(admin, id, '/订阅@gazette_test_bot，台湾，晚上八点');
    await last(bot, id, '已订阅');
    telegram.say(member, id, '／文章');
    await last(bot, id, '最新文章');
    expect(telegram.botMessages(id)).toHaveLength(3);
    expect([telegram.violations(), telegram.unanswered(), bot.reported]).toEqual([[], [], []]);
  });
});
