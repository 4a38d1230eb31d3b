import { readByline } from '../text/bylines.ts';
import { endsWithStop } from '../text/sentence-end.ts';

const MOST = 160;
const MOST_NOTE = 300;
/** "Posted by Ann Lee on 2 May": who wrote it and when, without a verb for anything else. */
const POSTED =
  /^(?:Posted|Published|Written|Reported|Compiled|Edited|Updated|Submitted|Translated)(?: (?:by|on|in|at)\b|$)/u;
const SOURCE =
  /^(?:Fuentes?|Quellen?|Fontes?|Fonti|Источник|Джерело|Kaynak|Sumber|Nguồn|Źródło|المصدر|منبع|स्रोत|Fotos?|Bild|Фото|Ảnh|Fotoğraf)\s?[:：]/u;
/** What leads to another page: "Read more: …", "Check out our …". */
const ELSEWHERE =
  /^(?:Check out (?:more|our) |Click here |Sign up (?:for|to) |Subscribe (?:to|here) |Follow us )|^(?:Read (?:more|also)|Also read|See also|Related|Lire aussi|À lire aussi|Leia (?:também|mais)|Le[ea] también|Leggi anche|Lesen Sie auch|Mehr zum Thema|Читайте также|Читайте також|Baca juga|Xem thêm|اقرأ أيضا|यह भी पढ़ें)\s?[:：]/iu;
/** Where a text was printed first, said of itself. */
const PRINTED =
  /^(?:(?:This|The) (?:article|story|piece|post|essay) (?:(?:first|originally) |was (?:first|originally) |has been |was )(?:appeared|published|updated|produced|translated|corrected|amended)|Diese[rs]? (?:Artikel|Beitrag|Text) (?:stammt aus|erschien|ist (?:zuerst|erstmals)|wurde (?:zuerst|erstmals|übersetzt))|Cet article (?:est (?:paru|extrait|issu)|a été (?:publié|initialement|traduit|mis))|Este art(?:ículo|igo) (?:fue|foi|apareció|se) (?:publicad|traducid|originalmente|publicó)|Questo articolo è (?:stato pubblicato|apparso)|Эта статья (?:была )?(?:впервые )?опубликована)/u;
/** Who the author is, at the end of a text. */
const AUTHOR =
  /^(?:\p{Lu}[\p{L}.’'-]* ){1,3}(?:\p{Ll}{2,3} )?(?:\p{Lu}[\p{L}.’'-]* )?is an? [^.]{0,80}\b(?:reporter|correspondent|editor|writer|columnist|contributor|journalist)\b[^.]{0,60}\b(?:based in|who (?:writes|covers|reports|focuses))\b|^Contact \p{Lu}.{2,40} at \S+@/u;
/** Links in square brackets and nothing else. */
const BRACKETED = /^(?:\[[^\]]{1,40}\]\s*){2,}$/u;

/** Whether a paragraph begins by saying where the text was printed first. */
export function isPublicationNote(paragraph: string): boolean {
  return paragraph.length <= MOST_NOTE && PRINTED.test(paragraph);
}

/** Whether a line is about the text and no part of it: who wrote it, where it comes from, where to read more. */
export function isBoilerplateLine(line: string): boolean {
  if (line.length > MOST) return false;
  if ([SOURCE, ELSEWHERE, AUTHOR, BRACKETED].some((pattern) => pattern.test(line))) return true;
  return !endsWithStop(line) && (POSTED.test(line) || readByline(line) !== undefined);
}
