import type { Translate } from '../../src/locales/messages.ts';
import type { View } from '../../src/view/view.ts';
import { LIMITS, sizeOf } from './render/message-size.ts';
import { render } from './render/render.ts';

/** What would be sent of a view: the components of each message, and how much of Discord's limits they use. */
export function discordPayloads(view: View, t: Translate) {
  return render(view, t).map(({ components }) => ({ components, size: sizeOf(components), limits: LIMITS }));
}
