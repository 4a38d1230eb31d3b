import { parseSrcset } from 'srcset';
import { behindProxy, isEmptyProxy, toAbsolute } from '../article/address.ts';
import type { Image } from '../article/article.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { attribute, childrenOf, type Element } from './dom.ts';

const IMAGE_TAGS = new Set(['img', 'picture', 'amp-img', 'a-img']);

/** Whether the element shows one picture. */
export function isImage(element: Element): boolean {
  return IMAGE_TAGS.has(element.name);
}

/** Addresses where lazy loaders keep the real picture, before `src`, which then holds a placeholder. */
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
/** These hold the addresses of pages as often. */
const VAGUE_SOURCES = ['data-url', 'data-image'];
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])/i;
const SRCSETS = ['srcset', 'data-srcset', 'data-lazy-srcset', 'datasrcset', 'data-original-set'];

/** The widest candidate that is still sensible to send to a chat, in pixels. */
const MAX_WIDTH = 2048;

type Candidate = Image['candidates'][number];

/** The picture that an `<img>`, `<picture>` or a lazy stand-in shows; undefined where it is decoration or has no address. */
export function readImage(element: Element, base: string): Image | undefined {
  const shown = element.name === 'picture' ? (childrenOf(element).find(isImage) ?? element) : element;
  const candidates = unique(
    [...sourcesOf(element), ...sourcesOf(shown)].flatMap((source) => toCandidate(source, base)),
  ).filter(({ url }) => !isStandIn(url));
  const size = { width: pixels(shown, 'width'), height: pixels(shown, 'height') };
  const best = pickBest(candidates);
  if (!best || isDecoration(shown, size, best.url)) return undefined;
  const caption = collapseSpace(attribute(shown, 'data-caption'));
  return {
    url: best.url,
    original: behindProxy(best.url) ?? null,
    alt: collapseSpace(attribute(shown, 'alt') || attribute(shown, 'aria-label')),
    caption: caption === '' || caption.includes('<') ? null : caption,
    credit: null,
    ...size,
    candidates,
  };
}

interface Source {
  href: string;
  width: number | null;
}

function sourcesOf(element: Element): Source[] {
  const sets = element.name === 'picture' ? childrenOf(element).filter(({ name }) => name === 'source') : [element];
  const fromSets = sets.flatMap((holder) => SRCSETS.flatMap((name) => readSrcset(attribute(holder, name))));
  if (element.name === 'picture') return fromSets;
  const vague = VAGUE_SOURCES.map((name) => attribute(element, name)).filter((href) => PICTURE_FILE.test(href));
  const single = [...LAZY_SOURCES.map((name) => attribute(element, name)), ...vague, attribute(element, 'src')];
  return [...fromSets, ...single.filter(looksLikeAddress).map((href) => ({ href, width: null }))];
}

/** `data-*` attributes hold anything; only what could be an address counts. */
function looksLikeAddress(href: string): boolean {
  return (
    href !== '' &&
    !/[\s{}<>]/.test(href) &&
    (/^(?:https?:|\/|\.)/i.test(href) || /^[^:]+\.[a-z0-9]{2,5}(?:[?#]|$)/i.test(href))
  );
}

function readSrcset(text: string): Source[] {
  if (text === '') return [];
  try {
    return parseSrcset(text, { strict: false }).map((item) => ({ href: item.url, width: item.width ?? null }));
  } catch (error) {
    // A srcset that cannot be read offers no candidate; the other attributes still do.
    if (error instanceof Error) return [];
    throw error;
  }
}

function toCandidate(source: Source, base: string): Candidate[] {
  const url = toAbsolute(source.href, base);
  return url === undefined || isEmptyProxy(url) ? [] : [{ url, width: source.width }];
}

function unique(candidates: Candidate[]): Candidate[] {
  const byUrl = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = byUrl.get(candidate.url);
    if (!known || (known.width ?? 0) < (candidate.width ?? 0)) byUrl.set(candidate.url, candidate);
  }
  return [...byUrl.values()];
}

/** The largest up to 2,048 px wide; else the smallest beyond; else the first without a known width. */
function pickBest(candidates: readonly Candidate[]): Candidate | undefined {
  const sized = candidates.filter((candidate) => candidate.width !== null && candidate.width > 0);
  const width = (candidate: Candidate) => candidate.width ?? 0;
  const fitting = sized.filter((candidate) => width(candidate) <= MAX_WIDTH);
  if (fitting.length > 0) return fitting.reduce((best, next) => (width(next) > width(best) ? next : best));
  const plain = candidates.find((candidate) => candidate.width === null);
  return plain ?? sized.toSorted((a, b) => width(a) - width(b))[0];
}

function pixels(element: Element, name: string): number | null {
  const written = /^(\d{1,6})(?:\.\d+)?(?:px)?$/.exec(attribute(element, name))?.[1];
  return written === undefined ? null : Number(written);
}

const RULES =
  /(?:^|[/_.-])(?:(?:spacer|\w*(?:grey|white|black|gray)_?line\w*|line\d{2,4}|blank_white_space|cps_web_banner\w*|1px\w*|icon-zoom|1x1|lazyload|(?:grey-)?placeholder)(?:[_.-][\w-]*)?|transparent(?:-nc)?)\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)/i;
/** Photographs have such words among others in their names ("share-prices-fall"), so these must stand alone. */
const ICONS =
  /\/(?:(?:pixel|blank|loading|zoom|sprites?|share|arrow|bullet)(?:[_.-](?:icon|button|spinner|left|right|up|down|small|white|black|\w?\d\w*|rev-\w+))*\.(?:gif|png|svg|jpe?g|webp)|(?:icon_|ico-)\w+\.(?:gif|png|svg))(?:$|\?)/i;
const TRACKERS =
  /(?:feedburner|doubleclick|scorecardresearch|google-analytics|googletagmanager|quantserve|pixel\.wp|stats\.wp|b\.gif)/i;
const MIN_SIDE = 16;
const MAX_RATIO = 20;

/** Whether an address says that nothing is to be seen there: rules, icons, counters, what a lazy picture shows at first. */
function isStandIn(url: string): boolean {
  return RULES.test(url) || ICONS.test(url) || TRACKERS.test(url);
}

/** Spacers, rules and tracking pixels: a side under 16 px, or a ratio over 20 (Telegram refuses those). */
function isDecoration(element: Element, size: Pick<Image, 'width' | 'height'>, url: string): boolean {
  const { width, height } = size;
  if ((width !== null && width < MIN_SIDE) || (height !== null && height < MIN_SIDE)) return true;
  if (width !== null && height !== null && Math.max(width / height, height / width) > MAX_RATIO) return true;
  if (/^presentation(?:al)?\b/i.test(attribute(element, 'alt'))) return true;
  return isPortrait(element, width, url);
}

const PORTRAIT_WORDS = /(?:^|[\s/_.-]|[a-z])(?:avatar|gravatar|byline|headshot|author-?(?:photo|image|pic|img))/i;
const MOST_PORTRAIT = 160;

/** The small portrait of who wrote. */
function isPortrait(element: Element, width: number | null, url: string): boolean {
  if (/(?:^|\.)gravatar\.com$/i.test(new URL(url).hostname)) return true;
  const isSmall = width !== null && width <= MOST_PORTRAIT;
  return isSmall && PORTRAIT_WORDS.test(`${attribute(element, 'class')} ${url}`);
}
