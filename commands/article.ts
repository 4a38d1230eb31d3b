import { defineCommand } from '../src/chat/command.ts';
import type { Keywords } from '../src/library/keywords.ts';
import type { Library } from '../src/library/library.ts';
import { articleView } from '../src/presenters/article-view.ts';
import type { LlmSummaries } from '../src/summary/llm-summaries.ts';
import { RELATED } from './buttons/related.ts';

interface ArticleDeps {
  library: Pick<Library, 'versions'>;
  keywords: Pick<Keywords, 'of' | 'related'>;
  summaries?: LlmSummaries | undefined;
  articlePageOf?: ((id: string) => string) | undefined;
}

/** `/article article`: the card of an article, with its contents as buttons, and a generated summary if it comes in time. */
export const articleCommand = ({ library, keywords, summaries, articlePageOf }: ArticleDeps) =>
  defineCommand({
    name: 'article',
    aliases: ['打開'],
    takesBareWords: true,
    summary: 'command.article',
    examples: 'examples.article',
    args: { article: { kind: 'article', summary: 'arg.article' } },
    async run({ article }, audience) {
      const [versions, words, entries, written] = await Promise.all([
        library.versions(article.id),
        keywords.of(article),
        keywords.related(article, RELATED),
        summaries?.of(article, audience.language),
      ]);
      const shown = written === undefined ? article : { ...article, written };
      return articleView(shown, { versions, keywords: words, entries, page: articlePageOf?.(article.id) }, audience);
    },
  });
