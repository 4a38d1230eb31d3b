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

describe('a button that the released version sent', () => {
  it.each(buttons)('does the same as then: $command', async ({ in: where, command, offers, stores }) => {
    const { ask, stored } = await openReleasedState();
    const before = stored();
    const { actions } = await ask(where, command);
    const commands = actions.flatMap((action) => ('command' in action ? [action.command] : []));
    // A later version may offer more.
    expect(commands.filter((one) => offers.includes(one))).toEqual(offers);
    const after = stored();
    const ids = [...new Set([...before.keys(), ...after.keys()])];
    const changed = ids.filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)));
    expect(Object.fromEntries(changed.map((id) => [id, after.get(id) ?? null]))).toEqual(stores);
  });
});
