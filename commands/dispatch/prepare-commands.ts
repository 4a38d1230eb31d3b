import type { Command } from '../../src/chat/command.ts';
import type { Dispatch } from '../../src/chat/request.ts';
import { CATCH_UP_MS } from '../../src/delivery/enqueue/catch-up.ts';
import type { StateStore } from '../../src/state-store.ts';
import { createSavedArticles } from '../../src/subscription/saved-articles.ts';
import { createRecentImports } from '../../src/subscription/undo-import.ts';
import { createRemovedSubscriptions } from '../../src/subscription/undo-unsubscribe.ts';
import { type CommandDeps, createCommands } from '../index.ts';
import { createDispatch, type DispatchDeps } from './dispatch.ts';

type Deps = Omit<CommandDeps, 'memory' | 'removed' | 'imports' | 'saved' | 'defaultZone'> &
  Pick<DispatchDeps, 'memory' | 'zone'>;

/** Creates the commands and their dispatch. `state` remembers what chats removed, and people saved. */
export function prepareCommands(
  state: StateStore,
  { zone, report, ...deps }: Deps,
): { commands: readonly Command[]; dispatch: Dispatch } {
  const { subscriptions } = deps;
  const removed = createRemovedSubscriptions(state, CATCH_UP_MS);
  const imports = createRecentImports(state, CATCH_UP_MS);
  const kept = { removed, imports, saved: createSavedArticles(state) };
  const commands = createCommands({ ...deps, ...kept, report, defaultZone: zone });
  const zoneOf: DispatchDeps['zoneOf'] = async (chat) => (await subscriptions.settings(chat)).zone;
  return { commands, dispatch: createDispatch(commands, { ...deps, zone, zoneOf, report }) };
}
