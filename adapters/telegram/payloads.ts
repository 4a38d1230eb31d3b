import type { Translate } from '../../src/locales/messages.ts';
import type { View } from '../../src/view/view.ts';
import { type Message, render } from './render/render.ts';
import { textParameters } from './send/text.ts';

/** What would be sent of a view, with the names of Telegram's methods. A file is its name, since it is uploaded. */
export function telegramPayloads(view: View, t: Translate) {
  return render(view, t).map(toPayload);
}

function toPayload(message: Message) {
  switch (message.kind) {
    case 'text':
      return textParameters(message);
    case 'photo':
      return { photo: message.picture.url, caption: message.html, parse_mode: 'HTML' };
    case 'album': {
      const media = message.pictures.map(({ url }) => ({ media: url }));
      return { media, caption: message.html, parse_mode: 'HTML' };
    }
    case 'document':
      return { document: message.file.name, caption: message.html, parse_mode: 'HTML' };
    default:
      return message satisfies never;
  }
}
