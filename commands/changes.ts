import { defineCommand } from '../src/chat/command.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { Library } from '../src/library/library.ts';
import { listChanges } from '../src/library/list-changes.ts';
import { changesView } from '../src/presenters/changes-view.ts';
import type { Action } from '../src/view/view.ts';

interface ChangesDeps {
  library: Pick<Library, 'versions' | 'earlierVersion'>;
}

/** `/changes article version?`, only for buttons: what changed since an earlier version, the latest of them by default. */
export const changesCommand = ({ library }: ChangesDeps) =>
  defineCommand({
    name: 'changes',
    hidden: true,
    summary: 'command.changes',
    examples: 'examples.changes',
    args: {
      article: { kind: 'article', summary: 'arg.article' },
      version: { kind: 'integer', summary: 'arg.page', optional: true },
    },
    async run({ article, version = 2 }, audience) {
      const [versions, earlier] = await Promise.all([
        library.versions(article.id),
        version > 1 ? library.earlierVersion(article.id, version) : undefined,
      ]);
      if (earlier === undefined) {
        const back: Action = { label: audience.t('button.contents'), role: 'move', command: `/article ${article.id}` };
        throw new UsageError(audience.t('changes.noEarlier'), { actions: [back] });
      }
      const sections = listChanges(earlier, article);
      return changesView({ article, version, earlierTitle: earlier.title, sections, versions }, audience);
    },
  });
