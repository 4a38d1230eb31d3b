import { parseNumber } from '../../src/arguments/parse-number.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { Library } from '../../src/library/library.ts';
import type { SavedArticle, SavedArticles } from '../../src/subscription/saved-articles.ts';
import { messageView } from '../../src/view/message-view.ts';
import { openAction } from '../../src/view/spans.ts';

interface UnsaveDeps {
  saved: Pick<SavedArticles, 'list' | 'remove'>;
  library: Pick<Library, 'article'>;
}

/** `/unsave article`, for buttons: removes an article from the list, by its id or its number there. */
export const unsaveCommand = ({ saved, library }: UnsaveDeps) =>
  defineCommand({
    name: 'unsave',
    hidden: true,
    forAsker: true,
    summary: 'command.unsave',
    examples: 'examples.unsave',
    args: { article: { kind: 'text', summary: 'arg.article' } },
    async run({ article: typed }, { t }, { in: { platform }, by }) {
      const person = { platform, by };
      const list = openAction(t('button.saved'), '/saved');
      const meant = findSaved(typed, await saved.list(person));
      const removed = meant && (await saved.remove(person, meant.id));
      if (removed === undefined) throw new UsageError(t('unsave.unknown'), { actions: [list] });
      const isThere = (await library.article(removed.id)) !== undefined;
      const undo = isThere ? [openAction(t('button.undo'), `/save ${removed.id}`)] : [];
      return messageView(t('unsave.done', { title: removed.title }), { actions: [...undo, list] });
    },
  });

function findSaved(typed: string, all: readonly SavedArticle[]): SavedArticle | undefined {
  const id = typed.trim().toLowerCase();
  const number = parseNumber(typed);
  return all.find((one) => one.id === id) ?? (number === undefined ? undefined : all[number - 1]);
}
