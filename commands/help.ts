import { type Command, defineCommand } from '../src/chat/command.ts';
import { nearest } from '../src/chat/nearest.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import { type HelpTopic, helpView, topicView } from '../src/view/help-view.ts';

/** `/help command?`: what there is, or how one command is used; `/start` says the same to newcomers. */
export const helpCommand = (commands: readonly Command[]) =>
  defineCommand({
    name: 'help',
    aliases: ['start'],
    summary: 'command.help',
    examples: 'examples.help',
    args: { command: { kind: 'text', summary: 'arg.command', optional: true } },
    async run({ command }, reader) {
      const topics: readonly HelpTopic[] = commands;
      if (command === undefined) return helpView(topics, reader);
      const name = command.replace(/^\//u, '').toLowerCase();
      const topic =
        topics.find((one) => one.name === name) ?? topics.find((one) => one.name === nearest(name, names(topics)));
      if (topic !== undefined) return topicView(topic, reader);
      throw new UsageError(reader.t('wrong.helpTopic', { command }), {
        actions: names(topics).map((one) => ({ label: `/${one}`, role: 'contents', command: `/help ${one}` })),
      });
    },
  });

function names(topics: readonly HelpTopic[]): string[] {
  return topics.map(({ name }) => name);
}
