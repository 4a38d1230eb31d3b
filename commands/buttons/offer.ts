import { readPlainWords } from '../../src/arguments/plain-words/read-plain-words.ts';
import { fitButtonCommand } from '../../src/chat/button-command.ts';
import { defineCommand } from '../../src/chat/command.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import { messageView } from '../../src/view/message-view.ts';
import { openAction } from '../../src/view/spans.ts';
import type { Action } from '../../src/view/view.ts';

/** `/offer words`: shows what plain words mean, as a button, before it changes anything; and the search for them. */
export const offerCommand = ({ maxButtonBytes }: PlatformLimits) =>
  defineCommand({
    name: 'offer',
    hidden: true,
    summary: 'command.offer',
    examples: 'examples.offer',
    args: { words: { kind: 'text', summary: 'arg.words' } },
    async run({ words }, { t }) {
      const meant = readPlainWords(words);
      const line =
        meant === undefined ? undefined : fitButtonCommand(`/${meant.name} ${meant.input}`.trim(), maxButtonBytes);
      const search = fitButtonCommand(`/search ${words}`, maxButtonBytes);
      const actions: Action[] = [
        ...(line === undefined ? [] : [{ label: line, role: 'contents', command: line } as const]),
        ...(search === undefined
          ? []
          : [{ label: t('button.search', { words }), role: 'contents', command: search } as const]),
        openAction(t('button.help'), '/help'),
      ];
      return messageView(t('offer.question', { words }), { actions });
    },
  });
