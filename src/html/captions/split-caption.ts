import { collapseSpace } from '../../text/collapse-space.ts';
import { pattern } from '../../text/pattern.ts';
import { AGENCY, isCreditAlone, isCreditText } from './agencies.ts';
import { CREDIT_LABEL, CREDIT_SEPARATOR } from './labels.ts';
import { readCredit, withoutVerb } from './read-credit.ts';

/** The text below an image, split. */
export interface CaptionParts {
  caption: string | null;
  credit: string | null;
}

const CAPTION_LABEL =
  '(?:image caption|图像加注文字|圖像加註文字|图片说明|圖片說明|pie de foto|legenda da foto|légende image|подпись к фото|التعليق على الصورة)';
const BARE_LABEL = new RegExp(
  `^(?:${CREDIT_LABEL}|${CAPTION_LABEL}|v[ií]d[eé]os?|galler[yi]a?|gal[eé]r[ií][ea])(?:[：:，,،]|\\.{3}|…)?$`,
  'iu',
);
const LABELLED_CAPTION = new RegExp(`^${CAPTION_LABEL}\\s*[：:，,،]\\s*`, 'iu');
const LABEL = `(?:${CREDIT_LABEL}\\s*${CREDIT_SEPARATOR}|©|\\(c\\))`;
const LABELLED_IN_BRACKETS = new RegExp(
  `^(.{2,}?)\\s*[（(【\\[]\\s*${LABEL}\\s*([^（）()【】\\[\\]]{1,80}(?:\\([^()]{1,40}\\))?)[）)】\\]]\\s*$`,
  'isu',
);
const IN_BRACKETS = /^(.{2,}?)\s*[（(【[]([^（）()【】[\]]{1,90})[）)】\]]\s*[.。]?$/su;
/** A label begins a credit after a stop, a bar or a dash; a word of the sentence may look like one. */
const LABELLED_AT_END = pattern('isu')`
  ^(.{4,}?)(?:[.。।۔!?！？”"»)）]\s*|[，；]\s*(?=\p{Script=Han})|\s+[—–|｜/-]+\s*|\s+|(?<=\p{Ll})(?-i:(?=\p{Lu})))(?:
    ${CREDIT_LABEL}(?:\s+(?:credit|by|courtesy of|de|von|van))?\s*(?:[:：＝=|｜/／՝]|\.{3}|…|(?<=by|courtesy of|fot\.|©)\s)
    |©|ⓒ|\(c\)
  )\s*(.{2,90})$
`;
/** "… AAP Image/Ann Lee": words before the label belong to the credit. */
const LABEL_WITH_WORDS = new RegExp(
  `^(.{4,}[.。।۔!?！？”"»])\\s*((?!${CREDIT_LABEL}\\s)(?:\\p{L}{2,}\\s){1,2}${CREDIT_LABEL}\\s*[:：＝=/／]\\s*.{2,90})$`,
  'isu',
);
const AGENCY_AT_END =
  /^(.{8,}?)[\s，,]*((?:REUTERS|AFP|AP Photo|EPA|Getty Images|ZUMA|Xinhua)(?:\s*\/\s*[\p{L}][\p{L} .'’-]{1,40})?)$/su;
/** The licence, or that the picture is an old one, in brackets belongs to the name before it. */
const LICENCE = /^[^()（）]{2,70}[(（](?:CC[ -]|public domain|archiv\w*|arkiv|file)[^()（）]{0,30}[)）]$/iu;
/** The stop of an initial ends no sentence. */
const AFTER_STOP = /^(.{4,}(?:(?<!\s\p{Lu})\.|[。!?！？…”"»」]))\s*((?:[^.。!?！？]|(?<=\s\p{Lu}|nuotr)\.){2,80})$/su;
const AFTER_BAR = /^(.{4,}?)\s*[|｜／—–]\s*([^|｜]{2,60})$/su;
const AFTER_SLASH = /^(.{4,}?)\s\/\s([^|｜]{2,60})$/su;
/** "… Ann Lee/Copyright 2021 The Harbour. All rights reserved." */
const RIGHTS_AT_END = /^(.{4,}[.!?…”"»])\s+([^.!?]{0,60}(?:copyright|©)[^.]{2,60}\.\s*all rights reserved\.?)$/isu;
/** Words with small letters: a sentence, not a name. */
const SENTENCE = /\s\p{Ll}{2,}/u;
/** "ANN LEE" */
const NAME_IN_CAPITALS = /^\p{Lu}[\p{Lu}.’'-]+(?:\s\p{Lu}[\p{Lu}.’'-]*){1,3}$/u;
/** "…の街＝10日、熊本県、山田花子撮影": the place and date belong to the caption. */
const JAPANESE_PHOTOGRAPHER = /^(.{4,}[＝=].{2,60})[、，]([\p{Script=Han}\p{Script=Kana}ー・々]{2,16}撮影)$/su;
/** "…する大統領＝ＡＰ", "… 연합뉴스". */
const JAPANESE = /^(.{4,})[＝=]([^＝=。]{2,40})$/su;
const RIGHTS_KOREAN = /[.,]?\s*(?:재판매|무단\s?전재)[^\]]{0,40}(?=[\])]\s*$)/u;
/** "…的灯塔 海港新闻记者 林晚 图" */
const CHINESE_PHOTOGRAPHER =
  /^(.{4,}?)\s(\p{Script=Han}{2,8}(?:记者|記者|新闻|新聞|日报|日報|周刊|社|网|網)\s?\p{Script=Han}{2,4})\s?[图圖]$/su;
/** "2/9 ": the place of a picture in a gallery. */
const COUNTER = /^[（(]?\d{1,3}\s?(?:\/|of|von|sur|de|di|из|з)\s?\d{1,3}(?:[）):.]\s*|\s+)(?=\S{2})/u;
/** "… 박바다 선임기자 sea@example.org" */
const KOREAN_REPORTER = /^(.{4,}?)\s(\p{Script=Hangul}{2,4}\s?(?:(?:선임|인턴|객원|사진)\s?)?기자)(?:\s\S+@\S+)?$/su;
const KOREAN =
  /^(.{4,}?)[\s/=|.]*((?:연합뉴스|뉴시스|뉴스1|로이터|게티이미지(?:뱅크|코리아)?)(?:[·/\s][\p{L}·/]{1,20})?)(?:\s*제공)?$/su;
const PERSON = /^\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){1,3}$/u;
const HAS_AGENCY = new RegExp(AGENCY, 'u');

/** A bar or dash before a credit that is elsewhere, or empty. */
const LAST_BAR = /(?:\s+[-–—|｜/•·]+)+$/u;

/** A mark that points at the picture. */
const POINTER = /^[▲△▴▼▽▾↑↓◀▶◁▷]\ufe0f?\s*/u;

/** A longer text has no credit, in UTF-16 units; this also bounds the time. */
const MAX_SPLIT_UNITS = 1000;

/** Splits a line into a caption and the credit at its end. */
export function splitCaption(line: string): CaptionParts {
  const text = collapseSpace(line)
    .replace(COUNTER, '')
    .replace(LABELLED_CAPTION, '')
    .replace(POINTER, '')
    .replace(RIGHTS_KOREAN, '');
  if (text === '') return { caption: null, credit: null };
  if (text.length > MAX_SPLIT_UNITS) return { caption: text, credit: null };
  const whole = readCredit(text) ?? (isCreditAlone(text) ? text : undefined) ?? readNamedCredit(text);
  if (whole !== undefined) return { caption: null, credit: whole };
  const [caption, credit] = findCredit(text) ?? [text, undefined];
  return {
    caption: collapseSpace(caption).replace(LAST_BAR, ''),
    credit: credit === undefined ? null : withoutVerb(collapseSpace(credit)).replace(/(?<=\p{Lu}\p{Ll}{2,})\.$/u, ''),
  };
}

/** "Ann Lee (dpa/picture alliance via Getty)": a photographer with agencies, and no caption. */
function readNamedCredit(text: string): string | undefined {
  const match = IN_BRACKETS.exec(text);
  const [, name = '', agencies = ''] = match ?? [];
  return PERSON.test(name) && isCreditText(agencies) && HAS_AGENCY.test(agencies) ? text : undefined;
}

function findCredit(text: string): [string, string] | undefined {
  const inBrackets = LABELLED_IN_BRACKETS.exec(text);
  if (inBrackets?.[1] !== undefined && inBrackets[2] !== undefined) return [inBrackets[1], inBrackets[2]];
  const labelled = LABEL_WITH_WORDS.exec(text) ?? LABELLED_AT_END.exec(text);
  if (labelled?.[1] !== undefined && labelled[2] !== undefined && LICENCE.test(labelled[2]))
    return [withStop(text, labelled[1]), labelled[2]];
  const bracketed = IN_BRACKETS.exec(text);
  if (bracketed?.[1] !== undefined && bracketed[2] !== undefined && isBracketedCredit(bracketed[1], bracketed[2]))
    return [bracketed[1], bracketed[2]];
  if (labelled?.[1] !== undefined && labelled[2] !== undefined) return [withStop(text, labelled[1]), labelled[2]];
  return findUnmarkedCredit(text);
}

/** The caption with the stop that ended it before the label. */
function withStop(text: string, caption: string): string {
  const stop = text.charAt(caption.length);
  return /[.。।۔!?！？”"»)）]/u.test(stop) ? caption + stop : caption;
}

/** After quoted Chinese words, a bracket in Latin letters is their original. */
const QUOTED_HAN = /\p{Script=Han}[”」』]$/u;

/** "推特图片", "视频截图" */
const PICTURE_OF =
  /^(?![左右上下中本此]|资料|資料|档案|檔案|示意|合成|宣传|宣傳)[\p{Script=Han}A-Za-z]{2,8}(?:图片|圖片|照片|截图|截圖)$/u;

/** After a full sentence, a short bracket is the credit: "法官走进法院。（海港社）", "The judge arrives. (Ann Lee)". */
function isBracketedCredit(caption: string, bracket: string): boolean {
  if (isCreditText(bracket) || PICTURE_OF.test(bracket)) return true;
  if (/[.!?”"]$/u.test(caption) && !QUOTED_HAN.test(caption))
    return /^\p{Lu}[^\d]{3,70}$/u.test(bracket) && !/\p{Ll}{2,}\s\p{Ll}{2,}\s\p{Ll}{2,}/u.test(bracket);
  return /[。！？]$/u.test(caption) && bracket.length <= 16 && !/[，。、]|[图圖左右上下中]|\d/u.test(bracket);
}

function findUnmarkedCredit(text: string): [string, string] | undefined {
  for (const pattern of [JAPANESE_PHOTOGRAPHER, JAPANESE, AFTER_BAR, AFTER_STOP, AFTER_SLASH]) {
    const [, caption, credit] = pattern.exec(text) ?? [];
    if (caption === undefined || credit === undefined) continue;
    const isName = NAME_IN_CAPITALS.test(credit) || (pattern !== AFTER_STOP && PERSON.test(credit));
    if (isCreditText(credit) || (isName && SENTENCE.test(caption))) return [caption, credit];
  }
  const agency =
    RIGHTS_AT_END.exec(text) ??
    CHINESE_PHOTOGRAPHER.exec(text) ??
    KOREAN_REPORTER.exec(text) ??
    KOREAN.exec(text) ??
    AGENCY_AT_END.exec(text);
  return agency?.[1] !== undefined && agency[2] !== undefined ? [agency[1], agency[2]] : undefined;
}

/** Whether a line is only the label of a credit or caption, as screen readers read it. */
export function isBareLabel(line: string): boolean {
  return BARE_LABEL.test(collapseSpace(line));
}
