import { describe, expect, it } from 'vitest';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT = '<p>Nobody on the pier had been told that the ferry would stop at noon, not even the crew.</p>';
const list = (...items: string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const link = (text: string) => `<a href="https://share.example/${text.length}">${text}</a>`;

describe('a row of buttons for sharing', () => {
  it.each([
    [
      'spans',
      '<div><span>Share</span><span>Facebook</span><span>X</span><span>WhatsApp</span><span>Copy link</span></div>',
    ],
    ['a line', '<p>Facebook X WhatsApp Telegram Copy link</p>'],
    ['a list of links', list(...['Facebook', 'X', 'WhatsApp', 'Copy link'].map(link))],
    ['German', list('Facebook', 'X.com', 'WhatsApp', 'E-Mail', 'Link kopieren')],
    ['French', list('Partager sur Facebook', 'Partager sur X', 'Partager par e-mail', 'Copier le lien')],
    ['Spanish', '<p>Compartir en: Facebook | Twitter | WhatsApp | Copiar enlace</p>'],
    ['Norwegian', list('Del på Facebook', 'E-mail', 'Kopier lenke')],
    ['Portuguese', list('Compartilhe esta notícia pelo WhatsApp', 'Compartilhe esta notícia pelo Telegram')],
    ['Polish', list('Udostępnij', 'Facebook', 'Kopiuj link')],
    ['Russian', list('ВКонтакте', 'Telegram', 'Одноклассники', 'Скопировать ссылку')],
    ['Arabic', list('فيسبوك', 'واتساب', 'تويتر', 'نسخ الرابط')],
    ['Chinese', '<p>分享到： 微信 微博 QQ空间 复制链接</p>'],
    ['Chinese in Taiwan', list('Facebook', 'LINE', '複製連結')],
    ['Japanese', list('ポスト', 'シェア', 'はてなブックマーク', 'LINEで送る', 'リンクをコピー')],
    ['Korean', list('카카오톡', '페이스북', '트위터', 'URL 복사')],
    ['one button in Polish', '<p>Udostępnij artykuł</p>'],
    ['one button in German', '<p>Artikel teilen</p>'],
    ['one button in Spanish', '<p>Compartir esta noticia</p>'],
    ['one button in Japanese', '<p>この記事をシェア</p>'],
    ['a heading', `<h3>Share this article</h3>${list('Facebook', 'Twitter', 'Copy link')}`],
  ])('is no text: %s', (_kind, html) => {
    const article = read(`<main>${html}${TEXT}</main>`);
    expect(linesOf(article)).toEqual([TEXT.slice(3, -4)]);
    expect(article.sections.map(({ title, links }) => [title, links])).toEqual([[null, []]]);
  });

  it.each([
    ...[
      'Share on',
      'Share this article via',
      'Share the story with',
      'Teilen auf',
      'Beitrag teilen per',
      'Partager via',
    ],
    ...['Partager l’article par', 'Compartir por', 'Compartir esta noticia vía', 'Compartilhar no', 'Compartilhar em'],
    ...['Compartilhe este artigo na', 'Compartilhe pela', 'Compartilhe por', 'Compartilhar via', 'Partilhar'],
    ...['Condividi su', 'Condividi articolo via', 'Del via', 'Delen op', 'Dela på', 'Jaa', 'Udostępnij', 'Podziel się'],
    ...['Sdílet', 'Zdieľať', 'Megosztás', 'Distribuie', 'Paylaş', 'Bagikan', 'Chia sẻ', 'Поделиться', 'Поширити'],
    ...['Κοινοποίηση', '分享至', 'シェアする', '공유하기', 'شارك', 'مشاركة', 'שתף'],
  ])('says in any language to whom: %s', (words) => {
    expect(linesOf(read(`<main>${TEXT}<p>${words} Facebook</p></main>`))).toEqual([TEXT.slice(3, -4)]);
  });

  it.each([
    ['companies', list('Facebook', 'Instagram', 'WhatsApp'), ['Facebook / Instagram / WhatsApp']],
    [
      'more than names',
      list('Share prices of Facebook', 'Share prices of X'),
      ['Share prices of Facebook / Share prices of X'],
    ],
    ['a sentence', '<p>Share this with X. Telegram it.</p>', ['Share this with X. Telegram it.']],
    ['one of them', '<p>Del Mar</p>', ['Del Mar']],
  ])('is not %s', (_kind, html, lines) => {
    expect(linesOf(read(`<main>${TEXT}${html}</main>`)).slice(1)).toEqual(lines);
  });
});
