import type { CommandRequest } from '../chat/request.ts';
import type { createTranslator } from '../locales/translator.ts';
import { messageView } from '../view/message-view.ts';
import type { View } from '../view/view.ts';
import { toTypedCommand } from './typed-command.ts';

/** Says that an answer failed, with a button that tries again. */
export function failureView(text: string, request: CommandRequest, t: ReturnType<typeof createTranslator>): View {
  const again = { label: t('button.again'), role: 'open', command: toTypedCommand(request) } as const;
  return messageView(text, { actions: [again] });
}
