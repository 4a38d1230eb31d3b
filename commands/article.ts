import { defineCommand } from '../src/chat/command.ts';
import type { WrittenSummaries } from '../src/digest/written-summaries.ts';
import type { Library } from '../src/ports.ts';
import { articleView } from '../src/view/article-view.ts';

/** `/article article`: the article's card, with its contents as buttons, and a model's summary where one is there in time. */
export const articleCommand = (library: Pick<Library, 'versions'>, summaries?: WrittenSummaries) =>
  defineCommand({
    name: 'article',
    aliases: ['打开', '打開', '開啟'],
    summary: 'command.article',
    examples: 'examples.article',
    args: { article: { kind: 'article', summary: 'arg.article' } },
    async run({ article }, reader) {
      const [versions, written] = await Promise.all([
        library.versions(article.id),
        summaries?.of(article, reader.language),
      ]);
      return articleView(written === undefined ? article : { ...article, written }, versions, reader);
    },
  });
