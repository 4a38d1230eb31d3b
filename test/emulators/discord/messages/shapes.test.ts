import * as spec from 'discord-api-spec/zod';
import { expect, it } from 'vitest';
import type { ZodMiniType } from 'zod/mini';
import { Refusal } from '../refusal.ts';
import { runDiscord } from '../running.ts';
import { checkSchema } from '../schemas.ts';
import { createFormErrors } from './form-errors.ts';

const V2 = 1 << 15;
const media = { url: 'https://example.org/1.jpg' };
const components = [
  {
    type: 17,
    components: [
      {
        type: 9,
        components: [{ type: 10, content: 'x' }],
        accessory: { type: 2, style: 1, label: 'x', custom_id: 'x' },
      },
      { type: 9, components: [{ type: 10, content: 'x' }], accessory: { type: 11, media } },
      { type: 12, items: [{ media, description: 'x' }, { media }] },
      { type: 14 },
      { type: 1, components: [{ type: 3, custom_id: 'y', options: [{ label: 'x', value: 'x' }] }] },
      { type: 1, components: [{ type: 2, style: 5, label: 'x', url: 'https://example.org/' }] },
    ],
  },
];

async function withAll() {
  const running = await runDiscord();
  const { discord, call } = running;
  await call(`PUT /applications/${discord.bot.id}/commands`, [{ name: 'help', description: 'x' }]);
  const ann = discord.addUser();
  const guild = discord.addGuild({ members: [ann] });
  const general = discord.addChannel(guild);
  const forum = discord.addChannel(guild, { type: 15, tags: ['News'] });
  return { ...running, ann, guild, general, forum };
}

it('responds in the form of Discord’s own schema', async () => {
  const { discord, call, ann, guild, general, forum } = await withAll();
  const { body: sent } = await call(`POST /channels/${general.id}/messages`, { flags: V2, components, nonce: 'n' });
  const { body: opened } = await call(`POST /channels/${forum.id}/threads`, { name: 'x', message: { content: 'x' } });
  const { message: first, ...thread } = opened;
  const { body: dm } = await call('POST /users/@me/channels', { recipient_id: ann.id });
  const { body: commands } = await call(`GET /applications/${discord.bot.id}/commands`);
  const interaction = discord.command(ann, general, 'help');
  const { id, token } = interaction;
  const answer = { type: 4, data: { content: `<@${ann.id}>` } };
  const { body: callback } = await call(`POST /interactions/${id}/${token}/callback?with_response=true`, answer);
  const { body: original } = await call(`GET /webhooks/${discord.bot.id}/${token}/messages/@original`);
  const get = async (route: string) => (await call(`GET ${route}`)).body;
  const shapes: [string, ZodMiniType, unknown][] = [
    ['message', spec.MessageResponseSchema, sent],
    ['answer', spec.MessageResponseSchema, original],
    ['callback', spec.InteractionCallbackResponseSchema, callback],
    ['thread', spec.CreatedThreadResponseSchema, thread],
    ['message of a thread', spec.MessageResponseSchema, first],
    ['direct channel', spec.PrivateChannelResponseSchema, dm],
    ['channel', spec.GuildChannelResponseSchema, await get(`/channels/${general.id}`)],
    ['forum', spec.GuildChannelResponseSchema, await get(`/channels/${forum.id}`)],
    ['guild', spec.GuildWithCountsResponseSchema, await get(`/guilds/${guild.id}`)],
    ['command', spec.ApplicationCommandResponseSchema, Object.values(commands)[0]],
    ['gateway', spec.GatewayBotResponseSchema, await get('/gateway/bot')],
    ['application', spec.PrivateApplicationResponseSchema, await get('/applications/@me')],
    ['bot', spec.UserPIIResponseSchema, await get('/users/@me')],
    ['threads', spec.ThreadsResponseSchema, await get(`/guilds/${guild.id}/threads/active`)],
  ];
  const wrong = shapes.flatMap(([name, schema, value]) =>
    findFaults(schema, value).map((fault) => `${name}: ${fault}`),
  );
  expect(wrong).toEqual([]);
});

function findFaults(schema: ZodMiniType, value: unknown): string[] {
  const violations: string[] = [];
  const form = createFormErrors();
  checkSchema(schema, value, { form, violations });
  try {
    form.throwIfAny(violations);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return violations;
}
