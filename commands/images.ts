import { defineCommand } from '../src/chat/command.ts';
import { imagesView } from '../src/presenters/images-view.ts';

/** `/images article section?`: pictures with captions and credits. */
export const imagesCommand = () =>
  defineCommand({
    name: 'images',
    summary: 'command.images',
    examples: 'examples.images',
    args: {
      article: { kind: 'article', summary: 'arg.article' },
      section: { kind: 'section', summary: 'arg.section', optional: true },
    },
    run: async ({ article, section }, audience) => imagesView(article, section, audience),
  });
