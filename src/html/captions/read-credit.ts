import { collapseSpace } from '../../text/collapse-space.ts';

/** Labels before a credit, as the source of a regular expression. */
export const CREDIT_LABEL =
  '(?:圖像來源|图像来源|圖片來源|图片来源|圖片版權|图片版权|图片提供|圖片提供|照片来源|照片來源|版权|摄影|攝影|图源|圖源|image source|image copyright|image credit|images?|imagen|imagem|illustration|grafik|quelle|kredit|fot.?|фото|зображення|джерело|источник|zdroj|kuva|圖片|图片|图|圖|圖／|撮影|出典|写真提供|사진제공|사진 ?제공|자료|제공|photo(?:graph)?(?: credit| by| courtesy)?|picture(?: by)?|credits?|courtesy of|source|fuente de la imagen|crédito|crédit(?: photo)?|fotos?|bild(?:quelle)?|foto von|画像提供|写真|사진 출처|사진|م?صدر الصورة|منبع تصویر|автор фото|sumber gambar|nguồn hình ảnh|getty|copyright)';
const LABELLED = new RegExp(`^[（(【\\[]?\\s*${CREDIT_LABEL}\\s*[：:，,،/／|｜＝=]\\s*(.{1,120}?)[）)】\\]]?$`, 'iu');
const COPYRIGHT = /^(?:©|\(c\)|ⓒ)\s*(.{1,100})$/iu;
const SOURCE_LABELLED =
  /^(?:圖像來源|图像来源|圖片來源|图片来源|圖片版權|图片版权|image source|image copyright|fuente de la imagen|画像提供|م?صدر الصورة)\s*[：:，,،]/iu;
const MAX_SOURCE_UNITS = 120;
const AGENCY_CREDIT =
  /^(?:copyright\s+(.{2,80})|((?:\p{Lu}[\p{L}.’'-]*\s){1,4}?\p{Lu}[\p{L}.’'-]*\s?\/\s?(?:AP|AFP|EPA|Reuters|REUTERS|Getty Images|Xinhua|DPA|dpa|Shutterstock|Bloomberg)(?: Photo)?(?: via \p{Lu}[\p{L} ]{1,30})?))$/u;

/** Reads a credit line ("图像来源，Getty Images", "Photo: Ann", "© AFP"); undefined if it is no credit. */
export function readCredit(line: string): string | undefined {
  const text = collapseSpace(line);
  const found = LABELLED.exec(text)?.[1] ?? COPYRIGHT.exec(text)?.[1];
  const credit = found === undefined ? undefined : withoutVerb(collapseSpace(found));
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

/** A credit without the words around a name: "Photo by Ann Lee", "山田太郎撮影", "林晚摄". */
export function withoutVerb(credit: string): string {
  return credit
    .replace(/^(?:photos?|photograph|picture|image|foto)\s+(?:by|von|de|di)\s+/iu, '')
    .replace(/(?<=[\p{L})）])\s?(?:撮影|拍摄|拍攝|摄影|攝影|摄|攝)$/u, '');
}
