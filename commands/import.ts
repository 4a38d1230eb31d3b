import type { AttachedFile } from '../src/chat/attached-file.ts';
import { type CommandContext, defineCommand } from '../src/chat/command.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { FeedStore } from '../src/following/feed-store.ts';
import { mayFollow } from '../src/following/follow-policy.ts';
import { importFeeds } from '../src/following/import-feeds.ts';
import type { Arrivals } from '../src/library/arrivals.ts';
import type { Audience } from '../src/locales/audience.ts';
import { importView } from '../src/presenters/import-view.ts';
import { importSubscriptions } from '../src/subscription/import-subscriptions.ts';
import { parseSettingsFile, type SettingsReading } from '../src/subscription/settings-file.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import type { ImportChanges, RecentImports } from '../src/subscription/undo-import.ts';
import type { FollowAccess } from './follow/access.ts';

interface ImportDeps extends FollowAccess {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'save' | 'change' | 'settings' | 'saveSettings'>;
  feeds: Pick<FeedStore, 'get' | 'count' | 'follow' | 'followedBy'>;
  arrivals: Pick<Arrivals, 'position'>;
  /** Whether the platform can deliver digests. */
  delivers: (platform: string) => boolean;
  imports: Pick<RecentImports, 'keep'>;
  now: () => Date;
  newId: () => string;
}

type Reading = Extract<SettingsReading, { kind: 'read' }>;

/** The settings of a chat with 20 long subscriptions and 20 feeds are a quarter of this. */
const MAX_BYTES = 200_000;

/** `/import file? text?`: takes over what `/export` wrote, in addition to what the chat has. */
export const importCommand = (deps: ImportDeps) =>
  defineCommand({
    name: 'import',
    adminsOnly: true,
    plansPosts: true,
    summary: 'command.import',
    examples: 'examples.import',
    args: {
      file: { kind: 'file', summary: 'arg.file', optional: true },
      text: { kind: 'text', summary: 'arg.text', optional: true, takesAll: true },
    },
    async run({ file, text }, audience, caller) {
      const { t } = audience;
      const content = file === undefined ? text : await readFile(file, audience);
      if (content === undefined) throw new UsageError(t('import.ask'));
      const reading = parseSettingsFile(content);
      if (reading.kind === 'failed')
        throw new UsageError(t(reading.why === 'newer-version' ? 'import.newer' : 'import.notSettings'));
      return await takeOver(reading, { deps, caller, audience });
    },
  });

async function readFile(file: AttachedFile, { t }: Audience): Promise<string> {
  const read = await file.read(MAX_BYTES);
  if ('text' in read) return read.text;
  throw new UsageError(t(read.failure === 'too-large' ? 'import.tooLarge' : 'import.unreachable', { name: file.name }));
}

async function takeOver(
  { portable, unusable }: Reading,
  { deps, caller, audience }: { deps: ImportDeps; caller: CommandContext; audience: Audience },
) {
  const { subscriptions: store, arrivals, feeds, following, newId } = deps;
  const { in: to, by } = caller;
  const now = deps.now();
  const chat = { platform: to.platform, chat: to.chat };
  const before = await store.settings(chat);
  await store.saveSettings(chat, { ...before, ...portable.settings });
  const importing = { subscriptions: store, newId, now, position: await arrivals.position() };
  const subscriptions = deps.delivers(to.platform)
    ? await importSubscriptions(portable.subscriptions, to, importing)
    : undefined;
  const followed = mayFollow(following, to.platform, by)
    ? await importFeeds(portable.feeds, to, { feeds, now })
    : undefined;
  const added = followed?.added ?? [];
  if (added.length > 0) following.wake();
  const settings = { names: changedNames(before, portable.settings), before };
  const { added: begun = [], changed = [] } = subscriptions ?? {};
  const undo = await keepUndo({ added: begun, changed, settings, feeds: added }, { deps, chat, now });
  return importView(
    {
      settings: Object.keys(portable.settings).length,
      subscriptions,
      feeds: followed,
      listed: { subscriptions: portable.subscriptions.length, feeds: portable.feeds.length },
      unusable,
      undo,
    },
    audience,
  );
}

/** The command that undoes an import; undefined if it changed nothing. */
async function keepUndo(
  changes: ImportChanges,
  { deps, chat, now }: { deps: ImportDeps; chat: { platform: string; chat: string }; now: Date },
): Promise<string | undefined> {
  const { added, changed, settings, feeds } = changes;
  const count = added.length + changed.length + settings.names.length + feeds.length;
  return count === 0 ? undefined : `/unimport ${await deps.imports.keep(chat, changes, now)}`;
}

function changedNames(before: object, imported: object): string[] {
  const known = new Map(Object.entries(before).map(([name, value]) => [name, JSON.stringify(value)]));
  return Object.entries(imported).flatMap(([name, value]) => (known.get(name) === JSON.stringify(value) ? [] : [name]));
}
