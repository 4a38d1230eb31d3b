import { type Command, defineCommand } from '../src/chat/command.ts';
import { didYouMean } from '../src/chat/did-you-mean.ts';
import { findCommand, namesOf } from '../src/chat/find-command.ts';
import type { Suggestion } from '../src/chat/platform.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { Language } from '../src/locales/languages.ts';
import { localName } from '../src/locales/local-name.ts';
import { commandLabel } from '../src/presenters/command-label.ts';
import { helpView, topicView } from '../src/presenters/help-view.ts';

interface HelpDeps {
  /** Whether the platform can deliver digests. */
  delivers: (platform: string) => boolean;
}

/** `/help command?`: all commands that are of use here, or the use of one. */
export const helpCommand = (all: readonly Command[], { delivers }: HelpDeps) =>
  defineCommand({
    name: 'help',
    aliases: ['幫助'],
    forAsker: true,
    takesBareWords: true,
    summary: 'command.help',
    examples: 'examples.help',
    args: {
      command: {
        kind: 'text',
        summary: 'arg.command',
        optional: true,
        suggest: async ({ typed, language }) => suggestNames(published(all), bare(typed), language),
      },
    },
    async run({ command }, audience, { in: { platform } }) {
      const commands = published(all).filter(({ needsDigests }) => delivers(platform) || needsDigests !== true);
      if (command === undefined) return helpView(commands, audience);
      const name = bare(command);
      const near = didYouMean(name, commands.flatMap(namesOf));
      // Whoever asks about `/start`, which is in no list, wants the list.
      const topic = findCommand(commands, name === 'start' ? 'help' : name) ?? findCommand(commands, near ?? '');
      if (topic !== undefined) return topicView(topic, audience);
      throw new UsageError(audience.t('wrong.helpTopic', { command }), {
        actions: commands.map((one) => ({
          label: commandLabel(one.name, audience.language),
          role: 'contents',
          command: `/help ${one.name}`,
        })),
      });
    },
  });

function published(commands: readonly Command[]): readonly Command[] {
  return commands.filter(({ hidden }) => hidden !== true);
}

function bare(typed: string): string {
  return typed
    .trim()
    .replace(/^[/／]/u, '')
    .toLowerCase();
}

/** Suggests commands with a name that starts with the text, under their localized name. */
function suggestNames(commands: readonly Command[], begun: string, language: Language): Suggestion[] {
  const fitting = commands.filter((command) => namesOf(command).some((name) => name.startsWith(begun)));
  return fitting.map(({ name }) => ({ value: name, label: localName('command', name, language) ?? name }));
}
