import { describe, expect, it } from 'vitest';
import { expandAlias } from '../../../src/arguments/command-aliases.ts';
import { readPlainWords } from '../../../src/arguments/plain-words/read-plain-words.ts';
import { createTalk } from '../../fixtures/converse.ts';
import { buttonsOf } from '../../fixtures/view-contents.ts';

describe('plain words', () => {
  it.each([
    ['help me', '/help'],
    ['你好', '/help'],
    ['怎么用？', '/help'],
    ['can you speak chinese?', '/settings language chinese'],
    ['please delete my data', '/forget'],
    ['how do I cancel this?', '/help unsubscribe'],
    ['怎么退订', '/help unsubscribe'],
    ['what did I miss?', '/digest'],
    ['看看昨天的新闻', '/digest 昨天'],
    ['给我看昨天的新闻', '/digest 昨天'],
    ['給我看看最近三天的文章', '/digest 最近三天'],
    ['show me the news from yesterday', '/digest yesterday'],
    ['what happened yesterday?', '/digest yesterday'],
    ['what happened today?', '/digest today'],
    ['show me today’s news', '/digest today'],
    ['which topics are there?', '/articles'],
    ['how can I change the time zone?', '/help'],
    ['怎么修改推送时间', '/help'],
    ['unsubscribe me please', '/unsubscribe ?'],
    ['stop', '/unsubscribe ?'],
    ['stop sending me this', '/unsubscribe ?'],
    ['不要再发了', '/unsubscribe ?'],
    ['отписаться', '/unsubscribe ?'],
    ['切换繁体', '/settings language 繁体'],
    ['latest news', '/articles'],
    ['第二篇', '/article 第二篇'],
    ['打开第三篇', '/article 第三篇'],
    ['read 2', '/article 2'],
    ['第二节', '/section 第二节'],
    ['目录', '/article'],
    ['找香港的文章', '/search 香港'],
    ['关于香港的文章', '/search 香港'],
    ['昨天的文摘', '/digest 昨天'],
    ['最近三天的', '/digest 最近三天'],
    ['这三天', '/digest 这三天'],
    ['昨晚', '/digest 昨晚'],
    ['today’s news', '/digest today'],
    ['send me taiwan news every morning', '/subscribe 08:00 "taiwan" ?'],
    ['每天早上8点给我发台湾新闻', '/subscribe daily 08:00 "台湾" ?'],
    ['when is the next digest?', '/status'],
    ['why did I get nothing today', '/status'],
    ['Why am I not getting anything?', '/status'],
    ['下一次什么时候发', '/status'],
    ['为什么没收到', '/status'],
    ['幾時有下一期', '/status'],
    ['點解今日冇收到', '/status'],
    ['quand arrive le prochain résumé', '/status'],
    ['不想收了', '/unsubscribe ?'],
    ['can you stop the sports ones', '/unsubscribe sports ?'],
    ['please cancel my football digest', '/unsubscribe football ?'],
    ['取消第一个', '/unsubscribe 第一个 ?'],
    ['删掉第2条订阅', '/unsubscribe 第2条 ?'],
    ['what’s new about taiwan', '/search taiwan'],
    ['any news on the ferry?', '/search the ferry'],
    ['最近有什么台湾新闻', '/search 台湾'],
    ['台湾最近有什么消息', '/search 台湾'],
    ['what does the second article say?', '/article 2'],
    ['read me the first one', '/article 1'],
    ['tell me about article 2', '/article 2'],
    ['can you summarize article 1', '/article 1'],
    ['第一篇讲了什么', '/article 第一篇'],
    ['总结一下第二篇', '/article 第二篇'],
    ['are you a bot?', '/help'],
    ['too many messages', '/subscriptions'],
    ['太多了', '/subscriptions'],
    ['我想改时间', '/subscriptions'],
    ['how often will you write', '/status'],
    ['is there a digest today?', '/status'],
    ['send it now', '/digest'],
    ['现在发一次', '/digest'],
    ['which sites do you have?', '/articles'],
    ['有哪些网站', '/articles'],
    ['I missed yesterday’s', '/digest yesterday'],
    ['今天的呢', '/digest 今天'],
    ['最近有什么新闻', '/digest today'],
    ['change language to french', '/settings language french'],
    ['把语言改成英文', '/settings language 英文'],
    ['set my time zone to tokyo', '/settings zone tokyo'],
    ['时区改成东京', '/settings zone 东京'],
    ['把第二个改成晚上十点', '/subscribe 把第二个改成晚上十点 ?'],
    ['唔要喇', '/unsubscribe ?'],
    ['hi there', '/help'],
    ['Thank you!', '/help'],
    ['谢谢', '/help'],
    ['我要订阅', '/help subscribe'],
    ["what's new today", '/digest today'],
    ['今天有什么新闻', '/digest today'],
    ['что нового?', '/digest today'],
    ['show me the latest news', '/articles'],
    ['please stop sending me taiwan news', '/unsubscribe taiwan ?'],
    ['别推送体育了', '/unsubscribe 体育 ?'],
    ['unsubscribe from taiwan', '/unsubscribe taiwan ?'],
    ['cancelar suscripción', '/unsubscribe ?'],
    ['move it to 9pm', '/subscribe move it to 9pm ?'],
    ['改到晚上九点', '/subscribe 改到晚上九点 ?'],
    ['show me the first', '/article 1'],
    ['the second one', '/article 2'],
    ['看看第三个', '/article 第三个'],
    ['pictures of 2', '/images 2'],
    ['第一篇的图片', '/images 第一篇'],
    ['the third section', '/section 3'],
    ['第二部分', '/section 第二部分'],
    ['third one please', '/article 3'],
    ['show pictures', '/images'],
    ['看图片', '/images'],
    ['你是谁？', '/help'],
    ['can you also send it at 6pm', '/subscribe can you also send it at 6pm ?'],
    ["i'm in singapore", '/settings zone singapore ?'],
    ['我在新加坡', '/settings zone 新加坡 ?'],
    ['切换成英文', '/settings language 英文'],
    ['turn off the sound', '/settings sound off'],
    ["don't disturb me from 22 to 7", '/settings quiet from 22 to 7'],
    ['把时区设为伦敦', '/settings zone 伦敦'],
    ['make it shorter please', '/subscribe make it shorter ?'],
    ['just headlines please', '/subscribe change it to just headlines ?'],
    ['详细一点', '/subscribe change it to 详细一点 ?'],
    ['stop sending me sports', '/unsubscribe sports ?'],
    ["don't send me anything anymore", '/unsubscribe ?'],
    ['幫我取消所有訂閱', '/unsubscribe ?'],
    ['list my subscriptions', '/subscriptions'],
    ['我订阅了什么', '/subscriptions'],
    ['mes abonnements', '/subscriptions'],
    ['pause for a week', '/pause for a week ?'],
    ['先停三天', '/pause 停三天 ?'],
    ['start again please', '/resume ?'],
    ['恢复推送', '/resume ?'],
    ['can you follow bbc.com', '/follow bbc.com ?'],
    ['save the first one', '/save 1'],
    ['收藏第二篇', '/save 第二篇'],
    ['给我看看今天有什么新闻', '/digest today'],
    ['你好，请问怎么订阅？', '/help subscribe'],
    ['有冇關於樓市嘅新聞', '/search 樓市'],
    ['Was gibt es Neues zum Klima?', '/search Klima'],
    ['quoi de neuf sur la Chine', '/search la Chine'],
    ['noticias de Venezuela', '/search Venezuela'],
    ['новости про спорт', '/search спорт'],
    ['台湾についてのニュース', '/search 台湾'],
    ['покажи последние новости', '/articles'],
    ['neueste nachrichten', '/articles'],
    ['今日のニュース', '/digest today'],
    ['noticias de hoy', '/digest today'],
    ['dame las noticias de ayer', '/digest yesterday'],
    ['昨日のニュース', '/digest yesterday'],
    ['comment se désabonner ?', '/help unsubscribe'],
    ['как подписаться', '/help subscribe'],
    ['any good reads?', '/articles'],
    ['what happened in France yesterday?', '/search France yesterday'],
    ['第三篇全文', '/article 第三篇'],
    ['send at 9 instead', '/subscribe send at 9 instead ?'],
    ['幫我改成繁體中文', '/settings language 繁體中文'],
    ['good morning, any news?', '/digest today'],
    ['mostra le notizie di oggi', '/digest today'],
    ['send me less', '/subscriptions'],
    ["I don't want politics any more", '/unsubscribe politics ?'],
    ['what did you send yesterday?', '/digest yesterday'],
    ['why did I get this article?', '/why'],
    ['show only bbc', '/articles bbc'],
    ['怎么才能不收到体育新闻', '/help unsubscribe'],
    ['请用英文回答', '/settings language 英文'],
    ['Wie funktioniert das?', '/help'],
    ['can you stop for two weeks', '/pause for two weeks ?'],
    ['how do I get fewer messages', '/subscriptions'],
    ['再发一次今天的', '/digest'],
    ['quiero recibir noticias a las 8', '/subscribe 08:00 ?'],
    ['je voudrais recevoir les nouvelles à 8h', '/subscribe 08:00 ?'],
    ['ok', '/help'],
    ['look at https://example.org/a please', '/article https://example.org/a'],
  ])('%s', (words, line) => {
    const meant = readPlainWords(words);
    expect(`/${meant?.name} ${meant?.input}`.trim() + (meant?.isOffer ? ' ?' : '')).toBe(line);
  });
});

describe('orders in plain words', () => {
  it.each([
    ['turn off pictures', '/subscribe turn off pictures'],
    ['no images please', '/subscribe change it to no images'],
    ['别发图片', '/subscribe change it to 别发图片'],
    ['2 remove rice', '/subscribe 2 remove rice ?'],
    ['i would like to stop all of these messages', '/unsubscribe ?'],
    ['ich möchte mein Abo kündigen', '/unsubscribe ?'],
    ['annulez mon abonnement svp', '/unsubscribe ?'],
    ['хочу отменить подписку', '/unsubscribe ?'],
    ['配信を停止してください', '/unsubscribe ?'],
    ['구독을 취소하고 싶어요', '/unsubscribe ?'],
    ['suspende los envíos hasta el lunes', '/pause hasta el lunes ?'],
    ['暂停三天', '/pause 三天 ?'],
    ['wipe all my data', '/forget'],
    ['lösche alle meine Daten', '/forget'],
    ['wann kommt die nächste Ausgabe?', '/status'],
    ['次の配信はいつですか', '/status'],
    ['is it free of charge?', '/help'],
    ['сколько это стоит?', '/help'],
    ['🙂', '/help'],
    ['we are away, please pause everything', '/pause ?'],
    ['I have moved to Lisbon, so 8 is fine', '/settings zone Lisbon ?'],
    ['no football please', '/subscribe also -"football" ?'],
    ['ohne Fußball bitte', '/subscribe also -"Fußball" ?'],
    ['убери футбол', '/subscribe also -"футбол" ?'],
    ['öffne Artikel 2', '/article 2'],
    ['3番の記事を見せて', '/article 3'],
    ['“read the story about tea”', '/article the story about tea'],
    ['add https://example.org/feed to my sources', '/follow https://example.org/feed ?'],
    ['can you make it two hours earlier', '/subscriptions'],
    ['more rice, less football', '/subscriptions'],
    ['wat can u do', '/help'],
    ['set the language to german', '/settings language german'],
    ['speak french please', '/settings language french'],
    ['смени язык на английский', '/settings language английский'],
    ['könntest du es auf 9 Uhr verschieben?', '/subscribe könntest du es auf 9 Uhr verschieben? ?'],
    ['muda para as 7 da noite', '/subscribe muda para as 7 da noite ?'],
    ['cerca notizie sul riso', '/search riso'],
    ['найди статьи про рис', '/search рис'],
    ['お茶の記事を探して', '/search お茶'],
    ['apri il secondo articolo', '/article 2'],
    ['öffne den ersten Artikel', '/article 1'],
    ['show me the tea story again', '/article tea'],
    ['zeig mir die Artikel von gestern', '/digest yesterday'],
    ['salut, envoie-moi les nouvelles à 7h', '/subscribe 07:00 ?'],
    ['no more golf please 🙏', '/subscribe also -"golf" ?'],
    ['no more messages 😡', '/unsubscribe ?'],
    ['9点，说错了，九点半', '/subscribe change it to 09:30 ?'],
    ['mon thu 6:45', '/subscribe change it to mon thu 06:45 ?'],
    ['wake me up at 7 on friday with rice news', '/subscribe fri 07:00 "rice" ?'],
    ['wake me up at 7 today', '/subscribe wake me up at 7 today ?'],
    ['有大事件再告诉我', '/subscribe 有大事件再告诉我 ?'],
    ['請問該怎麼調整時間', '/help'],
    ['berita hari ini ya kak', '/digest today'],
    ['etwas kürzer bitte', '/subscribe change it to etwas kürzer ?'],
    ['plus court', '/subscribe change it to plus court ?'],
    ['再短一点', '/subscribe change it to 再短一点 ?'],
  ])('%s', (words, line) => {
    const meant = readPlainWords(words);
    expect(`/${meant?.name} ${meant?.input}`.trim() + (meant?.isOffer ? ' ?' : '')).toBe(line);
  });
});

describe('plain words that order nothing', () => {
  it.each(['why did nobody get the prize', 'why is there no peace', '什么时候发工资', '为什么没有发生战争'])(
    'are a search in a question about the world: %s',
    (words) => {
      expect(readPlainWords(words)).toBeUndefined();
    },
  );

  it.each([
    'taiwan strait',
    '三国',
    '台湾',
    'why the ferry stopped',
    '新闻联播',
    'the last ferry',
    'the first emperor',
    'move to mars',
    'add colour',
    'i am legend',
    'the hague',
    'cancel culture',
    'stop the press',
    'the end of the road',
    'no country for old men',
    'use of language',
    'turn of the screw',
    'change of seats',
    'gratuito',
    'midnight',
    'noon',
    'free',
    'price',
    'more tea less rum',
    'when they come back',
    'when to send',
    'x'.repeat(500),
  ])('are a search in %s', (words) => {
    expect(readPlainWords(words)).toBeUndefined();
  });

  it('are offered if they would change something, and change nothing yet', async () => {
    const { ask, subscriptions } = createTalk();
    const words = 'send me taiwan news every morning';
    const [offer, search] = buttonsOf(
      await ask('send me', { words, name: 'send', input: 'me taiwan news every morning' }),
    );
    expect(search?.[1]).toBe(`/search ${words}`);
    expect(await subscriptions.count()).toBe(0);
    await ask(offer?.[1] ?? '');
    expect(await subscriptions.get('aaaaa1')).toMatchObject({ selection: { topics: ['taiwan'] } });
  });

  it('are not offered where their command is of no use', async () => {
    const inTerminal = { in: { platform: 'console', chat: 'terminal' } };
    const answer = await createTalk().say('/offer send me taiwan news every morning', inTerminal);
    expect(answer).toContain('I can only send scheduled digests to chats on Telegram or Discord.');
    expect(answer).toContain('[2] Search “send me taiwan news every morning”\n[1] Digest   [3] Help');
    expect(await createTalk().say('/offer timezone berlin', inTerminal)).toContain('[1] /settings zone berlin');
  });
});

describe('an alias', () => {
  it.each([
    ['stop', '', 'unsubscribe '],
    ['list', '', 'subscriptions '],
    ['language', '繁體', 'settings language 繁體'],
    ['时区', '北京', 'settings zone 北京'],
    ['latest', '', 'articles '],
    ['退订全部', '', 'unsubscribe all'],
  ])('/%s %s', (name, input, line) => {
    const expanded = expandAlias(name, input);
    expect(`${expanded?.name} ${expanded?.input}`).toBe(line);
  });

  it('runs its command', async () => {
    expect(await createTalk().say('/timezone Berlin')).toContain('Time zone: Berlin');
    expect(await createTalk({ language: 'zh-CN' }).say('/语言 繁體')).toContain('繁體中文');
  });
});
