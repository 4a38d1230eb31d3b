import { defineCommand } from '../src/chat/command.ts';
import type { Library } from '../src/ports.ts';
import { articleView } from '../src/view/article-view.ts';

/** `/article article`: the article's card, with its contents as buttons. */
export const articleCommand = (library: Pick<Library, 'versions'>) =>
  defineCommand({
    name: 'article',
    aliases: ['打开', '打開', '開啟'],
    summary: 'command.article',
    examples: 'examples.article',
    args: { article: { kind: 'article', summary: 'arg.article' } },
    run: async ({ article }, reader) => articleView(article, await library.versions(article.id), reader),
  });
