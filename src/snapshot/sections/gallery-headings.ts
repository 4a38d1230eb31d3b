import type { Item } from '../../html/items.ts';
import { pattern } from '../../text/pattern.ts';

const GALLERY = pattern('iu')`
  ^(?:
    (?:相关|相關)?(?:图集|圖集|图辑|圖輯|组图|組圖|视频|視頻|影片)|(?:(?:related|photo|picture|image) )?(?:gallery|slideshow)
    |(?:related )?(?:photos|pictures|video)|in pictures|bildergalerie|fotostrecke|galería(?: de fotos)?
    |fotogalería|fotogallery|galeria(?: de fotos)?|diaporama|en images|フォトギャラリー|写真特集
  )\s*[：:|｜]\s*\S
`;

/** Whether a heading only announces pictures or a video inside the text: "Gallery: the harbour at night". It divides no text. */
export function isGalleryHeading(item: Item): boolean {
  return item.kind === 'heading' && GALLERY.test(item.title ?? '');
}
