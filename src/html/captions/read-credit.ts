import { collapseSpace } from '../../text/collapse-space.ts';
import { CREDIT_LABEL, CREDIT_SEPARATOR, WORKS_BY } from './labels.ts';

const LABELLED = new RegExp(`^[（(【\\[]?\\s*${CREDIT_LABEL}\\s*${CREDIT_SEPARATOR}\\s*(.{1,120}?)[）)】\\]]?$`, 'iu');
const BY = new RegExp(`^[（(【\\[]?\\s*${WORKS_BY}\\s+((?-i:\\p{Lu}).{1,80}?)(?<![.!?])[）)】\\]]?$`, 'iu');
const COPYRIGHT = /^(?:©|\(c\)|ⓒ)\s*(.{1,100})$/iu;
const SOURCE_LABELLED =
  /^(?:圖像來源|图像来源|圖片來源|图片来源|圖片版權|图片版权|image source|image copyright|fuente de la imagen|画像提供|م?صدر الصورة)\s*[：:，,،]/iu;
const MAX_SOURCE_UNITS = 120;
const AGENCY_CREDIT =
  /^(?:copyright\s+(.{2,80})|((?:\p{Lu}[\p{L}.’'-]*\s){1,4}?\p{Lu}[\p{L}.’'-]*\s?\/\s?(?:AP|AFP|EPA|Reuters|REUTERS|Getty Images|Xinhua|DPA|dpa|Shutterstock|Bloomberg)(?: Photo)?(?: via \p{Lu}[\p{L} ]{1,30})?))$/u;

/** A caption behind the label: "图片：雾中的码头。（海港社）" */
const SENTENCE_INSIDE = /[。！？]\s*\S/u;

/** Reads a credit line ("图像来源，Getty Images", "Photo: Ann", "© AFP"); undefined if it is no credit. */
export function readCredit(line: string): string | undefined {
  const text = collapseSpace(line);
  const found = LABELLED.exec(text)?.[1] ?? BY.exec(text)?.[1] ?? COPYRIGHT.exec(text)?.[1];
  const credit = found === undefined || SENTENCE_INSIDE.test(found) ? undefined : withoutVerb(collapseSpace(found));
  return credit === '' ? undefined : credit;
}

/** Reads a credit without a label, as it occurs directly after an image ("Copyright Ann Lee/AP", "Ann Lee/AFP"). */
export function readAgencyCredit(line: string): string | undefined {
  const found = AGENCY_CREDIT.exec(collapseSpace(line).replace(/^Copyright/, 'copyright'));
  return found?.[1] ?? found?.[2];
}

/** Whether a line is certainly an image credit, even without an image before it. */
export function isImageSource(line: string): boolean {
  return line.length <= MAX_SOURCE_UNITS && SOURCE_LABELLED.test(collapseSpace(line));
}

/** A credit without the words around a name: "Photo by Ann Lee", "Foto LaPresse", "山田太郎撮影", "林晚摄". */
export function withoutVerb(credit: string): string {
  return credit
    .replace(/^[/／|｜–—-]\s*/u, '')
    .replace(LABEL_BEFORE_NAME, '')
    .replace(WORKS_BY_NAME, '')
    .replace(/(?<=[\p{L})）])\s?[/／]?(?:撮影|拍摄|拍攝|摄影|攝影|摄|攝)$/u, '');
}

const WORKS_BY_NAME = new RegExp(`^${WORKS_BY}\\s+(?=(?-i:\\p{Lu}))`, 'iu');
const LABEL_BEFORE_NAME =
  /^(?:(?:[Pp]hotos?|[Pp]hotograph|[Pp]icture|[Ii]mage|[Ff]oto|[Ff]otografía|[Ff]otografia)\s+(?:by|von|de|di)\s+|(?:[Ff]oto|FOTO|[Pp]hoto|PHOTO|[Bb]eeld|[Kk]uva|[Ff]ot\.)\s+(?=\p{Lu})|사진\s+)/u;
