import { defineCommand } from '../src/chat/command.ts';
import { linksView } from '../src/presenters/links-view.ts';

/** `/links article section?`: links, with related ones separate. */
export const linksCommand = () =>
  defineCommand({
    name: 'links',
    summary: 'command.links',
    examples: 'examples.links',
    args: {
      article: { kind: 'article', summary: 'arg.article' },
      section: { kind: 'section', summary: 'arg.section', optional: true },
    },
    run: async ({ article, section }, audience) => linksView(article, section, audience),
  });
