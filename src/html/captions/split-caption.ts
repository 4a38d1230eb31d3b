import { collapseSpace } from '../../text/collapse-space.ts';
import { CREDIT_LABEL, readCredit } from './read-credit.ts';

/** The text below an image, split. */
export interface CaptionParts {
  caption: string | null;
  credit: string | null;
}

const CAPTION_LABEL =
  '(?:image caption|图像加注文字|圖像加註文字|图片说明|圖片說明|pie de foto|legenda da foto|légende image|подпись к фото|التعليق على الصورة)';
const BARE_LABEL = new RegExp(`^(?:${CREDIT_LABEL}|${CAPTION_LABEL})[：:，,،]?$`, 'iu');
const LABELLED_CAPTION = new RegExp(`^${CAPTION_LABEL}\\s*[：:，,،]\\s*`, 'iu');
const CREDIT_IN_BRACKETS = new RegExp(
  `^(.{4,}?)\\s*[（(【\\[]\\s*(?:${CREDIT_LABEL}\\s*[：:，,،/／|]|©)\\s*([^（）()【】\\[\\]]{1,80})[）)】\\]]\\s*$`,
  'isu',
);
const LABELLED_CREDIT_AT_END =
  /^(.{8,}?)[\s—–|-]+(?:photos?|photographs?|pictures?|images?|fotos?|ảnh|bild|credit|source|crédits?)\s*(?::|by\b|credit:?|©)\s*(.{2,90})$/isu;
const AGENCY_AT_END =
  /^(.{8,}?[。.]?)[\s，,]*((?:REUTERS|AFP|AP Photo|EPA|Getty Images|ZUMA|Xinhua)(?:\s*\/\s*[\p{L}][\p{L} .'’-]{1,40})?)$/su;

/** Splits a line into a caption and the credit at its end. */
export function splitCaption(line: string): CaptionParts {
  const text = collapseSpace(line).replace(LABELLED_CAPTION, '');
  if (text === '') return { caption: null, credit: null };
  const whole = readCredit(text);
  if (whole !== undefined) return { caption: null, credit: whole };
  const match = CREDIT_IN_BRACKETS.exec(text) ?? LABELLED_CREDIT_AT_END.exec(text) ?? AGENCY_AT_END.exec(text);
  if (match?.[1] !== undefined && match[2] !== undefined) {
    return { caption: collapseSpace(match[1]), credit: collapseSpace(match[2]) };
  }
  return { caption: text, credit: null };
}

/** Whether a line is only the label of a credit or caption, as screen readers read it. */
export function isBareLabel(line: string): boolean {
  return BARE_LABEL.test(collapseSpace(line));
}
