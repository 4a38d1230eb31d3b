import { type Command, defineCommand } from '../src/chat/command.ts';
import { nearest } from '../src/chat/nearest.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { Suggestion } from '../src/ports.ts';
import { helpView, topicView } from '../src/view/help-view.ts';

/** `/help command?`: what there is, or how one command is used; `/start` says the same to newcomers. */
export const helpCommand = (all: readonly Command[]) =>
  defineCommand({
    name: 'help',
    aliases: ['start', '帮助', '幫助', '說明'],
    forAsker: true,
    summary: 'command.help',
    examples: 'examples.help',
    args: {
      command: {
        kind: 'text',
        summary: 'arg.command',
        optional: true,
        suggest: async ({ typed }) => namesOf(published(all)).filter(({ value }) => value.startsWith(bare(typed))),
      },
    },
    async run({ command }, reader) {
      const commands = published(all);
      if (command === undefined) return helpView(commands, reader);
      const name = bare(command);
      const near = nearest(
        name,
        commands.map((one) => one.name),
      );
      const topic =
        commands.find((one) => one.name === name || one.aliases?.includes(name)) ??
        commands.find((one) => one.name === near);
      if (topic !== undefined) return topicView(topic, reader);
      throw new UsageError(reader.t('wrong.helpTopic', { command }), {
        actions: commands.map((one) => ({ label: `/${one.name}`, role: 'contents', command: `/help ${one.name}` })),
      });
    },
  });

function published(commands: readonly Command[]): readonly Command[] {
  return commands.filter(({ hidden }) => hidden !== true);
}

function bare(typed: string): string {
  return typed.trim().replace(/^\//u, '').toLowerCase();
}

function namesOf(commands: readonly Command[]): Suggestion[] {
  return commands.map(({ name }) => ({ value: name, label: name }));
}
