import { anyOf } from '../text/any-of.ts';
import { readByline } from '../text/bylines.ts';
import { pattern } from '../text/pattern.ts';
import { endsWithStop } from '../text/sentences/sentence-end.ts';

const MAX_LINE_UNITS = 160;
const MAX_NOTE_UNITS = 300;
/** "Posted by Ann Lee on 2 May": author and date. */
const POSTED =
  /^(?:Posted|Published|Written|Reported|Compiled|Edited|Updated|Submitted|Translated)(?: (?:by|on|in|at)\b|$)/u;
const SOURCE =
  /^(?:Fuentes?|Quellen?|Fontes?|Fonti|Источник|Джерело|Kaynak|Sumber|Nguồn|Źródło|المصدر|منبع|स्रोत|Fotos?|Bild|Фото|Ảnh|Fotoğraf)\s?[:：]/u;
/** A link to another page: "Read more: …", "Check out our …". */
const RELATED_LINK = pattern('iu')`
  ^(?:Check out (?:more|our) |Click here |Sign up (?:for|to) |Subscribe (?:to|here) |Follow us )
  |^(?:
    Read (?:more|also)|Also read|See also|Related|Lire aussi|À lire aussi|Leia (?:também|mais)|Le[ea] también
    |Leggi anche|Lesen Sie auch|Mehr zum Thema|Читайте также|Читайте також|Baca juga|Xem thêm|اقرأ أيضا
    |यह भी पढ़ें
  )\s?[:：]
`;
/** Where the article was first published. */
const PUBLICATION_NOTE = pattern('u')`
  ^(?:
    (?:This|The) (?:article|story|piece|post|essay) (?:(?:first|originally) |was (?:first|originally) |has been |was )(?:
      appeared|published|updated|produced|translated|corrected|amended
    )
    |Diese[rs]? (?:Artikel|Beitrag|Text) (?:
      stammt aus|erschien|ist (?:zuerst|erstmals)|wurde (?:zuerst|erstmals|übersetzt)
    )
    |Cet article (?:est (?:paru|extrait|issu)|a été (?:publié|initialement|traduit|mis))
    |Este art(?:ículo|igo) (?:fue|foi|apareció|se) (?:publicad|traducid|originalmente|publicó)
    |Questo articolo è (?:stato pubblicato|apparso)|Эта статья (?:была )?(?:впервые )?опубликована
  )
`;
/** A note about the author at the end of an article. */
const AUTHOR_NOTE = pattern('u')`
  ^(?:\p{Lu}[\p{L}.’'-]* ){1,3}(?:\p{Ll}{2,3} )?(?:\p{Lu}[\p{L}.’'-]* )?is an? [^.]{0,80}\b(?:
    reporter|correspondent|editor|writer|columnist|contributor|journalist
  )\b[^.]{0,60}\b(?:based in|who (?:writes|covers|reports|focuses))\b
  |^Contact \p{Lu}.{2,40} at \S+@
`;
/** What a wiki writes above an article or a section: which other page it might be confused with, or where more is. */
const HATNOTE = pattern('u')`
  ^(?:
    For (?:the|an?|other|its|more|information)\b.{0,100}[,;] see .{2,120}
    |This (?:article|page) is about .{2,140}|Not to be confused with .{2,100}
    |(?:Main (?:article|page)s?|Further information): .{2,120}
    |(?:关于|關於).{2,60}[，,](?:请|請|详|詳)?(?:参|參)?[见見閱阅].{2,60}
    |(?:本文|本條目|本条目)(?:介绍|介紹|讲述|講述|是关于|是關於)的?(?:是)?.{2,80}
    |Dieser Artikel (?:behandelt|beschreibt|befasst sich mit) .{2,130}|Cet article concerne .{2,130}
    |Pour .{2,60}, voir .{2,80}|Para otros usos\b.{2,100}
  )$
`;
const REDIRECT = / redirects? here\b(?<=^.{2,60} redirects? here).{0,100}$/u;
/** Only links in square brackets. */
const BRACKETED_LINKS = /^(?:\[[^\]]{1,40}\]\s*){2,}$/u;
const BOILERPLATE = anyOf([SOURCE, RELATED_LINK, AUTHOR_NOTE, HATNOTE, BRACKETED_LINKS]);

/** Whether a paragraph starts with a note where the article was first published. */
export function isPublicationNote(paragraph: string): boolean {
  return paragraph.length <= MAX_NOTE_UNITS && PUBLICATION_NOTE.test(paragraph);
}

/** Whether a line is boilerplate: a byline, a source, a note about the author, a link to another page. */
export function isBoilerplateLine(line: string): boolean {
  if (line.length > MAX_LINE_UNITS) return false;
  if (BOILERPLATE.test(line) || REDIRECT.test(line)) return true;
  return !endsWithStop(line) && (POSTED.test(line) || readByline(line) !== undefined);
}
