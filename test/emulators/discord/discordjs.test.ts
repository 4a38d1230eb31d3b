import {
  ButtonStyle,
  Client,
  ComponentType,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  REST,
  Routes,
} from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';
import { runDiscord } from './running.ts';

const components = (text: string) => [
  {
    type: ComponentType.Container as const,
    components: [
      { type: ComponentType.TextDisplay as const, content: text },
      {
        type: ComponentType.ActionRow as const,
        components: [
          {
            type: ComponentType.Button as const,
            style: ButtonStyle.Primary as const,
            label: 'Next',
            custom_id: 'next',
          },
        ],
      },
    ],
  },
];

async function runBot(answer: (interaction: Interaction) => Promise<unknown>, options = {}) {
  const { discord } = await runDiscord(options);
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.api } });
  onTestFinished(() => client.destroy());
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  const ann = discord.addUser({ locale: 'zh-CN' });
  const general = discord.addChannel(discord.addGuild({ members: [ann] }));
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  await client.application?.commands.set([
    {
      name: 'article',
      description: 'Reads an article',
      nameLocalizations: { 'zh-CN': '文章' },
      options: [{ type: 3, name: 'which', description: 'Which one', required: true, autocomplete: true }],
      defaultMemberPermissions: 32n,
      contexts: [0, 1, 2],
      integrationTypes: [0, 1],
    },
  ]);
  return { discord, client, ann, general };
}

it('works with discord.js: commands, autocomplete, buttons, follow-ups', async () => {
  const { discord, ann, general } = await runBot(async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: 'One', value: '1' }]);
    if (interaction.isChatInputCommand()) {
      await interaction.deferReply();
      await interaction.editReply({ components: components('# One'), flags: MessageFlags.IsComponentsV2 });
      await interaction.followUp({ content: `In ${interaction.locale}`, flags: MessageFlags.Ephemeral });
    }
    if (interaction.isButton()) await interaction.update({ components: components('# Two') });
  });
  const typing = discord.autocomplete(ann, general, { command: 'article', option: 'which', text: 'o' });
  expect(await discord.choicesFor(typing)).toEqual([{ name: 'One', value: '1' }]);
  const interaction = discord.command(ann, general, { command: 'article', values: { which: '1' } });
  const message = await discord.answerTo(interaction);
  expect(message).toMatchObject({ text: '# One', buttons: [{ label: 'Next', customId: 'next' }], isEphemeral: false });
  await discord.waitFor(() => discord.followUps(interaction).length === 1);
  expect(discord.messages(general, ann).map(({ text }) => text)).toEqual(['# One', 'In zh-CN']);
  expect(discord.messages(general)).toHaveLength(1);
  expect(await discord.answerTo(discord.press(ann, message, 'Next'))).toMatchObject({ text: '# Two', id: message.id });
  expect([discord.violations(), discord.failedInteractions()]).toEqual([[], []]);
});

it('reaches channels, threads and people through discord.js', async () => {
  const { discord, client, ann, general } = await runBot(async () => undefined);
  const guild = [...client.guilds.cache.values()][0];
  const forum = discord.addChannel({ ...discord.addGuild({}), id: guild?.id ?? '' }, { type: 15, tags: ['News'] });
  const rest = client.rest;
  const channel = await client.channels.fetch(general.id);
  if (!channel?.isSendable()) throw new Error('Nothing can be sent there.');
  const sent = await channel.send({
    content: 'Hi @everyone',
    nonce: '1',
    enforceNonce: true,
    allowedMentions: { parse: [] },
  });
  await channel.send({ content: 'Hi @everyone', nonce: '1', enforceNonce: true });
  expect(discord.messages(general)).toMatchObject([{ id: sent.id, text: 'Hi @everyone', pings: { everyone: false } }]);
  await sent.edit('Hello');
  await sent.delete();
  expect(discord.messages(general)).toEqual([]);
  const place = await client.channels.fetch(forum.id);
  if (!place?.isThreadOnly()) throw new Error('No forum.');
  const thread = await place.threads.create({ name: 'Today', message: { content: 'News' } });
  expect(discord.messages(thread)).toMatchObject([{ text: 'News', id: thread.id }]);
  await (await client.users.createDM(ann.id)).send('Psst');
  expect(discord.messages(discord.openDm(ann))).toMatchObject([{ text: 'Psst' }]);
  await expect(rest.get(Routes.channel('1'))).rejects.toMatchObject({ code: 10003, status: 404 });
  expect(discord.violations()).toEqual([]);
});

it('loses its connection and resumes with discord.js', async () => {
  const { discord, client, ann, general } = await runBot(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('Here.');
  });
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  discord.gateway.askToReconnect();
  await resumed;
  expect(discord.gateway.count()).toMatchObject({ identify: 1, resume: 1 });
  expect(
    await discord.answerTo(discord.command(ann, general, { command: 'article', values: { which: '1' } })),
  ).toMatchObject({
    text: 'Here.',
  });
});

it('creates a message once when discord.js repeats it after a lost response', async () => {
  const { discord, client, general } = await runBot(async () => undefined);
  const channel = await client.channels.fetch(general.id);
  if (!channel?.isSendable()) throw new Error('Nothing can be sent there.');
  const route = 'POST /channels/{channel_id}/messages';
  discord.fault({ on: route, action: { kind: 'status', status: 502, phase: 'after' } });
  discord.fault({ on: route, skip: 1, action: { kind: 'reset', phase: 'after' } });
  const sent = await channel.send({ content: 'Once', nonce: '1', enforceNonce: true });
  expect(discord.calls(route).map(({ fault }) => fault)).toEqual(['status', 'reset', undefined]);
  expect(discord.messages(general)).toMatchObject([{ id: sent.id, text: 'Once' }]);
});

it('answers through discord.js where only the person has the bot', async () => {
  const { discord } = await runBot(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const owners = interaction.authorizingIntegrationOwners;
    await interaction.reply({
      content: `${interaction.context} ${JSON.stringify(owners)}`,
      flags: MessageFlags.Ephemeral,
    });
  });
  const bob = discord.addUser({ installed: true });
  const elsewhere = discord.addChannel(discord.addGuild({ members: [bob], foreign: true }));
  for (const [at, channel] of [elsewhere, discord.addConversation(bob, discord.addUser())].entries()) {
    const interaction = discord.command(bob, channel, { command: 'article', values: { which: '1' } });
    const text = `${at * 2} {"1":"${bob.id}"}`;
    expect(await discord.answerTo(interaction)).toMatchObject({ text, isEphemeral: true });
  }
});

it('lets discord.js notice a connection without acknowledgements', async () => {
  const { discord, ann, general } = await runBot(
    async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('Here.');
    },
    { heartbeatMs: 100 },
  );
  discord.gateway.acknowledge(false);
  await discord.waitFor(() => discord.gateway.count().connections === 0, 'the end of the zombie');
  discord.gateway.acknowledge(true);
  const begun = () => discord.gateway.count().identify + discord.gateway.count().resume;
  await discord.waitFor(() => begun() > 1, 'a new connection');
  const interaction = discord.command(ann, general, { command: 'article', values: { which: '1' } });
  expect(await discord.answerTo(interaction)).toMatchObject({ text: 'Here.' });
});

it('reports the bot’s permissions to discord.js', async () => {
  const { discord, client, general } = await runBot(async () => undefined);
  const channel = client.channels.cache.get(general.id);
  if (!channel || channel.isDMBased() || !client.user) throw new Error('The channel is not known.');
  expect(channel.permissionsFor(client.user)?.has('SendMessages')).toBe(true);
  const changed = new Promise((resolve) => client.once(Events.ChannelUpdate, resolve));
  discord.deny(general, ['SendMessages']);
  await changed;
  expect(channel.permissionsFor(client.user)?.has('SendMessages')).toBe(false);
  expect(channel.permissionsFor(client.user)?.has('ViewChannel')).toBe(true);
});

it('fails in discord.js as Discord does', async () => {
  const { discord } = await runDiscord();
  const rest = new REST({ api: discord.api, retries: 0 }).setToken(discord.token);
  const general = discord.addChannel(discord.addGuild());
  const route = 'POST /channels/{channel_id}/messages';
  const error: unknown = await rest
    .post(Routes.channelMessages(general.id), { body: {} })
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DiscordAPIError);
  expect(error).toMatchObject({ code: 50006, status: 400 });
  discord.fault({ on: route, action: { kind: 'status', status: 502, phase: 'after' } });
  await expect(rest.post(Routes.channelMessages(general.id), { body: { content: 'Hi' } })).rejects.toMatchObject({
    status: 502,
  });
  expect(discord.messages(general)).toHaveLength(1);
  expect(discord.violations()).toEqual([`${route}: 50006 Cannot send an empty message`]);
});
