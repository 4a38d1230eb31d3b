import { type Run, run } from '../../../src/messaging/rich-text/rich-text.ts';
import { cutOffset } from '../../../src/text/cut-offset.ts';
import { toSafeText } from '../../../src/text/safe-text.ts';
import type { Picture } from '../../../src/view/view.ts';
import { isShowable } from './linkable.ts';
import { toMarkdown } from './markdown.ts';
import { linkRuns, small } from './paragraph.ts';

/** A picture in a gallery, or beside a text. */
export interface Media {
  url: string;
  /** The addresses to try after the first one, best first. */
  fallbacks: readonly string[];
  description: string;
}

const MAX_DESCRIPTION = 1024;
/** A picture with a longer link leaves too little room for other text; it becomes a link at once. */
const MAX_LINK = 3000;

/** A picture with its description cut to Discord's limit; undefined if Discord would refuse it. */
export function toMedia({ url, fallbacks }: Picture, words: string): Media | undefined {
  const text = toSafeText(words).trim();
  const description = text.length > MAX_DESCRIPTION ? `${text.slice(0, cutOffset(text, MAX_DESCRIPTION - 1))}…` : text;
  const media = { url, fallbacks, description };
  return isShowable(url) && pictureLink(media).length <= MAX_LINK ? media : undefined;
}

/** Whether Discord's limit would cut a picture's description. */
export function isTooLongForAlt(words: string): boolean {
  return toSafeText(words).trim().length > MAX_DESCRIPTION;
}

/** The Markdown that replaces a picture which cannot be displayed: its description, linked to it. */
export function pictureLink({ url, description }: Omit<Media, 'fallbacks'>): string {
  return toMarkdown([small(pictureRuns(description, url))]);
}

/** The description of a picture, linked to it. */
export function pictureRuns(words: string, url: string): Run[] {
  return [run('🖼 '), ...linkRuns(words, url)];
}
