import { collapseSpace } from '../text/collapse-space.ts';
import type { Item } from './items.ts';

/** The text below an image, split. */
export interface CaptionParts {
  caption: string | null;
  credit: string | null;
}

const LABEL =
  '(?:圖像來源|图像来源|圖片來源|图片来源|圖片版權|图片版权|图片提供|圖片提供|照片来源|照片來源|版权|摄影|攝影|图源|圖源|image source|image copyright|image credit|photo(?:graph)?(?: credit| by| courtesy)?|picture(?: by)?|credits?|courtesy of|source|fuente de la imagen|crédito|crédit(?: photo)?|fotos?|bild(?:quelle)?|foto von|画像提供|写真|사진 출처|사진|م?صدر الصورة|منبع تصویر|автор фото|sumber gambar|nguồn hình ảnh|getty|copyright)';
const LABELLED = new RegExp(`^[（(【\\[]?\\s*${LABEL}\\s*[：:，,،/／|]\\s*(.{1,120}?)[）)】\\]]?$`, 'iu');
const CAPTION_LABEL =
  '(?:image caption|图像加注文字|圖像加註文字|图片说明|圖片說明|pie de foto|legenda da foto|légende image|подпись к фото|التعليق على الصورة)';
const BARE_LABEL = new RegExp(`^(?:${LABEL}|${CAPTION_LABEL})[：:，,،]?$`, 'iu');
const LABELLED_CAPTION = new RegExp(`^${CAPTION_LABEL}\\s*[：:，,،]\\s*`, 'iu');
const MAX_SOURCE_UNITS = 120;
const COPYRIGHT = /^(?:©|\(c\)|ⓒ)\s*(.{1,100})$/iu;
const CREDIT_IN_BRACKETS = new RegExp(
  `^(.{4,}?)\\s*[（(【\\[]\\s*(?:${LABEL}\\s*[：:，,،/／|]|©)\\s*([^（）()【】\\[\\]]{1,80})[）)】\\]]\\s*$`,
  'isu',
);

const LABELLED_CREDIT_AT_END =
  /^(.{8,}?)[\s—–|-]+(?:photos?|photographs?|pictures?|images?|fotos?|ảnh|bild|credit|source|crédits?)\s*(?::|by\b|credit:?|©)\s*(.{2,90})$/isu;
const AGENCY_AT_END =
  /^(.{8,}?[。.]?)[\s，,]*((?:REUTERS|AFP|AP Photo|EPA|Getty Images|ZUMA|Xinhua)(?:\s*\/\s*[\p{L}][\p{L} .'’-]{1,40})?)$/su;

/** Reads a credit line ("图像来源，Getty Images", "Photo: Ann", "© AFP"); undefined if it is no credit. */
export function readCredit(line: string): string | undefined {
  const text = collapseSpace(line);
  const found = LABELLED.exec(text)?.[1] ?? COPYRIGHT.exec(text)?.[1];
  const credit = found === undefined ? undefined : collapseSpace(found);
  return credit === '' ? undefined : credit;
}

const SOURCE_LABELLED =
  /^(?:圖像來源|图像来源|圖片來源|图片来源|圖片版權|图片版权|image source|image copyright|fuente de la imagen|画像提供|م?صدر الصورة)\s*[：:，,،]/iu;

/** Whether a line is certainly an image credit, even without an image before it. */
export function isImageSource(line: string): boolean {
  return line.length <= MAX_SOURCE_UNITS && SOURCE_LABELLED.test(collapseSpace(line));
}

const AGENCY_LINE =
  /^(?:copyright\s+(.{2,80})|((?:\p{Lu}[\p{L}.’'-]*\s){1,4}?\p{Lu}[\p{L}.’'-]*\s?\/\s?(?:AP|AFP|EPA|Reuters|REUTERS|Getty Images|Xinhua|DPA|dpa|Shutterstock|Bloomberg)(?: Photo)?(?: via \p{Lu}[\p{L} ]{1,30})?))$/u;

/** Reads a credit without a label, as it occurs directly after an image ("Copyright Ann Lee/AP", "Ann Lee/AFP"). */
function readAgencyLine(line: string): string | undefined {
  const found = AGENCY_LINE.exec(collapseSpace(line).replace(/^Copyright/, 'copyright'));
  return found?.[1] ?? found?.[2];
}

/** Whether a line is only the label of a credit or caption, as screen readers read it. */
export function isBareLabel(line: string): boolean {
  return BARE_LABEL.test(collapseSpace(line));
}

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

/** A longer line is no credit, in UTF-16 units. */
const MAX_CREDIT_UNITS = 100;

/** Adds text after an image or player to it, as its caption or credit; returns false if it is neither. */
export function attachCaption(before: Item | undefined, text: string, isCaption: boolean): boolean {
  if (before?.kind === 'media') {
    if (isCaption) before.media.caption ??= text;
    return isCaption;
  }
  if (before?.kind !== 'image') return false;
  const { image } = before;
  const credit = text.length <= MAX_CREDIT_UNITS ? (readCredit(text) ?? readAgencyLine(text)) : undefined;
  if (credit !== undefined) image.credit ??= credit;
  else if (isCaption && image.caption === null) {
    const parts = splitCaption(text);
    image.caption = parts.caption;
    image.credit ??= parts.credit;
  } else return false;
  return true;
}
