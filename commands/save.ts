import { defineCommand } from '../src/chat/command.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import { MAX_SAVED, type SavedArticles } from '../src/subscription/saved-articles.ts';
import { messageView } from '../src/view/message-view.ts';
import { openAction } from '../src/view/spans.ts';

interface SaveDeps {
  saved: Pick<SavedArticles, 'save'>;
  now: () => Date;
}

/** `/save article`: keeps an article in the list of the person who asks. */
export const saveCommand = ({ saved, now }: SaveDeps) =>
  defineCommand({
    name: 'save',
    forAsker: true,
    summary: 'command.save',
    examples: 'examples.save',
    args: { article: { kind: 'article', summary: 'arg.article' } },
    async run({ article }, { t }, { in: { platform }, by }) {
      const result = await saved.save({ platform, by }, article, now());
      const list = openAction(t('button.saved'), '/saved');
      if (result === 'full') throw new UsageError(t('save.full', { count: MAX_SAVED }), { actions: [list] });
      const { id, title } = article;
      const actions = [openAction(t('button.unsave'), `/unsave ${id}`), list];
      const view = messageView(t(result === 'saved' ? 'save.done' : 'save.already', { title }), { actions });
      return { ...view, beside: true };
    },
  });
