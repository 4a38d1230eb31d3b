import { defineCommand } from '../src/chat/command.ts';
import { sectionView } from '../src/presenters/section-view.ts';

/** `/section article section`: a whole section. */
export const sectionCommand = () =>
  defineCommand({
    name: 'section',
    takesBareWords: true,
    summary: 'command.section',
    examples: 'examples.section',
    args: {
      article: { kind: 'article', summary: 'arg.article' },
      section: { kind: 'section', summary: 'arg.section' },
    },
    run: async ({ article, section }, audience) => sectionView(article, section, audience),
  });
