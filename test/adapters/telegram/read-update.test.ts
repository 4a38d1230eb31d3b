import type { Update } from 'telegraf/types';
import { describe, expect, it } from 'vitest';
import { readUpdate } from '../../../adapters/telegram/updates/read-update.ts';
import { toSpecs } from '../../../commands/dispatch/specs.ts';
import { createTalk } from '../../fixtures/converse.ts';

const me = { id: 7, username: 'gazette_bot' };
const ann = { id: 5, is_bot: false, first_name: 'Ann', language_code: 'zh-hant' };
const home = { id: 5, type: 'private', first_name: 'Ann' };
const specs = toSpecs(createTalk().commands, createTalk().library);
const group = { id: -100, type: 'supergroup', title: 'Readers' };

function read(update: object) {
  return readUpdate({ update_id: 1, ...update } as Update, { me, language: 'en', commands: specs });
}

function typed(text: string, more: object = {}) {
  const incoming = read({ message: { message_id: 9, date: 1, chat: home, from: ann, text, ...more } });
  return incoming?.kind === 'command' ? incoming : undefined;
}

const asked = (text: string, more: object = {}) => {
  const request = typed(text, more)?.request;
  return request && `${request.name} ${JSON.stringify(request.input)}`;
};

describe('a message', () => {
  it.each([
    ['/article 3', 'article "3"'],
    ['/ARTICLE  night bus ', 'article "night bus"'],
    ['／article 3', 'article "3"'],
    ['/article@Gazette_Bot 3', 'article "3"'],
    ['/section 1\n2', 'section "1\\n2"'],
    ['/start', 'start ""'],
    ['/start a_ur89vdtn2', 'article "ur89vdtn2"'],
    ['/start a_ur89vdtn2_3', 'section "ur89vdtn2 3"'],
    ['/start b_x', 'start ""'],
    ['/nope', 'nope ""'],
    ['/订阅 早上八点', 'subscribe "早上八点"'],
    ['／订阅　早上八点', 'subscribe "早上八点"'],
    ['/订阅，早上八点', 'subscribe "早上八点"'],
    ['/訂閱\n早上八點', 'subscribe "早上八點"'],
    ['/订阅。', 'subscribe ""'],
    ['/帮助 👍🏽', 'help ""'],
    ['/Help!', 'help ""'],
    ['／ｈｅｌｐ', 'help ""'],
    ['/退订@gazette_bot 1', 'unsubscribe "1"'],
    ['／退订＠Gazette_bot　１', 'unsubscribe "１"'],
    ['/台湾', '台湾 ""'],
    ['/usr/bin', 'usr/bin ""'],
  ])('%j asks for %s', (text, request) => {
    expect(asked(text)).toBe(request);
  });

  it('is ignored if it is for another bot', () => {
    expect(typed('/article@other_bot 3', { chat: group })).toBeUndefined();
    expect(typed('／订阅＠other_bot', { chat: group })).toBeUndefined();
  });

  it.each([
    ['https://example.org/a', 'article "https://example.org/a"'],
    ['2', 'article "2"'],
    ['night bus', 'search "night bus"'],
    ['３', 'article "３"'],
    ['帮助', 'help ""'],
    ['退订！', 'unsubscribe ""'],
    ['Help', 'help ""'],
    ['unsubscribe', 'unsubscribe ""'],
    ['订阅 8点', 'subscribe "8点"'],
    ['搜索：台湾', 'search "台湾"'],
    ['章节 夜里的海', 'section "夜里的海"'],
    ['subscribe me to taiwan at 8', 'subscribe "me to taiwan at 8"'],
    ['search ferry', 'search "ferry"'],
    ['images 2', 'images "2"'],
    ['文章 bbc.com，2', 'articles "bbc.com，2"'],
    ['暂停 全部', 'pause "全部"'],
    ['暂停 关税', 'search "暂停 关税"'],
    ['why the ferry stopped', 'search "why the ferry stopped"'],
    ['订阅号', 'search "订阅号"'],
    ['help@example.org', 'search "help@example.org"'],
    ['?', 'help ""'],
  ])('is read as a command in private without a slash: %j', (text, request) => {
    expect(asked(text)).toBe(request);
    expect(asked(text, { chat: group })).toBeUndefined();
  });

  it('has the user, the chat and the language of the answer', () => {
    expect(typed('/help')?.request).toMatchObject({
      language: 'zh-TW',
      in: { platform: 'telegram', chat: '5' },
      by: '5',
    });
    const topic = { chat: group, is_topic_message: true, message_thread_id: 42 };
    expect(typed('/help', topic)?.request.in).toEqual({ platform: 'telegram', chat: '-100', thread: '42' });
    expect(typed('/help', { chat: group, message_thread_id: 42 })?.request.in).not.toHaveProperty('thread');
  });

  it.each([
    ['zh-hans', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['de', 'en'],
    [undefined, 'en'],
  ])('is answered for the language %s in %s', (language_code, language) => {
    const request = typed('/help', { from: { ...ann, language_code } })?.request;
    expect(request).toMatchObject({ language, ...(language_code !== undefined && { locale: language_code }) });
  });

  it('comes from the chat itself if an anonymous admin sent it', () => {
    const from = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
    const request = typed('/help', { chat: group, from, sender_chat: group })?.request;
    expect(request).toMatchObject({ by: '-100', language: 'en' });
  });

  it('is ignored if it is from another bot', () => {
    expect(typed('/help', { from: { ...ann, is_bot: true }, chat: group })).toBeUndefined();
  });

  it('is a command in a channel too', () => {
    const channel = { id: -200, type: 'channel', title: 'News' };
    const post = { message_id: 3, date: 1, chat: channel, sender_chat: channel, text: '/digest' };
    expect(read({ channel_post: post })).toMatchObject({ kind: 'command', request: { by: '-200', name: 'digest' } });
  });

  it('says whether it was edited, and which message it answers', () => {
    const edited = { message_id: 9, date: 1, edit_date: 2, chat: home, from: ann, text: '/help' };
    expect(read({ edited_message: edited })).toMatchObject({ kind: 'command', edited: true, message: 9 });
    const replied = { reply_to_message: { message_id: 4, date: 1, chat: home } };
    expect(typed('/section 2', replied)).toMatchObject({ replyTo: 4, edited: false });
  });

  it('is personal in private, or if it names the bot', () => {
    expect(typed('/nope')?.personal).toBe(true);
    expect(typed('/', { chat: group })).toBeUndefined();
    expect(typed('/nope', { chat: group })?.personal).toBe(false);
    expect(typed('/nope@gazette_bot', { chat: group })?.personal).toBe(true);
  });

  it('has the new id of a group that became a supergroup', () => {
    const message = { message_id: 1, date: 1, chat: { id: -5, type: 'group' }, from: ann, migrate_to_chat_id: -1005 };
    expect(read({ message })).toEqual({
      kind: 'moved',
      from: { platform: 'telegram', chat: '-5' },
      to: { platform: 'telegram', chat: '-1005' },
    });
  });

  it('is ignored if it has no text', () => {
    expect(read({ message: { message_id: 1, date: 1, chat: home, from: ann, photo: [] } })).toBeUndefined();
  });
});

describe('a post that Telegram forwards into the discussion group by itself', () => {
  it.each(['/subscribe 9:00', '/articles', 'night bus'])('is nobody’s command: %s', (text) => {
    const post = {
      message_id: 4,
      date: 1,
      chat: group,
      text,
      sender_chat: { id: -200, type: 'channel', title: 'News' },
    };
    const telegram = { id: 777_000, is_bot: false, first_name: 'Telegram' };
    expect(read({ message: { ...post, from: telegram, is_automatic_forward: true } })).toBeUndefined();
  });
});

describe('a press', () => {
  const press = (data: string, more: object = {}) =>
    read({
      callback_query: {
        id: 'q',
        from: ann,
        chat_instance: 'x',
        data,
        message: { message_id: 4, date: 1, chat: group },
        ...more,
      },
    });

  it('is a command in the chat of its message', () => {
    expect(press('/section ur89vdtn2 2')).toMatchObject({
      kind: 'press',
      id: 'q',
      message: 4,
      request: { name: 'section', input: 'ur89vdtn2 2', language: 'zh-TW', in: { chat: '-100' }, by: '5' },
    });
  });

  it('has no message to edit if the bot cannot see it any more', () => {
    expect(press('/help', { message: { message_id: 4, date: 0, chat: group } })).toMatchObject({ message: undefined });
  });

  it('has the message that was posted through inline mode', () => {
    expect(press('/help', { message: undefined, inline_message_id: 'i' })).toMatchObject({
      message: undefined,
      inlineMessage: 'i',
      request: { in: { chat: '5' } },
    });
  });

  it('opens the help if no version of the bot made the button', () => {
    expect(press('v1:whatever')).toMatchObject({ request: { name: 'help' } });
  });
});

describe('an inline query', () => {
  it('has its search words, offset and language', () => {
    const query = { id: 'q', from: ann, query: ' 台湾 ', offset: '2' };
    expect(read({ inline_query: query })).toEqual({
      kind: 'inline',
      id: 'q',
      query: '台湾',
      offset: '2',
      language: 'zh-TW',
      by: '5',
    });
  });
});

describe('a topic that is opened again', () => {
  it('counts as a place that the bot is back in, and nothing else of the chat does', () => {
    const reopened = { message_id: 9, date: 1, chat: group, from: ann, forum_topic_reopened: {} };
    const inTopic = { ...reopened, is_topic_message: true, message_thread_id: 8 };
    expect(read({ message: inTopic })).toEqual({
      kind: 'member',
      place: { platform: 'telegram', chat: '-100', thread: '8' },
      isThere: true,
    });
  });
});
