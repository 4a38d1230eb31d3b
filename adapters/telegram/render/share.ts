import type { Translate } from '../../../src/locales/messages.ts';
import { shorten } from '../../../src/text/shorten.ts';
import type { Action, View } from '../../../src/view/view.ts';

const MAX_TITLE_COLUMNS = 200;
/** A longer address is not shared: it would take too much of the room for buttons. */
const MAX_ADDRESS = 1000;

/** The actions of a view; on an article's card also one that sends the article to another chat (https://core.telegram.org/widgets/share). */
export function withShare({ about, blocks, actions }: View, t: Translate): readonly Action[] {
  if (about === undefined || about.section !== undefined) return actions;
  const spans = blocks.flatMap((block) => (block.kind === 'heading' ? block.spans : []));
  const title = spans.find((span) => span.kind === 'link');
  if (title === undefined) return actions;
  const query = new URLSearchParams({ url: title.url, text: shorten(title.text, MAX_TITLE_COLUMNS) });
  // In the place of a space, some of Telegram's apps show the plus.
  const url = `https://t.me/share/url?${query.toString().replaceAll('+', '%20')}`;
  return url.length > MAX_ADDRESS ? actions : [...actions, { label: t('button.share'), role: 'open', url }];
}
