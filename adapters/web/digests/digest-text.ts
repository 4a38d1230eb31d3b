import type { Digest } from '../../../src/digest/digest.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { digestView } from '../../../src/presenters/digest-view.ts';
import { renderPlainText } from '../../../src/view/plain-text.ts';

const WIDTH = 72;

/** A digest as plain text, as the other part of an e-mail. */
export function digestText(digest: Digest, audience: Audience): string {
  const view = { ...digestView(digest, audience), actions: [] };
  return `${renderPlainText(view, { width: WIDTH, colour: false, language: audience.language }).text}\n`;
}
