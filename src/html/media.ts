import { toAbsolute } from '../article/address.ts';
import type { Media } from '../article/article.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { isImage, readImage } from './images.ts';
import { attribute, childrenOf, type Element, findAllBelow } from './tree/dom.ts';

const PLAYER_TAGS = new Set(['iframe', 'video', 'audio', 'embed', 'amp-youtube', 'amp-video', 'amp-iframe']);

/** Whether the element is a player or an embed. */
export function isMedia(element: Element): boolean {
  return PLAYER_TAGS.has(element.name) || 'data-playable' in element.attribs;
}

const VIDEO_HOSTS =
  /(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|bilibili\.com|v\.qq\.com|youku\.com|brightcove|jwplayer|jwplatform|av-embeds|rutube|ok\.ru\/video|facebook\.com\/plugins\/video|\/video\/|player)/i;
const AUDIO_HOSTS =
  /(?:soundcloud\.com|spotify\.com\/embed|podcasts\.apple|anchor\.fm|audioboom|ximalaya|\/audio\/|podcast)/i;
const NOT_MEDIA =
  /(?:doubleclick|googlesyndication|googletagmanager|adservice|\/ads?\/|\badserver|recaptcha|disqus|facebook\.com\/plugins\/(?:like|share|comments)|platform\.twitter\.com\/widgets\/(?:tweet_button|follow)|newsletter|about:blank)/i;

/** Reads a player or embed; undefined for advertisements, widgets and players without an address. */
export function readMedia(element: Element, base: string): Media | undefined {
  const href = addressOf(element);
  const url = href === '' ? undefined : toAbsolute(href, base);
  if (url === undefined || NOT_MEDIA.test(url) || isTiny(element) || isEmbeddedPost(element)) return undefined;
  const title = collapseSpace(attribute(element, 'title'));
  return {
    kind: kindOf(element, url),
    url,
    title: title === '' ? null : title,
    poster: posterOf(element, base),
    caption: null,
  };
}

/** WordPress embeds a linked post as a frame beside the link. */
function isEmbeddedPost(element: Element): boolean {
  return /\bwp-embedded-content\b/.test(attribute(element, 'class'));
}

const PLAYABLE_URL = /"externalEmbedUrl":"([^"]+)"/;

function addressOf(element: Element): string {
  const playable = PLAYABLE_URL.exec(attribute(element, 'data-playable'))?.[1];
  if (playable !== undefined) return playable.replaceAll('\\/', '/');
  const own = sourceIn(element);
  if (own !== '') return own;
  const video = attribute(element, 'data-videoid');
  if (element.name === 'amp-youtube' && /^[\w-]{6,20}$/.test(video)) return `https://www.youtube.com/watch?v=${video}`;
  const sources = childrenOf(element).filter(({ name }) => name === 'source');
  return sources.map(sourceIn).find((href) => href !== '') ?? '';
}

/** The `src` of a lazy-loaded player is missing or an empty page. */
function sourceIn(element: Element): string {
  const hrefs = ['src', 'data-src', 'data-lazy-src'].map((name) => attribute(element, name));
  return hrefs.find((href) => href !== '' && !/^(?:about|blob|data|javascript):/i.test(href)) ?? '';
}

function isTiny(element: Element): boolean {
  return /^[01]$/.test(attribute(element, 'width')) || /^[01]$/.test(attribute(element, 'height'));
}

function kindOf(element: Element, url: string): Media['kind'] {
  if (element.name === 'audio') return 'audio';
  if (
    'data-playable' in element.attribs ||
    element.name === 'video' ||
    element.name === 'amp-video' ||
    element.name === 'amp-youtube'
  )
    return 'video';
  if (AUDIO_HOSTS.test(url)) return 'audio';
  return VIDEO_HOSTS.test(url) ? 'video' : 'embed';
}

function posterOf(element: Element, base: string): string | null {
  const own = attribute(element, 'poster');
  return own === '' ? null : (toAbsolute(own, base) ?? null);
}

/** Finds the poster image of a player below `scope`, often inside `<noscript>`. */
export function findPoster(scope: Element, base: string): string | null {
  for (const element of findAllBelow(scope, isImage)) {
    const image = readImage(element, base);
    if (image) return image.url;
  }
  return null;
}
