import { attribute, type Element } from '../tree/dom.ts';
import { AUTHOR_PATH } from './author-path.ts';

const PORTRAIT_NAMES =
  /(?:^|[\s/_.-]|[a-z])(?:avatar|gravatar|byline|headshot|author[-_]{0,2}(?:photo|image|pic|img|thumb))/i;
/** Whether an image is named as the portrait of a person. */
export function isNamedPortrait({ name, attribs }: Element): boolean {
  return name === 'img' && PORTRAIT_NAMES.test(`${attribs['class'] ?? ''} ${attribs['src'] ?? ''}`);
}

/** The class of the box around a portrait beside the name. */
const BYLINE_BOX = /(?:^|[\s_-])(?:by-?lines?|authors?|contributors?|writers?|reporters?)(?=$|[\s_-])/i;

const MAX_PORTRAIT_PX = 160;

/** The elements between a portrait and the link around it. */
const MAX_LEVELS = 3;

function isLinkToAuthor({ parent }: Element): boolean {
  let around = parent;
  for (let level = 0; level < MAX_LEVELS && around.type === 'tag' && around.name !== 'a'; level += 1)
    around = around.parent;
  return around.type === 'tag' && around.name === 'a' && AUTHOR_PATH.test(attribute(around, 'href'));
}

/** Whether an image is a small portrait of the author; `width` in pixels, if it is known. */
export function isAuthorPortrait(element: Element, width: number | null, url: string): boolean {
  if (url.includes('gravatar.com') && /(?:^|\.)gravatar\.com$/.test(new URL(url).hostname)) return true;
  const isSmall = width !== null && width <= MAX_PORTRAIT_PX;
  const around = element.parent.type === 'tag' ? attribute(element.parent, 'class') : '';
  const names = `${attribute(element, 'class')} ${attribute(element, 'data-testid')} ${around} ${url}`;
  return isSmall && (PORTRAIT_NAMES.test(names) || BYLINE_BOX.test(around) || isLinkToAuthor(element));
}
