import { defineCommand } from '../src/chat/command.ts';
import { savedModes, savedView } from '../src/presenters/saved-view.ts';
import type { SavedArticles } from '../src/subscription/saved-articles.ts';

interface SavedDeps {
  saved: Pick<SavedArticles, 'list'>;
}

const REMOVE = { 删除: 'remove', 刪除: 'remove', 移除: 'remove', delete: 'remove' } as const;

/** `/saved page?`: the articles that the person who asks has saved. */
export const savedCommand = ({ saved }: SavedDeps) =>
  defineCommand({
    name: 'saved',
    forAsker: true,
    summary: 'command.saved',
    examples: 'examples.saved',
    args: {
      page: { kind: 'integer', summary: 'arg.page', optional: true },
      mode: {
        kind: 'text',
        summary: 'arg.page',
        optional: true,
        hidden: true,
        choices: savedModes,
        synonyms: REMOVE,
      },
    },
    async run({ page = 1, mode = 'open' }, audience, { in: { platform }, by }) {
      return savedView(await saved.list({ platform, by }), { page, mode }, audience);
    },
  });
