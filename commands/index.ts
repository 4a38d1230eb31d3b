import type { SourceTrouble } from '../src/background-service.ts';
import type { Command } from '../src/chat/command.ts';
import type { LastShownMemory } from '../src/chat/last-shown.ts';
import type { DeliveryQueue } from '../src/delivery/queue.ts';
import type { SentDigests } from '../src/delivery/revisions/sent-digests.ts';
import type { Arrivals } from '../src/library/arrivals.ts';
import type { Keywords } from '../src/library/keywords.ts';
import type { Library } from '../src/library/library.ts';
import type { State } from '../src/state.ts';
import type { Address } from '../src/subscription/address.ts';
import type { SavedArticles } from '../src/subscription/saved-articles.ts';
import type { SubscriptionStore } from '../src/subscription/store.ts';
import type { RecentImports } from '../src/subscription/undo-import.ts';
import type { RemovedSubscriptions } from '../src/subscription/undo-unsubscribe.ts';
import type { LlmSummaries } from '../src/summary/llm-summaries.ts';
import { articleCommand } from './article.ts';
import { articlesCommand } from './articles.ts';
import { arrivalsCommand } from './buttons/arrivals.ts';
import { editionCommand } from './buttons/edition.ts';
import { offerCommand } from './buttons/offer.ts';
import { previewCommand } from './buttons/preview.ts';
import { relatedCommand } from './buttons/related.ts';
import { resendCommand } from './buttons/resend.ts';
import { restoreCommand } from './buttons/restore.ts';
import { undoImportCommand } from './buttons/undo-import.ts';
import { unsaveCommand } from './buttons/unsave.ts';
import { changesCommand } from './changes.ts';
import { digestCommand } from './digest.ts';
import { exportCommand } from './export.ts';
import { type FollowDeps, followCommand } from './follow/follow.ts';
import { followingCommand } from './follow/following.ts';
import { unfollowCommand } from './follow/unfollow.ts';
import { forgetCommand } from './forget.ts';
import { helpCommand } from './help.ts';
import { imagesCommand } from './images.ts';
import { importCommand } from './import.ts';
import { linksCommand } from './links.ts';
import { pauseCommand } from './pause.ts';
import { resumeCommand } from './resume.ts';
import { saveCommand } from './save.ts';
import { savedCommand } from './saved.ts';
import { searchCommand } from './search.ts';
import { sectionCommand } from './section.ts';
import { settingsCommand } from './settings.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { type SubscribeDeps, subscribeCommand } from './subscribe.ts';
import { subscriptionsCommand } from './subscriptions.ts';
import { unsubscribeCommand } from './unsubscribe.ts';
import { whyCommand } from './why.ts';

/** The dependencies of all commands; `now` is the time of a request. */
export interface CommandDeps extends SubscribeDeps, FollowDeps {
  library: Library;
  subscriptions: SubscriptionStore;
  deliveries: DeliveryQueue;
  arrivals: Arrivals;
  keywords: Keywords;
  memory: Pick<LastShownMemory, 'forget' | 'recallPosition' | 'rememberPosition'>;
  sentDigests: Pick<SentDigests, 'forget'>;
  saved: SavedArticles;
  removed: RemovedSubscriptions;
  imports: RecentImports;
  unreadable: State['unreadable'];
  /** Whether chats of the platform can have followers. */
  hasFollowers: (platform: string) => boolean;
  /** The sources that the operator named and that cannot be read. */
  troubles: () => readonly SourceTrouble[];
  report(error: unknown): void;
  /** Deletes what the platform's adapter stores about a chat. */
  forgetAtPlatform(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
  /** Summaries by a language model, if one is configured. */
  summaries?: LlmSummaries | undefined;
  /** The address of an article on the public page, by its id, if there is one. */
  articlePageOf?: ((id: string) => string) | undefined;
}

/** All commands, in the order in which platforms list them. */
export const createCommands = (deps: CommandDeps): readonly Command[] => {
  const commands: Command[] = [
    articlesCommand(deps),
    articleCommand(deps),
    sectionCommand(),
    imagesCommand(),
    linksCommand(),
    searchCommand(deps),
    saveCommand(deps),
    savedCommand(deps),
    digestCommand(deps),
    followCommand(deps),
    followingCommand(deps),
    unfollowCommand(deps),
    subscribeCommand(deps),
    subscriptionsCommand(deps),
    unsubscribeCommand(deps),
    pauseCommand(deps),
    resumeCommand(deps),
    settingsCommand(deps),
    exportCommand(deps),
    importCommand(deps),
    whyCommand(deps),
    statusCommand(deps),
    forgetCommand(deps),
    relatedCommand(deps),
    changesCommand(deps),
    unsaveCommand(deps),
    arrivalsCommand(deps),
    previewCommand(deps),
    editionCommand(deps),
    resendCommand(deps),
    restoreCommand(deps),
    undoImportCommand(deps),
    startCommand(deps),
  ];
  commands.push(offerCommand(commands, deps), helpCommand(commands, deps));
  return commands;
};
