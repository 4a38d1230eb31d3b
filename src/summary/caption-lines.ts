import { countGraphemes } from '../text/graphemes.ts';

/** A caption is not longer than this. */
const MOST = 400;
/** Where somebody stands in the picture, between commas or in brackets. */
const SIDE =
  '(?:(?:far |top |bottom |pictured )?(?:left|right)|(?:second|third|fourth) from (?:the )?(?:left|right)|foreground|background)';
const BY_SIDE = new RegExp(
  `\\p{Lu}[^.]*(?:, ${SIDE},|, ${SIDE}(?= (?:and|with|speaks|talks|walks|waits|looks|stands)\\b)|\\((?:${SIDE}|l|r)\\))`,
  'u',
);
const ANY_SIDE = /\b(?:left|right|foreground|background)\b|\([lr]\)/;
const LABELLED =
  /^(?:(?:Clockwise )?[Ff]rom (?:top |bottom )?(?:left|right)\b|(?:Left|Right|Above|Below|Top|Bottom|Pictured|Inset)(?: (?:left|right|to right))?[:,]|(?:File (?:photo|image|picture)|Pictured|Seen|Shown here)\b|(?:In )?[Tt]his (?:(?:file|handout|undated|aerial|\w+ \d{1,2}, \d{4},?) )+(?:photo|image|picture|photograph)\b)/;
/** What ends a paragraph that describes a picture: "… at the harbour. Photo: Ann Lee". */
const CREDITED =
  /[.!?…”"»)] ?\(?(?:Bild|Foto|Fotos|Photos?|Photograph|Image|Picture|Pictures|Credit|Crédits?|Fotografía|Фото|Ảnh|Fotoğraf|الصورة)(?: ?[:：/]| by | ©)[^.!?]{1,60}\)?\.?$/u;
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|March|April|May|June|July|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DATED = new RegExp(
  `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})(?:, \\d{4})?,?(?: (?:in|at|near) \\p{Lu}[\\p{L}., ]{1,40})?\\.?$`,
  'u',
);
/** Any sign that a sentence tells what happened, rather than shows what is seen. */
const TOLD =
  /\b(?:\p{Ll}+ed|was|were|had|has|have|did|will|would|could|may|should|said|says|won|lost|beat|took|came|went|fell|rose|led|made|met|left|began|became|broke|brought|bought|chose|cut|drew|drove|fought|found|flew|gave|got|grew|held|hit|kept|knew|laid|let|paid|put|ran|read|saw|sold|sent|set|shot|shut|spent|spoke|stood|struck|swept|told|thought|wore|wrote|is (?:set|due|expected)|are (?:set|due|expected))\b/u;

function tellsSides(paragraph: string): boolean {
  return ANY_SIDE.test(paragraph) && BY_SIDE.test(paragraph);
}

function isSeenOnADay(paragraph: string): boolean {
  return DATED.test(paragraph) && !TOLD.test(paragraph) && !/["“”:;]|[.!?] \p{Lu}\p{Ll}+ \p{Ll}/u.test(paragraph);
}

/**
 * Whether a paragraph only says what is seen in a picture: who stands on which side, whose photo it is, or what goes on,
 * in the present tense, on a day that is named in full.
 */
export function isCaptionLine(paragraph: string): boolean {
  if (paragraph.length > MOST * 2 || countGraphemes(paragraph) > MOST) return false;
  return LABELLED.test(paragraph) || CREDITED.test(paragraph) || isSeenOnADay(paragraph) || tellsSides(paragraph);
}
