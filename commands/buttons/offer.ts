import { readPlainWords } from '../../src/arguments/plain-words/read-plain-words.ts';
import { fitButtonCommand } from '../../src/chat/button-command.ts';
import { type Command, defineCommand } from '../../src/chat/command.ts';
import { findCommand } from '../../src/chat/find-command.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import { messageView } from '../../src/view/message-view.ts';
import { openAction } from '../../src/view/spans.ts';
import type { Action } from '../../src/view/view.ts';

interface OfferDeps extends PlatformLimits {
  /** Whether the platform can deliver digests. */
  delivers: (platform: string) => boolean;
}

/** `/offer words`: shows what plain words mean, as a button, before it changes anything; and the search for them. */
export const offerCommand = (commands: readonly Command[], { maxButtonBytes, delivers }: OfferDeps) =>
  defineCommand({
    name: 'offer',
    hidden: true,
    summary: 'command.offer',
    examples: 'examples.offer',
    args: { words: { kind: 'text', summary: 'arg.words' } },
    async run({ words }, { t }, { in: { platform } }) {
      const meant = readPlainWords(words);
      const isOfUse = delivers(platform) || findCommand(commands, meant?.name ?? '')?.needsDigests !== true;
      const line =
        meant === undefined ? undefined : fitButtonCommand(`/${meant.name} ${meant.input}`.trim(), maxButtonBytes);
      const search = fitButtonCommand(`/search ${words}`, maxButtonBytes);
      const actions: Action[] = [
        ...(isOfUse ? contents(line, line) : [openAction(t('button.digest'), '/digest')]),
        ...(isOfUse && line === '/unsubscribe' ? contents('/pause', '/pause') : []),
        ...contents(t('button.search', { words }), search),
        openAction(t('button.help'), '/help'),
      ];
      return messageView(isOfUse ? t('offer.question', { words }) : t('subscribe.nowhere'), { actions });
    },
  });

function contents(label: string | undefined, command: string | undefined): Action[] {
  return label === undefined || command === undefined ? [] : [{ label, role: 'contents', command }];
}
