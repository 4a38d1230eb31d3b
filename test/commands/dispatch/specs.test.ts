import { describe, expect, it } from 'vitest';
import { toSpecs } from '../../../commands/dispatch/specs.ts';
import { parseChoice } from '../../../src/arguments/assign/parse-choice.ts';
import type { CommandSpec, Typing } from '../../../src/chat/platform.ts';
import { type Language, languages } from '../../../src/locales/languages.ts';
import { localName } from '../../../src/locales/local-name.ts';
import { createTalk } from '../../fixtures/converse.ts';

const { library, commands } = createTalk();
const specs = toSpecs(commands, library);

function suggest(of: `${string} ${string}`, typed: string, given: Record<string, string> = {}) {
  return suggestIn('en', of, { typed, given });
}

function suggestIn(language: Language, of: `${string} ${string}`, typing: Pick<Typing, 'typed' | 'given'>) {
  const [name, arg] = of.split(' ');
  const spec = specs.find((one) => one.name === name)?.args.find((one) => one.name === arg);
  return (
    spec?.suggest?.({ ...typing, language, in: { platform: 'test', chat: 'one' }, limit: 25 }) ?? Promise.resolve([])
  );
}

describe('the published commands', () => {
  it('are these, in this order', () => {
    expect(specs.map(({ name }) => name)).toEqual([
      'articles',
      'article',
      'section',
      'images',
      'links',
      'search',
      'save',
      'saved',
      'digest',
      'follow',
      'following',
      'unfollow',
      'subscribe',
      'subscriptions',
      'unsubscribe',
      'pause',
      'resume',
      'settings',
      'export',
      'import',
      'why',
      'status',
      'forget',
      'help',
    ]);
  });

  it('have unique names in every language', () => {
    const names = specs.flatMap((spec) => spec.names);
    expect(new Set(names).size).toBe(names.length);
    for (const spec of specs) {
      expect(spec.names[0]).toBe(spec.name);
      expect(spec.names).toEqual(expect.arrayContaining(languages.map((language) => spec.localName(language))));
    }
    expect(specs.find(({ name }) => name === 'unsubscribe')?.names).toEqual([
      'unsubscribe',
      '退订',
      '取消訂閱',
      '取消订阅',
      '退訂',
    ]);
  });

  it('omit commands that are only for buttons', () => {
    const args = specs.find(({ name }) => name === 'subscribe')?.args.map(({ name }) => name);
    expect(args).toEqual(['times', 'days', 'zone', 'topics', 'source', 'style', 'subscription']);
    expect(specs.find(({ name }) => name === 'forget')?.args).toEqual([]);
  });

  it('have choices that can be typed by their localized names', () => {
    const args = commands.flatMap((command) => Object.values(command.args));
    for (const arg of args) {
      if (arg.kind !== 'text' || arg.hidden === true || arg.named === true) continue;
      for (const choice of arg.choices ?? []) {
        const names = languages.map((language) => localName('choice', choice, language) ?? choice);
        expect(names.map((name) => parseChoice(arg, name))).toEqual(names.map(() => choice));
      }
    }
  });

  it('mark the commands for admins, whose answers are private', () => {
    const admins = specs.filter(({ adminsOnly }) => adminsOnly);
    expect(admins.map(({ name }) => name)).toEqual([
      'follow',
      'unfollow',
      'subscribe',
      'subscriptions',
      'unsubscribe',
      'pause',
      'resume',
      'settings',
      'export',
      'import',
      'status',
      'forget',
    ]);
    expect(admins.every(({ forAsker }) => forAsker)).toBe(true);
  });

  it('suggest times, days, zones and sites for a subscription, and values for a setting', async () => {
    const values = async (of: `${string} ${string}`, typed: string, given = {}) =>
      (await suggest(of, typed, given)).map(({ value }) => value);
    expect(await values('subscribe times', '08')).toEqual(['08:00', '08:00 20:00']);
    expect(await values('subscribe times', '8:15')).toEqual(['8:15']);
    expect(await values('subscribe days', 'week')).toEqual(['weekdays', 'weekends']);
    expect(await values('subscribe zone', 'tok')).toContain('Asia/Tokyo');
    expect(await values('subscribe source', 'daily')).toEqual(['daily.example.com']);
    expect(await values('settings value', 'tok', { setting: 'zone' })).toContain('Asia/Tokyo');
    expect(await values('settings value', '', { setting: 'empty' })).toEqual(['on', 'off']);
  });

  it('suggest times, days and values in the user’s language, by any prefix', async () => {
    const offered = (of: `${string} ${string}`, typed: string, given = {}) => suggestIn('zh-CN', of, { typed, given });
    const labels = async (...asked: Parameters<typeof offered>) => (await offered(...asked)).map(({ label }) => label);
    expect(await labels('subscribe days', '')).toEqual([
      '每天',
      '工作日',
      '周末',
      '周一',
      '周二',
      '周三',
      '周四',
      '周五',
      '周六',
      '周日',
    ]);
    expect(await offered('subscribe days', '工')).toEqual([{ value: 'weekdays', label: '工作日' }]);
    expect(await offered('subscribe days', '周一')).toEqual([{ value: 'mon', label: '周一' }]);
    expect(await offered('subscribe times', '即时')).toEqual([{ value: 'instant', label: '即时推送' }]);
    expect(await labels('settings value', '', { setting: 'silent' })).toEqual(['关（静音发送）', '开']);
    expect(await labels('settings value', '', { setting: 'language' })).toEqual(['English', '简体中文', '繁體中文']);
    expect((await labels('settings value', '', { setting: 'quiet' })).at(-1)).toBe('无');
    expect(await labels('settings value', '')).toEqual([]);
  });

  it.each<[string, CommandSpec]>(specs.map((spec) => [spec.name, spec]))(
    'describe %s and its arguments within platform limits',
    (_name, spec) => {
      for (const language of languages) {
        const texts = [spec.summary(language), ...spec.args.map((arg) => arg.summary(language))];
        for (const text of texts)
          expect(text.length > 0 && text.length <= 100 && !text.includes('.summary')).toBe(true);
      }
      const optional = spec.args.map((arg) => arg.optional);
      expect(optional).toEqual(optional.toSorted((a, b) => Number(a) - Number(b)));
    },
  );

  it('suggest the newest articles first, then matching ones', async () => {
    expect((await suggest('article article', '')).map(({ value }) => value)[0]).toBe('strait001');
    expect(await suggest('article article', '冬茶')).toEqual([
      { value: 'short0002', label: '台湾茶农的第七个冬天 · daily.example.com' },
    ]);
    expect(await suggest('images article', 'nightbus3')).toMatchObject([{ value: 'nightbus3' }]);
  });

  it('suggest the sections of the article that was chosen', async () => {
    const of = { article: 'strait001' };
    expect(await suggest('section section', '', of)).toEqual([
      { value: '0', label: '0 Opening' },
      { value: '1', label: '1 台湾一侧' },
      { value: '2', label: '2 船长想要什么' },
      { value: '3', label: '3 乘客想要什么？' },
    ]);
    expect(await suggest('section section', '船', of)).toEqual([{ value: '2', label: '2 船长想要什么' }]);
    expect(await suggest('section section', '2', of)).toEqual([{ value: '2', label: '2 船长想要什么' }]);
    expect(await suggest('section section', '', { article: 'night bus' })).toHaveLength(3);
    expect(await suggest('section section', '')).toEqual([]);
    expect(await suggest('section section', '', { article: 'huge00005' })).toHaveLength(25);
  });

  it('suggest times while they are typed, and a valid one itself', async () => {
    const values = async (typed: string) => (await suggest('subscribe times', typed)).map(({ value }) => value);
    expect(await values('7')).toEqual(['07:00']);
    expect(await values('8')).toEqual(['08:00', '08:00 20:00']);
    expect(await values('6:15')).toEqual(['6:15']);
  });

  it('suggest topics of the newest articles for the word being typed', async () => {
    const talk = createTalk({ keywords: { current: async () => ['台湾', 'Taiwan', 'ferry'] } });
    const spec = toSpecs(talk.commands, talk.library).find(({ name }) => name === 'subscribe');
    const topics = spec?.args.find(({ name }) => name === 'topics');
    const offered = async (typed: string) => {
      const asked = { typed, given: {}, language: 'en', in: { platform: 'test', chat: 'one' }, limit: 25 } as const;
      return (await topics?.suggest?.(asked))?.map(({ value }) => value);
    };
    expect(await offered('')).toEqual(['台湾', 'Taiwan', 'ferry']);
    expect(await offered('ta')).toEqual(['ta', 'Taiwan']);
    expect(await offered('ferry 台')).toEqual(['ferry 台', 'ferry 台湾']);
    expect(await offered('ferry ')).toEqual(['ferry', 'ferry 台湾', 'ferry Taiwan']);
    expect(await offered('-fe')).toEqual(['-fe', '-ferry']);
  });

  it('suggest the subscriptions of a chat, by number and words, and all if allowed', async () => {
    const talk = createTalk();
    for (const line of ['/subscribe taiwan', '/subscribe late bus']) await talk.ask(line);
    await talk.ask('/subscribe elsewhere', { in: { platform: 'test', chat: 'two' } });
    const own = toSpecs(talk.commands, talk.library);
    const offered = async (name: string, typed: string) => {
      const arg = own.find((one) => one.name === name)?.args.find((one) => one.name === 'subscription');
      return await arg?.suggest?.({
        typed,
        given: {},
        language: 'zh-TW',
        in: { platform: 'test', chat: 'one' },
        limit: 25,
      });
    };
    const [taiwan, bus] = [
      { value: '#aaaaa1', label: '1 taiwan' },
      { value: '#aaaaa2', label: '2 late或bus' },
    ];
    const all = { value: 'all', label: '全部' };
    for (const name of ['pause', 'resume', 'unsubscribe']) expect(await offered(name, '')).toEqual([taiwan, bus, all]);
    expect(await offered('subscriptions', '')).toEqual([taiwan, bus]);
    expect(await offered('pause', 'Bus')).toEqual([bus]);
    expect(await offered('pause', '#aaaaa1')).toEqual([taiwan]);
    expect(await offered('pause', 'zebra')).toEqual([]);
  });

  it('suggest the known sites', async () => {
    expect(await suggest('articles source', 'daily')).toEqual([
      { value: 'daily.example.com', label: 'daily.example.com (1)' },
    ]);
  });

  it('offer the styles of a digest', () => {
    const choices = specs.find(({ name }) => name === 'digest')?.args[1]?.choices ?? [];
    expect(choices.map(({ value, label }) => [value, label('en'), label('zh-TW')])).toEqual([
      ['headlines', 'headlines', '標題'],
      ['brief', 'brief', '簡要'],
      ['full', 'full', '完整'],
    ]);
  });

  it.each(languages)('have unique names in %s', (language) => {
    const names = specs.map(({ localName }) => localName(language));
    const args = specs.flatMap((spec) => spec.args.map(({ localName }) => localName(language)));
    // https://discord.com/developers/docs/interactions/application-commands#application-command-object
    const usable = /^[-_'\p{L}\p{N}]{1,32}$/u;
    expect([...names, ...args].filter((name) => name === undefined || !usable.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(specs.length);
  });
});
