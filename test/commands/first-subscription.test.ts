import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/locales/languages.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

/** What a new user may type to get Taiwan on weekdays at 8 in Shanghai; a number presses that button of the last answer. */
const WALKS: readonly (readonly [Language, readonly (string | number)[]])[] = [
  ['en', ['/start', '/subscribe weekdays at 8 in Shanghai, only Taiwan']],
  ['en', ['/subscribe taiwan', '/settings Shanghai', '/subscribe taiwan weekdays 8am']],
  ['en', ['I’d like Taiwan news on weekdays at 8am Shanghai time', 1]],
  ['en', ['/subscribe taiwan every 2 days at 8am Shanghai', 2]],
  ['en', ['/subscribe taiwan', '/subscribe #aaaaa1 mon-fri', '/subscribe #1 8:00 Shanghai']],
  ['zh-CN', ['/开始', '/订阅 工作日早上8点，上海时间，只看Taiwan']],
  ['zh-CN', ['请工作日早上八点给我推送Taiwan的新闻', 1]],
  ['zh-CN', ['/订阅Taiwan', '/时区 上海', '/订阅 Taiwan，周一到周五早上8点']],
  ['en', ['/subscribe أيام العمل الساعة 8 صباحا بتوقيت شنغهاي، فقط Taiwan']],
];

describe('a new user', () => {
  it.each(WALKS)('gets the same subscription in %s by %j', async (language, steps) => {
    const { ask, subscriptions } = createTalk({ language });
    let buttons: (readonly [string, string])[] = [];
    for (const step of steps) {
      const typed = typeof step === 'number' ? (buttons[step - 1]?.[1] ?? '') : step;
      const isBare = !typed.startsWith('/');
      const [name = '', ...rest] = typed.split(' ');
      const view = isBare ? await ask('x', { name, input: rest.join(' '), words: typed }) : await ask(typed);
      buttons = buttonsOf(view);
    }
    expect(await subscriptions.forChat({ platform: 'test', chat: 'one' })).toMatchObject([
      {
        schedule: { kind: 'daily', times: ['08:00'], days: [1, 2, 3, 4, 5], zone: 'Asia/Shanghai' },
        selection: { sources: [], topics: [expect.stringMatching(/^taiwan$/iu)], without: [] },
      },
    ]);
  });
});
