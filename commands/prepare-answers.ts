import type { Command } from '../src/chat/command.ts';
import { createMemory } from '../src/chat/memory.ts';
import type { Dispatch, StateStore } from '../src/ports.ts';
import { createDispatch, type DispatchDeps } from './dispatch.ts';
import { type CommandDeps, createCommands } from './index.ts';

type Deps = Omit<CommandDeps, 'memory' | 'defaultZone'> & Pick<DispatchDeps, 'zone' | 'report'>;

/** The commands, and what answers them; what chats were shown is kept in `shown`. */
export function prepareAnswers(
  shown: StateStore,
  { zone, report, ...deps }: Deps,
): { commands: readonly Command[]; dispatch: Dispatch } {
  const { library, subscriptions } = deps;
  const commands = createCommands({ ...deps, memory: createMemory(shown), defaultZone: zone });
  const zoneOf: DispatchDeps['zoneOf'] = async (chat) => (await subscriptions.settings(chat)).zone;
  return { commands, dispatch: createDispatch(commands, { library, state: shown, zone, zoneOf, report }) };
}
