import { escapeHtml } from './escape-html.ts';

/** What a preview needs from outside. */
export interface PreviewOptions {
  /** The address to load a picture from; undefined shows an empty frame. */
  pictureAddress(url: string): string | undefined;
  /** An instant, in seconds since 1970, as a platform would show it to the reader. */
  formatInstant(seconds: number): string;
}

/** A picture in its frame. */
export function pictureHtml(url: string, alt: string, { pictureAddress }: PreviewOptions): string {
  const address = pictureAddress(url);
  const shown = address === undefined ? '' : `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}">`;
  return `<span class="picture" title="${escapeHtml(alt)}">${shown}</span>`;
}
