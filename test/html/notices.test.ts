import { describe, expect, it } from 'vitest';
import { isMetaLine, isNotice, isRule } from '../../src/html/boilerplate/notices.ts';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

describe('a notice to the readers', () => {
  it.each([
    'Thanks for reading Harbour Notes! Subscribe for free to receive new posts.',
    'Thank you for reading. This post is public, so feel free to share it.',
    'Harbour Notes is a reader-supported publication.',
    'Subscribe to our newsletter and stay up to date.',
    'Sign up for the weekly letter.',
    'Download our free app for more news.',
    'Check out more articles on the Harbour Post!',
    'Follow us on Telegram and Instagram',
    'Підписуйтесь на наш Telegram-канал, щоб не пропустити новини',
    'Подписывайтесь на наш канал в WhatsApp',
    'Нашли ошибку? Выделите её и нажмите Ctrl+Enter',
    'Якщо ви помітили помилку, виділіть її мишкою.',
    'Suscríbete a nuestro boletín para recibir las noticias del puerto.',
    'Inscreva-se no nosso canal do WhatsApp',
    'Abonnez-vous à notre newsletter du matin',
    'Iscriviti alla nostra newsletter',
    '微信扫一扫关注该公众号',
    '※ 海港日報提醒您：飲酒過量有害健康',
    '感谢阅读本期简报，新读者请点击这里订阅。',
    '扫一扫，手机看本页',
    '长按二维码关注我们',
    '欢迎关注我们的公众号',
    '下载海港新闻APP，查看更多内容',
    '海港夜话每周一至周五晚上八点播出，敬请收看。',
    '本节目逢周三首播。',
    '本栏目每天更新，欢迎阅读。',
    'Harbour Talk airs every Tuesday at nine.',
    '点击这里订阅我们的简报',
    '以上只是嘉宾个人观点，不代表本台。',
    '摘编自其他媒体的内容，不代表港口之声的立场或观点。',
    '摘譯自其它媒體，不代表港口時報觀點',
    '文中内容不代表港口评论观点和立场',
    '港口之声致力于为您提供客观的新闻报道，以及各种角度的分析。文中评论仅代表作者个人立场。',
    '本文仅代表作者个人观点',
    'The views expressed in this article are those of the author.',
    'Las opiniones expresadas son del autor.',
    '無断転載を禁じます',
    '未经许可，不得转载',
    '무단 전재 및 재배포 금지',
    '© 2021 Harbour Press',
    'A version of this article appears in print on May 4, 2021, Section B, Page 3 with the headline: Fog. Order Reprints | Today’s Paper | Subscribe',
    'Chcesz wiedzieć więcej? Zapisz się na nasz newsletter.',
    'Zaprenumeruj nasz kanał WhatsApp',
    'Suscríbete para seguir leyendo',
    'Assine para continuar lendo',
    '立即下載App緊貼新聞：https://harbour.example/app',
    '★港口時報關心您：飲酒過量，有害健康！',
    '该文观点仅代表作者本人，本站只提供存储空间。',
    '此文限时免费阅读。感谢读者订阅。',
    'Jump to Recipe · Print Recipe',
    'Print this recipe',
    'Did you make this soup? Tag us in your pictures!',
    'Have you tried it? Leave a comment and rate it.',
    '点个“在看”，让更多人看到',
    '喜欢就点个赞！',
    '觉得不错，记得点一下“分享”',
    '新闻热线：021-555-0100',
    '投稿邮箱：post@harbour.example',
    ...['Ακολουθήστε μας', 'Ακολουθήστε το', 'Bizi takip edin', 'Takip edin', 'Obserwuj nas', 'Śledź nas', 'Polub nas']
      .concat(['Sledujte nás', 'Urmărește-ne', 'Kövess minket', 'Volg ons', 'Følg oss', 'Följ oss', 'Seuraa meitä'])
      .concat(['Ikuti kami', 'Theo dõi chúng tôi', 'Theo dõi fanpage', 'تابعونا', 'تابعنا', 'עקבו אחרינו'])
      .map((asking) => `${asking} Google News`),
    ...['Zapisz się', 'Zaprenumeruj', 'Prihláste sa', 'Přihlaste se', 'Iratkozzon fel', 'Abonează-te', 'Prenumerera']
      .concat([
        'Tilaa',
        'Tegn abonnement',
        'Meld je aan',
        'Abonneer je',
        'Want more? Meld je aan',
        'Chcesz więcej?Zapisz się',
      ])
      .map((asking) => `${asking} newsletter`),
    'हमें फेसबुक पर फॉलो करें',
    'تابعونا على تويتر',
    'עקבו אחרינו בטלגרם',
    'ติดตามเราได้ที่ LINE',
    'Obserwuj nas w Google News',
    'Spotted an error? Write to us.',
    'Fehler gefunden? Schreiben Sie uns.',
    'מצאתם טעות? כתבו לנו',
    '¿Encontraste un error? Escríbenos',
  ])('is omitted: %s', (line) => {
    expect(isNotice(line)).toBe(true);
    expect(linesOf(read(`<p>It rains.</p><p>${line}</p>`))).toEqual(['It rains.']);
  });

  it.each([
    'He thanked the crew for reading the letter.',
    'The channel airs old films.',
    'Readers subscribe to the paper for its crosswords, he said.',
    '渡轮每星期开三班，船票不贵。',
    '他说，这只是个人的观点，城里没有人同意。',
    '市长说，这个决定不代表本市放弃渡轮。',
    '文章说，市长的话不代表船员的立场，也不代表乘客。',
    '工会致力于为大家提供安全的渡轮。这份声明代表全体船员。',
    'Views of the harbour were expressed in oil.',
    '点赞之后，他们就不怕船再也不来？',
    'A version of this story was told on the pier for years.',
    '他的观点只代表一半船员。',
    '他点了一下赞同的人，只有三个。',
    '新闻热线昨晚响了一夜，没有人接。',
    'Did you make this journey in winter, the captain asked.',
    'Found an error in the timetable, the clerk wrote.',
    'हमें फेसबुक पर यह खबर मिली।',
    'Print the recipe for disaster, he said, and sign it.',
    '她在每周例行的网上直播中看来气色很好，但身旁没有直播员。她昨天说自己病了。',
    '本文根据海港台《每日渡轮》节目中播出的采访整理而成。',
    '她每天晚上在网上直播唱歌。',
    '船员的声明写道：「公司未经许可使用我们的照片，将构成违约。」',
    '渡轮公司未经许可使用船员的照片，被告上法庭。',
    '（作者系海港大学教授。本文仅代表作者观点。）',
    '点击这里观看船长的采访录像',
    `${'The crew of the ferry argued all night about the fare. '.repeat(4)}The Harbour is a reader-supported publication.`,
    `${'渡轮公司昨天和船员谈了一整夜的船票。'.repeat(9)}市长说这个决定不代表本台的看法。`,
  ])('is text: %s', (line) => {
    expect(isNotice(line)).toBe(false);
  });
});

describe('a line of fields above a notice', () => {
  it.each([
    '2021-05-03 18:00 来源：海港市政府网 字体：大 中 小 打印',
    '发布时间：2021-05-03 来源：海港日报 浏览次数：312',
    ...['作者', '记者', '記者', '编辑', '责任编辑', '責任編輯'].map(
      (who) => `来源：海港网 ${who}：林晚 时间：2021年5月3日`,
    ),
    '【字体：大 中 小】 打印 关闭窗口',
    '发布日期：2021-05-03 信息来源：港务局',
    '索引号：000123/2021-00045 文号：港发〔2021〕12号',
    '发布于 2021-05-03 18:00',
    '编辑于 2021-05-04 09:12・IP 属地海港',
    'IP属地：海港',
    '4 min read',
    '4 min read · May 3, 2021',
    '· 4 min read',
    'Lesezeit: 4 Min.',
    '阅读时间：4分钟',
    '- END -',
    '（完）',
    '—— 全文完 ——',
    'انتهای پیام/',
  ])('is omitted: %s', (line) => {
    expect(isMetaLine(line)).toBe(true);
  });

  it.each([
    '2021年5月3日，渡轮停航',
    '来源不明的船只停在码头',
    '大中小企业都受到影响',
    '10 min',
    'The End of the pier',
    '完成',
    '发布于昨天',
    '他2021-05-03打印了船票。',
  ])('is not %s', (line) => {
    expect(isMetaLine(line)).toBe(false);
  });
});

describe('a rule of characters', () => {
  it.each(['==========', '* * *', '————————', '~~~~~~', '-----', '＝＝＝＝'])('is omitted: %s', (line) => {
    expect(isRule(line)).toBe(true);
    expect(linesOf(read(`<p>One.</p><p>${line}</p><p>Two.<br>${line}</p>`))).toEqual(['One.', 'Two.']);
  });

  it.each(['a = b', '—', '1-2-3', '**bold**'])('is not %s', (line) => {
    expect(isRule(line)).toBe(false);
  });
});

describe('lines below the text', () => {
  it.each([
    '责任编辑：林晚',
    '（责编：林晚、陈渡）',
    '审校 林晚',
    '© 2021 AFP',
    'Ann Lee is a politics reporter for the Harbour Post.',
    'Ann di Lee is a news reporter for the Harbour Post.',
    'https://example.org/s/1a2b',
    '来源：海港日报',
    '（稿源：海港网）',
  ])('are no text: %s', (line) => {
    expect(linesOf(read(`<p>It rains.</p><p>It pours.</p><p>${line}</p>`))).toEqual(['It rains.', 'It pours.']);
  });

  it.each(['（作者是海港大学的研究员）', '来源：本文原载于《海港周刊》2021年第3期'])(
    'stay if they tell more: %s',
    (line) => {
      const text = '<p>It rains.</p><p>It pours.</p>';
      expect(linesOf(read(`${text}<p>${line}</p><p>责编：林晚</p>`))).toEqual(['It rains.', 'It pours.', line]);
    },
  );

  it('are no address of a reference', () => {
    const notes = '<p>[1] 海港年鉴</p><p>https://example.org/a</p><p>[2] 渡轮公报</p><p>https://example.org/b</p>';
    expect(linesOf(read(`<p>It rains.</p><p>It pours.</p>${notes}`)).at(-1)).toBe('https://example.org/b');
  });

  it('name the source above the text too, but not below a table', () => {
    const text = '<p>It rains.</p><p>It pours.</p><p>It snows.</p>';
    expect(linesOf(read(`<p>来源：海港日报</p>${text}`))).toEqual(['It rains.', 'It pours.', 'It snows.']);
    const table = `${text}<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table><p>来源：海港局</p>`;
    expect(linesOf(read(table + text.repeat(2)))).toContain('来源：海港局');
  });

  it.each([
    'Skip to main content',
    'Jump to accessibility shortcuts',
    'Zu den Kurzbefehlen der Seite springen',
    'Aller au contenu principal',
    'Article continues below',
    'Article continues after ad',
    'Annons',
    'Advertentie',
    'Publicidade',
    '広告',
    'Member-only story',
    '小字号',
    'XS',
    'We apologize, but this video has failed to load.',
    'Ferry stops at noon Back to video',
  ])('may be anywhere: %s', (line) => {
    expect(linesOf(read(`<p>It rains.</p><p>${line}</p><p>It pours.</p>`))).toEqual(['It rains.', 'It pours.']);
  });

  it('may be a heading', () => {
    const article = read('<p>It rains.</p><h3>Ferry stops at noon Back to video</h3><p>It pours.</p>');
    expect(article.sections.map(({ title }) => title)).toEqual([null]);
  });

  it.each(['They went back to the video shop.', 'Skip to the end and the ferry sinks.', 'Annons is a word.'])(
    'are not %s',
    (line) => {
      expect(linesOf(read(`<p>It rains.</p><p>${line}</p>`))).toEqual(['It rains.', line]);
    },
  );
});
