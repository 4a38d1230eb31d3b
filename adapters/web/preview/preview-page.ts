import { escapeHtml } from './escape-html.ts';
import { type PreviewPlatform, previewStyle } from './preview-styles.ts';

export interface PreviewPage {
  platform: PreviewPlatform;
  theme: 'light' | 'dark';
  /** BCP 47; it chooses the letter shapes of Chinese. */
  language: string;
  title: string;
  /** The HTML of what was typed, and of the messages that answer it. */
  content: string;
}

/** What somebody typed, as the HTML above the answer. */
export function typedHtml(typed: string): string {
  return `<div class="typed"><bdi>${escapeHtml(typed)}</bdi></div>`;
}

/** A page with commands and their answers, as a phone shows them. */
export function previewPage({ platform, theme, language, title, content }: PreviewPage): string {
  return [
    `<!doctype html><html lang="${escapeHtml(language)}"><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${previewStyle(platform, theme)}</style>`,
    `<body class="screen ${platform}">${content}</body></html>`,
  ].join('');
}
