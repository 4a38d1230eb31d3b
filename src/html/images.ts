import { parseSrcset } from 'srcset';
import { isEmptyProxy, toAbsolute, unproxiedAddress } from '../article/address.ts';
import type { Image } from '../article/article.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { isAuthorPortrait } from './authors/author-portrait.ts';
import { readCaptionAttributes } from './captions/caption-attributes.ts';
import { inlineImageText } from './inline-images.ts';
import { attribute, childrenOf, type Element } from './tree/dom.ts';

const IMAGE_TAGS = new Set(['img', 'picture', 'amp-img', 'a-img']);

/** Whether the element is an image. */
export function isImage(element: Element): boolean {
  return IMAGE_TAGS.has(element.name);
}

/** Attributes in which lazy loaders store the real address, while `src` is a placeholder. */
const LAZY_SOURCES = [
  'data-src',
  'datasrc',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-orig-file',
  'data-original-src',
  'data-actualsrc',
  'data-hi-res-src',
  'data-full-src',
  'data-img-src',
  'data-echo',
  'data-zoom-src',
];
/** These often contain addresses of pages instead. */
const AMBIGUOUS_SOURCES = ['data-url', 'data-image'];
const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])/i;
/** Whether an address is of an image file or its attachment page, to which a smaller copy of the image links; not a page about it ("File:a.jpg"). */
export function isImageAddress(url: string): boolean {
  return (IMAGE_FILE.test(url) && !/:[^/]*$/.test(url)) || /[?&]attachment_id=\d|\/attachment\//.test(url);
}

const SRCSETS = ['srcset', 'data-srcset', 'data-lazy-srcset', 'datasrcset', 'data-original-set'];

/** A wider image is too large for a chat. */
const MAX_WIDTH_PX = 2048;

type ImageCandidate = Image['candidates'][number];

/** What was read of each element: most are asked about several times, to count, to find posters and links, and to read. */
const images = new WeakMap<Element, { base: string; image: Image | undefined }>();

/** Reads an `<img>`, `<picture>` or lazy-loaded image; undefined if it is decoration, part of a line or without an address. */
export function readImage(element: Element, base: string): Image | undefined {
  let known = images.get(element);
  if (known?.base !== base) {
    known = { base, image: readNewImage(element, base) };
    images.set(element, known);
  }
  // A copy, since captions and credits are added to it.
  return known?.image && { ...known.image };
}

function readNewImage(element: Element, base: string): Image | undefined {
  if (inlineImageText(element) !== undefined) return undefined;
  const img = element.name === 'picture' ? (childrenOf(element).find(isImage) ?? element) : element;
  const own = img === element ? [] : sourcesOf(img);
  const sources = [...sourcesOf(element), ...own].flatMap((source) => toCandidate(source, base));
  const candidates = unique(sources.filter(({ url }) => !isPlaceholder(url)));
  const size = sizeOf(img);
  const best = pickBest(candidates);
  if (!best || isDecoration(img, size, best.url)) return undefined;
  return {
    url: best.url,
    original: unproxiedAddress(best.url) ?? null,
    alt: collapseSpace(attribute(img, 'alt') || attribute(img, 'aria-label')),
    ...readCaptionAttributes(img),
    ...size,
    candidates,
  };
}

/** An image of which only the address is known; undefined if that is none, or one of a placeholder. */
export function imageAt(href: string, base: string): Image | undefined {
  const [candidate] = toCandidate({ href, width: null }, base);
  if (candidate === undefined || isPlaceholder(candidate.url)) return undefined;
  const { url } = candidate;
  const original = unproxiedAddress(url) ?? null;
  return { url, original, alt: '', caption: null, credit: null, width: null, height: null, candidates: [candidate] };
}

interface ImageSource {
  href: string;
  width: number | null;
}

function sourcesOf(element: Element): ImageSource[] {
  const sets = element.name === 'picture' ? childrenOf(element).filter(({ name }) => name === 'source') : [element];
  const fromSets = sets.flatMap((holder) => attributesOf(holder, SRCSETS).flatMap(readSrcset));
  if (element.name === 'picture') return fromSets;
  const ambiguous = attributesOf(element, AMBIGUOUS_SOURCES).filter((href) => IMAGE_FILE.test(href));
  const single = [...attributesOf(element, LAZY_SOURCES), ...ambiguous, attribute(element, 'src')];
  return [...fromSets, ...single.filter(looksLikeAddress).map((href) => ({ href, width: null }))];
}

/** The values of the attributes that an element has, in the order of their names. */
function attributesOf(element: Element, names: readonly string[]): string[] {
  return names.filter((name) => name in element.attribs).map((name) => attribute(element, name));
}

/** `data-*` attributes may contain anything. */
function looksLikeAddress(href: string): boolean {
  return (
    href !== '' &&
    !/[\s{}<>]/.test(href) &&
    (/^(?:https?:|\/|\.)/i.test(href) || /^[^:]+\.[a-z0-9]{2,5}(?:[?#]|$)/i.test(href))
  );
}

/** A real list names a dozen sizes; of a longer one, the first candidates are read. */
const MAX_SRCSET_UNITS = 200_000;
const MAX_SRCSET_CANDIDATES = 100;

function readSrcset(text: string): ImageSource[] {
  if (text === '') return [];
  const list = text.length <= MAX_SRCSET_UNITS ? text : text.slice(0, text.lastIndexOf(', ', MAX_SRCSET_UNITS) + 1);
  try {
    const items = parseSrcset(list, { strict: false }).slice(0, MAX_SRCSET_CANDIDATES);
    return items.map((item) => ({ href: item.url, width: item.width ?? null }));
  } catch (error) {
    // An invalid srcset has no candidates; other attributes may.
    if (error instanceof Error) return [];
    throw error;
  }
}

function toCandidate(source: ImageSource, base: string): ImageCandidate[] {
  const url = toAbsolute(source.href, base);
  return url === undefined || isEmptyProxy(url) ? [] : [{ url, width: source.width }];
}

function unique(candidates: ImageCandidate[]): ImageCandidate[] {
  const byUrl = new Map<string, ImageCandidate>();
  for (const candidate of candidates) {
    const existing = byUrl.get(candidate.url);
    if (!existing || (existing.width ?? 0) < (candidate.width ?? 0)) byUrl.set(candidate.url, candidate);
  }
  return [...byUrl.values()];
}

/** The widest candidate up to 2,048 px; else the first without a known width; else the narrowest. */
function pickBest(candidates: readonly ImageCandidate[]): ImageCandidate | undefined {
  const sized = candidates.filter((candidate) => candidate.width !== null && candidate.width > 0);
  const width = (candidate: ImageCandidate) => candidate.width ?? 0;
  const fitting = sized.filter((candidate) => width(candidate) <= MAX_WIDTH_PX);
  if (fitting.length > 0) return fitting.reduce((best, next) => (width(next) > width(best) ? next : best));
  const unsized = candidates.find((candidate) => candidate.width === null);
  return unsized ?? sized.toSorted((a, b) => width(a) - width(b))[0];
}

/** Numbers such as 16 and 9 are the ratio of a picture that fills its box; its size is unknown. */
const RATIOS = new Set(['16/9', '9/16', '4/3', '3/4', '3/2', '2/3', '5/4', '4/5', '16/10', '21/9', '5/3']);

function sizeOf(img: Element): Pick<Image, 'width' | 'height'> {
  const size = { width: pixels(img, 'width'), height: pixels(img, 'height') };
  return RATIOS.has(`${size.width}/${size.height}`) ? { width: null, height: null } : size;
}

function pixels(element: Element, name: string): number | null {
  const digits = /^(\d{1,6})(?:\.\d+)?(?:px)?$/.exec(attribute(element, name))?.[1];
  return digits === undefined ? null : Number(digits);
}

const SPACER_FILES =
  /(?:^|[/_.-])(?:(?:spacer|\w*(?:grey|white|black|gray)_?line\w*|line\d{2,4}|blank_white_space|cps_web_banner\w*|1px\w*|icon-zoom|1x1|lazyload|(?:grey-)?placeholder)(?:[_.-][\w-]*)?|transparent(?:-nc)?)\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)/i;
/** File names that consist of these words only; photographs may contain them ("share-prices-fall"). */
const ICON_FILES =
  /\/(?:(?:pixel|blank|loading|zoom|sprites?|share|arrow|bullet)(?:[_.-](?:icon|button|spinner|left|right|up|down|small|white|black|\w?\d\w*|rev-\w+))*\.(?:gif|png|svg|jpe?g|webp)|(?:icon_|ico-)\w+\.(?:gif|png|svg))(?:$|\?)/i;
const TRACKERS =
  /(?:feedburner|doubleclick|scorecardresearch|google-analytics|googletagmanager|quantserve|pixel\.wp|stats\.wp|b\.gif)/i;
const MIN_SIDE_PX = 16;
const MAX_RATIO = 20;

/** Whether an address is a spacer, an icon, a tracking pixel or the placeholder of a lazy-loaded image. */
function isPlaceholder(url: string): boolean {
  return SPACER_FILES.test(url) || ICON_FILES.test(url) || TRACKERS.test(url);
}

/** Spacers and tracking pixels: a side under 16 px, or a ratio over 20 (Telegram refuses those). */
function isDecoration(element: Element, size: Pick<Image, 'width' | 'height'>, url: string): boolean {
  const { width, height } = size;
  if ((width !== null && width < MIN_SIDE_PX) || (height !== null && height < MIN_SIDE_PX)) return true;
  if (width !== null && height !== null && Math.max(width / height, height / width) > MAX_RATIO) return true;
  if (/^presentation(?:al)?\b/i.test(attribute(element, 'alt'))) return true;
  return isAuthorPortrait(element, width, url);
}
