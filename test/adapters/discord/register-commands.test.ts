import { describe, expect, it } from 'vitest';
import type { ApiRequest } from '../../../adapters/discord/client.ts';
import { registerCommands } from '../../../adapters/discord/register-commands.ts';
import { toSpecs } from '../../../commands/dispatch/specs.ts';
import type { CommandSpec } from '../../../src/chat/platform.ts';
import { createFakeDiscord } from '../../fakes/discord-client.ts';
import { createTalk } from '../../fixtures/converse.ts';

const { commands, library } = createTalk();
const specs = toSpecs(commands, library);

/** Registers commands at a Discord that has some already; `told` is what it received. */
async function publish(known: readonly unknown[], wanted: readonly CommandSpec[] = specs) {
  const { client, asked } = createFakeDiscord(({ method }) => (method === 'GET' ? known : undefined));
  const { outcome } = await registerCommands(client, '7', wanted);
  return { outcome, told: asked.find(({ method }) => method === 'PUT')?.body as Record<string, unknown>[] | undefined };
}

/** Commands as Discord returns them: with fields of its own, and without empty ones. */
function asDiscordTells(commands: readonly object[]): object[] {
  return commands
    .map((command, at) => ({
      ...(withoutNothing(command) as object),
      id: String(at),
      application_id: '7',
      version: '1',
      dm_permission: true,
      nsfw: false,
    }))
    .toReversed();
}

function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([key, one]) => one !== null && !(key === 'required' && one === false));
  return Object.fromEntries(said.map(([key, one]) => [key, withoutNothing(one)]));
}

describe('the commands on Discord', () => {
  it('have the ids that Discord gave them, from either answer', async () => {
    const first = specs[0]?.name ?? '';
    const named = [{ id: '12', name: first, type: 1 }, { id: '13', name: 'play', type: 4 }, { name: 'x' }, 'junk'];
    const { client } = createFakeDiscord(({ method }) => (method === 'GET' ? [] : named));
    expect((await registerCommands(client, '7', specs)).ids).toEqual(new Map([[first, '12']]));
    const { told = [] } = await publish([]);
    const known = createFakeDiscord(() => asDiscordTells(told));
    const { outcome, ids } = await registerCommands(known.client, '7', specs);
    expect([outcome, ids.size]).toEqual(['unchanged', specs.length]);
  });

  it('are requested with their localizations', async () => {
    const { client, asked } = createFakeDiscord(() => []);
    await registerCommands(client, '7', specs);
    expect(asked[0]).toEqual<ApiRequest>({
      method: 'GET',
      route: '/applications/7/commands',
      query: { with_localizations: 'true' },
    });
  });

  it('are registered once, and again only if they changed', async () => {
    const { outcome, told = [] } = await publish([]);
    expect([outcome, told.length]).toEqual(['registered', specs.length]);
    expect(await publish(asDiscordTells(told))).toEqual({ outcome: 'unchanged', told: undefined });
    const [first, ...others] = specs;
    const renamed = [{ ...(first as CommandSpec), localName: () => '新' }, ...others];
    expect((await publish(asDiscordTells(told), renamed)).outcome).toBe('registered');
    expect((await publish(asDiscordTells(told), others)).outcome).toBe('registered');
  });

  it('are available in servers and direct messages, admin commands not in groups', async () => {
    const { told = [] } = await publish([]);
    const where = told.map(({ name, contexts, default_member_permissions: who }) => [name, contexts, who]);
    expect(where).toEqual(
      specs.map(({ name, adminsOnly }) => [name, adminsOnly ? [0, 1] : [0, 1, 2], adminsOnly ? '32' : null]),
    );
    expect(new Set(specs.map(({ adminsOnly }) => adminsOnly)).size).toBe(2);
    expect(told.every(({ integration_types: types }) => JSON.stringify(types) === '[0,1]')).toBe(true);
  });

  it('have autocomplete for articles and sections, and numbers from one', async () => {
    const { told = [] } = await publish([]);
    const options = new Map(told.map(({ name, options: all }) => [name, all]));
    expect(options.get('section')).toMatchObject([
      { name: 'article', type: 3, required: true, autocomplete: true },
      { name: 'section', type: 3, required: true, autocomplete: true },
    ]);
    expect(options.get('articles')).toMatchObject([{}, { name: 'page', type: 4, required: false, min_value: 1 }]);
    expect(JSON.stringify(options.get('digest'))).toContain('"name_localizations":{"zh-CN"');
  });
});
