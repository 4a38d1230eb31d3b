import { defineCommand } from '../src/chat/command.ts';
import { linksView } from '../src/presenters/links-view.ts';

const AFTER = /^\+\d{1,5}$/;

/** `/links article section?`: links, with related ones separate. A button adds how many come before those of its page: `+20`. */
export const linksCommand = () =>
  defineCommand({
    name: 'links',
    summary: 'command.links',
    examples: 'examples.links',
    args: {
      article: { kind: 'article', summary: 'arg.article' },
      section: { kind: 'section', summary: 'arg.section', optional: true },
      after: { kind: 'text', summary: 'arg.page', optional: true, hidden: true, accepts: (word) => AFTER.test(word) },
    },
    run: async ({ article, section, after }, audience) =>
      linksView(article, { section, after: Number(after ?? 0) }, audience),
  });
