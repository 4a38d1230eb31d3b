import { countGraphemes } from '../text/graphemes.ts';
import { pattern } from '../text/pattern.ts';

const MAX_GRAPHEMES = 400;
/** A position in the image, between commas or in brackets. */
const SIDE =
  '(?:(?:far |top |bottom |pictured )?(?:left|right)|(?:second|third|fourth) from (?:the )?(?:left|right)|foreground|background)';
const PERSON_WITH_SIDE = new RegExp(
  `\\p{Lu}[^.]*(?:, ${SIDE},|, ${SIDE}(?= (?:and|with|speaks|talks|walks|waits|looks|stands)\\b)|\\((?:${SIDE}|l|r)\\))`,
  'u',
);
const ANY_SIDE = /\b(?:left|right|foreground|background)\b|\([lr]\)/;
const LABELLED =
  /^(?:(?:Clockwise )?[Ff]rom (?:top |bottom )?(?:left|right)\b|(?:Left|Right|Above|Below|Top|Bottom|Pictured|Inset)(?: (?:left|right|to right))?[:,]|(?:File (?:photo|image|picture)|Pictured|Seen|Shown here)\b|(?:In )?[Tt]his (?:(?:file|handout|undated|aerial|\w+ \d{1,2}, \d{4},?) )+(?:photo|image|picture|photograph)\b)/;
/** A credit at the end: "… at the harbour. Photo: Ann Lee". */
const CREDIT_AT_END =
  /[.!?…”"»)] ?\(?(?:Bild|Foto|Fotos|Photos?|Photograph|Image|Picture|Pictures|Credit|Crédits?|Fotografía|Фото|Ảnh|Fotoğraf|الصورة)(?: ?[:：/]| by | ©)[^.!?]{1,60}\)?\.?$/u;
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|March|April|May|June|July|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DATE_AT_END = new RegExp(
  `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})(?:, \\d{4})?,?(?: (?:in|at|near) \\p{Lu}[\\p{L}., ]{1,40})?\\.?$`,
  'u',
);
/** A verb that reports an event, unlike the present tense of a description. */
const REPORTING_VERB = pattern('u')`
  \b(?:
    \p{Ll}+ed|was|were|had|has|have|did|will|would|could|may|should|said|says|won|lost|beat|took|came|went
    |fell|rose|led|made|met|left|began|became|broke|brought|bought|chose|cut|drew|drove|fought|found|flew|gave
    |got|grew|held|hit|kept|knew|laid|let|paid|put|ran|read|saw|sold|sent|set|shot|shut|spent|spoke|stood
    |struck|swept|told|thought|wore|wrote|is (?:set|due|expected)|are (?:set|due|expected)
  )\b
`;

function namesSides(paragraph: string): boolean {
  return ANY_SIDE.test(paragraph) && PERSON_WITH_SIDE.test(paragraph);
}

function isDatedDescription(paragraph: string): boolean {
  return (
    DATE_AT_END.test(paragraph) &&
    !REPORTING_VERB.test(paragraph) &&
    !/["“”:;]|[.!?] \p{Lu}\p{Ll}+ \p{Ll}/u.test(paragraph)
  );
}

/**
 * Whether a paragraph is the caption of an image: it names who is on which side, ends with a credit, or describes in the
 * present tense what happens on a full date.
 */
export function isCaptionLine(paragraph: string): boolean {
  if (paragraph.length > MAX_GRAPHEMES * 2) return false;
  if (paragraph.length > MAX_GRAPHEMES && countGraphemes(paragraph) > MAX_GRAPHEMES) return false;
  return (
    LABELLED.test(paragraph) || CREDIT_AT_END.test(paragraph) || isDatedDescription(paragraph) || namesSides(paragraph)
  );
}
