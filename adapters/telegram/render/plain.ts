import { run, textOf } from '../../../src/messaging/rich-text/rich-text.ts';
import { pack } from './pack.ts';
import { paragraph } from './paragraph.ts';
import type { TextMessage } from './render.ts';

/** Half of Telegram's limit, so that it is short enough by any count. */
const MAX_CHARS = 2048;
const LINK = /<a href="([^"]*)">(.*?)<\/a>/gs;
const TAG = /<[^>]*>/g;

/** A text without any markup, in pieces that are short by any count. The address of a link follows its text. */
export function toPlainTexts({ html, preview }: Pick<TextMessage, 'html' | 'preview'>): string[] {
  const bare = html
    .replace(LINK, (_, href: string, text: string) => (text === href ? text : `${text} (${href})`))
    .replace(TAG, '');
  const text = bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const withPreview = preview === null || text.includes(preview) ? text : `${text}\n\n${preview}`;
  const paragraphs = withPreview.split('\n\n').map((part) => paragraph([run(part)]));
  return pack(paragraphs, MAX_CHARS).map((message) => message.map(({ runs }) => textOf(runs)).join('\n\n'));
}
