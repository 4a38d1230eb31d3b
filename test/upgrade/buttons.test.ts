import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Address } from '../../src/subscription/address.ts';
import { openReleasedState } from '../fixtures/released-state.ts';

interface Button {
  in: Address;
  command: string;
  offers: readonly string[];
  stores: Readonly<Record<string, unknown>>;
}

const path = new URL('../fixtures/released-state/buttons.json', import.meta.url);
const buttons = JSON.parse(readFileSync(path, 'utf8')) as readonly Button[];

/** The released version offered this setting on Telegram too, where nothing follows a channel: it never had an effect there. */
const hasNoEffect = (platform: string, command: string) =>
  platform === 'telegram' && command.startsWith('/settings followers');
const [useless, useful] = [true, false].map((is) =>
  buttons.filter(({ in: { platform }, command }) => hasNoEffect(platform, command) === is),
);

describe('a button that the released version sent', () => {
  it.each(useless ?? [])('says that it has no effect there: $command', async ({ in: where, command }) => {
    const { ask, stored } = await openReleasedState();
    const before = stored();
    const view = await ask(where, command);
    expect(JSON.stringify(view)).toContain('has no effect here');
    expect(view.actions.map((action) => 'command' in action && action.command)).toEqual(['/settings']);
    expect(stored()).toEqual(before);
  });

  it.each(useful ?? [])('does the same as then: $command', async ({ in: where, command, offers, stores }) => {
    const { ask, stored } = await openReleasedState();
    const before = stored();
    const { actions } = await ask(where, command);
    const commands = actions.flatMap((action) => ('command' in action ? [action.command] : []));
    // A later version may offer more.
    const offered = offers.filter((one) => !hasNoEffect(where.platform, one));
    expect(commands.filter((one) => offers.includes(one))).toEqual(offered);
    const after = stored();
    const ids = [...new Set([...before.keys(), ...after.keys()])];
    const changed = ids.filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)));
    expect(Object.fromEntries(changed.map((id) => [id, after.get(id) ?? null]))).toEqual(stores);
  });
});
