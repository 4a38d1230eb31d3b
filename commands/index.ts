import type { Command } from '../src/chat/command.ts';
import type { Library } from '../src/ports.ts';
import { articleCommand } from './article.ts';
import { articlesCommand } from './articles.ts';
import { digestCommand } from './digest.ts';
import { helpCommand } from './help.ts';
import { imagesCommand } from './images.ts';
import { linksCommand } from './links.ts';
import { searchCommand } from './search.ts';
import { sectionCommand } from './section.ts';

/** What the commands stand on; `now` is the time of a request. */
export interface CommandDeps {
  library: Library;
  now: () => Date;
}

/** Everything people can ask, in the order in which it is published. */
export const createCommands = ({ library, now }: CommandDeps): readonly Command[] => {
  const commands: Command[] = [
    articlesCommand(library),
    articleCommand(library),
    sectionCommand(),
    imagesCommand(),
    linksCommand(),
    searchCommand(library),
    digestCommand({ library, now }),
  ];
  commands.push(helpCommand(commands));
  return commands;
};
