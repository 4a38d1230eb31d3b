import { pack } from './pack.ts';
import { paragraph, run } from './paragraph.ts';
import type { Message } from './render.ts';

/** Half of what Telegram takes: whatever it counts, this is short enough. */
const MOST_CHARS = 2048;
const LINK = /<a href="([^"]*)">(.*?)<\/a>/gs;
const TAG = /<[^>]*>/g;
const REFERENCES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** A text without any markup, in pieces that are short by every count; addresses stand behind what they were under. */
export function toPlainTexts({ html, preview }: Pick<Message & { kind: 'text' }, 'html' | 'preview'>): string[] {
  const bare = html
    .replace(LINK, (_, href: string, text: string) => (text === href ? text : `${text} (${href})`))
    .replace(TAG, '');
  const text = bare.replace(/&(?:lt|gt|quot|amp);/g, (reference) => REFERENCES[reference] ?? reference);
  const shown = preview === null || text.includes(preview) ? text : `${text}\n\n${preview}`;
  const paragraphs = shown.split('\n\n').map((words) => paragraph([run(words)]));
  return pack(paragraphs, MOST_CHARS).map((piece) =>
    piece.map(({ runs }) => runs.map((one) => one.text).join('')).join('\n\n'),
  );
}
