import { pattern, patternSource } from '../../text/pattern.ts';

/** Agencies and archives of pictures, as the source of a regular expression; in full-width letters too, so match after NFKC. */
export const AGENCY = patternSource`
  (?:
    \b(?:
      AP|AFP|EPA|EFE|DPA|dpa|APA|ANP|PA|UPI|TASS|ANSA|PTI|ANI|LUSA|NTB|TT|SID|sid|Reuters|REUTERS|Xinhua
      |XINHUA|Bloomberg|Shutterstock|Alamy|iStock|Unsplash|Pexels|Pixabay|Flickr|Wikimedia|Wikipedia|NurPhoto
      |ZUMA|Anadolu|AA|IMAGO|imago|SIPA|Keystone|Magnum|NASA|ESA|Keystone-SDA|Ritzau|Scanpix|Belga
      |Europa Press|Press Association|Getty|GETTY|getty|picture[ -]alliance|ddp|epd|KNA|CC BY|CBC|CNN|NBC
      |ABC News|UGC|Handout|HO|Archiv|Archive
    )\b
    |(?:新华|新華|路透|法新|美联|美聯|中新|中央|共同|塔斯|安莎|埃菲|韩联|韓聯|欧新|歐新)社|时事|時事|ロイター|共同|ゲッティ(?:イメージズ)?|視覺中國|视觉中国|东方IC|網絡圖片
    |网络图片|资料图片?|資料圖片?|資料照片?|연합뉴스|뉴시스|뉴스1|로이터|게티이미지(?:뱅크|코리아)?|УНІАН|Укрінформ|ТАСС|РИА Новости|Интерфакс
    |رويترز|أ\s?ف\s?ب|فرانس برس|أسوشيتد برس|الأناضول|الجزيرة|غيتي(?: إيميجز)?|الفرنسية|الأوروبية|رویترز|ایسنا
    |ایرنا|רויטרס|פלאש ?90|पीटीआई|एएनआई|रॉयटर्स|एएफपी
  )
`;

const HAS_AGENCY = new RegExp(AGENCY, 'u');
const ANY_AGENCY = new RegExp(AGENCY, 'gu');
const PHOTOGRAPHER_AND_OUTLET =
  /^\p{Lu}[\p{L}.’'-]*(?:\s[\p{L}.’'-]+){0,4}\s?\/\s?\p{L}[\p{L} .&-]{1,30}(?:\/[\p{L} .&-]{2,30})?$/u;
/** "Ann Lee photo", "Harbour Post file photo" */
const LOCAL_PHOTO =
  /^\/?\s?(?:\p{Lu}[\p{L}.’'-]*\s){1,4}(?:(?:staff|file)(?:\s(?:photo|image)s?)?|photos?|pics?|PHOTOS?|PICS?)$/u;
/** "ansa", which some sites write so. */
const LOWER_CASE = /^\p{Ll}{2,8}$/u;
/** "J. Petraičio nuotr." */
const LITHUANIAN_PHOTO = /\snuotr\.?$/u;
/** "Ann Lee for The Harbour Post" */
const PHOTOGRAPHER_FOR_OUTLET =
  /^\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){1,3}\s(?:for|via|pour|für|para|per)\s(?:\p{Lu}[\p{L}.’'-]*\s?){1,5}$/u;
const CJK_CREDIT =
  /(?:摄|攝|摄影|攝影|撮影|提供|供图|供圖|截图|截圖|制图|新聞|新闻|日报|日報|通讯社|通訊社|社|网|網|제공|자료사진|캡처|캡쳐)$/u;
const MARKED = pattern('iu')`
  ^(?:
    (?:photos?|foto|fot\.|ảnh|фото|kuva|bild|beeld)\s+(?=[A-Z])|사진\s|screen(?:shot|grab)s?\b
    |capture d[’']écran|captura de (?:pantalla|tela|ecrã)|schermata|bildschirmfoto|skjerm(?:dump|bilde)
    |skärm(?:dump|bild)|zrzut ekranu|скриншот|скріншот|ekran görüntüsü|©|\(c\)|ⓒ|courtesy\b|provided\b
    |submitted\b|via\b|with permission\b|avec l[’']autorisation|copyright\b
  )
  |all rights reserved
  |^(?:
    supplied|handout|contributed|file photo|stock (?:image|photo)|symbol(?:bild|foto)|archiv(?:bild|foto)?
  )$
`;

/** A date alone, and a clause about an old picture: "2021年5月3日摄", "资料图片，她在海港". */
const NO_CREDIT =
  /^\(?(?:[\d年月日号號.\s]{4,}[摄攝]?|(?:资料|資料)(?:图片?|圖片?|照片?),(?![\d年月日]+\)?$|.*社\)?$).{5,})\)?$/u;

/** Whether a short text at the end of a caption names who made or provided the picture. */
export function isCreditText(text: string): boolean {
  const normal = text.normalize('NFKC').trim();
  if (normal.length < 2 || normal.length > 90 || /[。！？!?]/u.test(normal)) return false;
  if (NO_CREDIT.test(normal)) return false;
  if (MARKED.test(normal) || PHOTOGRAPHER_AND_OUTLET.test(normal) || PHOTOGRAPHER_FOR_OUTLET.test(normal)) return true;
  if (CJK_CREDIT.test(normal) || LOCAL_PHOTO.test(normal) || LITHUANIAN_PHOTO.test(normal)) return true;
  if (LOWER_CASE.test(normal)) return HAS_AGENCY.test(normal.toUpperCase());
  return HAS_AGENCY.test(normal) && !/\p{Ll}{2,}\s\p{Ll}{2,}\s\p{Ll}{2,}/u.test(normal.replaceAll(ANY_AGENCY, ' '));
}

const OUTLET_WORDS = /\b(?:via|images?|photos?|pictures?|pool|and|with|news|agency)\b/giu;
const FULL_NAME_AND_OUTLET =
  /^\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){1,3}\s?\/\s?\p{Lu}[\p{L} .&-]{1,30}(?:\/[\p{L} .&-]{2,30})?$/u;

/** Whether a whole line names only agencies ("AFP via Getty Images"), or a photographer and an outlet ("Ann Lee / Harbour Post"). */
export function isCreditAlone(text: string): boolean {
  const normal = text.normalize('NFKC').trim();
  if (normal.length > 90) return false;
  if (FULL_NAME_AND_OUTLET.test(normal)) return true;
  return (
    HAS_AGENCY.test(normal) && !/[\p{L}\p{N}]/u.test(normal.replaceAll(ANY_AGENCY, ' ').replaceAll(OUTLET_WORDS, ' '))
  );
}
