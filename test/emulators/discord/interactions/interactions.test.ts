import { describe, expect, it } from 'vitest';
import type { DiscordOptions } from '../discord.ts';
import type { Interaction } from '../model.ts';
import { runDiscord } from '../running.ts';

const EPHEMERAL = 1 << 6;
const button = { type: 2, style: 1, label: 'Go', custom_id: 'go' };
const rows = [
  {
    type: 1,
    components: [
      button,
      { ...button, label: 'Off', custom_id: 'off', disabled: true },
      { type: 2, style: 5, label: 'Link', url: 'https://example.org/' },
    ],
  },
  {
    type: 1,
    components: [
      {
        type: 3,
        custom_id: 'pick',
        options: [
          { label: 'One', value: '1' },
          { label: 'Two', value: '2' },
        ],
      },
    ],
  },
];

async function withCommand(options: DiscordOptions = {}, more: object = {}) {
  const running = await runDiscord(options);
  const { discord, call } = running;
  const which = { type: 3, name: 'which', description: 'x', autocomplete: true };
  const command = { name: 'article', description: 'Reads', options: [which], integration_types: [0, 1], ...more };
  await call(`PUT /applications/${discord.bot.id}/commands`, [command]);
  const ann = discord.addUser();
  const bob = discord.addUser({ username: 'bob', installed: true });
  const guild = discord.addGuild({ members: [ann, bob] });
  const general = discord.addChannel(guild);
  const hook = ({ token }: Interaction) => `/webhooks/${discord.bot.id}/${token}`;
  const callback = ({ id, token }: Interaction) => `POST /interactions/${id}/${token}/callback`;
  return {
    ...running,
    ann,
    bob,
    guild,
    general,
    hook,
    callback,
    answer: (interaction: Interaction, type: number, data?: object) =>
      running.code(callback(interaction), { type, data }),
  };
}

describe('a response', () => {
  it('is a message', async () => {
    const { discord, call, ann, general, callback, hook } = await withCommand();
    const interaction = discord.command(ann, general, 'article');
    const route = `${callback(interaction)}?with_response=true`;
    const { status, body } = await call(route, { type: 4, data: { content: 'Here' } });
    expect([status, body]).toMatchObject([
      200,
      { interaction: { id: interaction.id, type: 2 }, resource: { type: 4 } },
    ]);
    expect(discord.messages(general)).toMatchObject([{ text: 'Here' }]);
    const original = `${hook(interaction)}/messages/@original`;
    expect(await call(`GET ${original}`)).toMatchObject({ body: { content: 'Here', type: 20 } });
    expect((await call(`PATCH ${original}`, { content: 'There' })).status).toBe(200);
    expect(await discord.answerTo(interaction)).toMatchObject({ text: 'There', isEdited: true });
    expect((await call(`DELETE ${original}`)).status).toBe(204);
    expect(discord.messages(general)).toEqual([]);
    expect((await call(`PATCH ${original}`, { content: 'x' })).body['code']).toBe(10008);
  });

  it('can be deferred, and then replaces the placeholder', async () => {
    const { discord, call, ann, general, hook, answer } = await withCommand();
    const interaction = discord.command(ann, general, 'article');
    expect(await answer(interaction, 5)).toBeUndefined();
    expect(discord.messages(general)).toMatchObject([{ text: '', isLoading: true }]);
    const answered = discord.answerTo(interaction);
    await call(`PATCH ${hook(interaction)}/messages/@original`, { content: 'Here' });
    expect(await answered).toMatchObject({ text: 'Here', isLoading: false, isEdited: false });
    await call(`POST ${hook(interaction)}`, { content: 'More' });
    expect(discord.messages(general).map(({ text }) => text)).toEqual(['Here', 'More']);
    const [more] = discord.followUps(interaction);
    await call(`PATCH ${hook(interaction)}/messages/${more?.id}`, { content: 'Less' });
    expect(discord.followUps(interaction)).toMatchObject([{ text: 'Less', isEdited: true }]);
    await call(`DELETE ${hook(interaction)}/messages/${more?.id}`);
    expect(discord.followUps(interaction)).toEqual([]);
  });

  it('can be completed by the first follow-up, with the same visibility', async () => {
    const { discord, call, ann, bob, general, hook, answer } = await withCommand();
    const interaction = discord.command(ann, general, 'article');
    await answer(interaction, 5, { flags: EPHEMERAL });
    await call(`POST ${hook(interaction)}`, { content: 'Here' });
    expect(await discord.answerTo(interaction)).toMatchObject({ text: 'Here', isEphemeral: true });
    expect(discord.followUps(interaction)).toEqual([]);
    expect([discord.messages(general, ann).length, discord.messages(general, bob).length]).toEqual([1, 0]);
    expect(discord.messages(general)).toEqual([]);
  });

  it('is accepted once, with an allowed type', async () => {
    const { discord, ann, general, hook, code, answer } = await withCommand();
    const interaction = discord.command(ann, general, 'article');
    expect(await code(`POST ${hook(interaction)}`, { content: 'x' })).toBe(10015);
    expect(await answer(interaction, 7, { content: 'x' })).toBe(50035);
    expect(await answer(interaction, 4, { content: '' })).toBe(50006);
    expect(await answer(interaction, 4, { content: 'x' })).toBeUndefined();
    expect(await answer(interaction, 4, { content: 'x' })).toBe(40060);
    expect(await answer({ ...interaction, token: 'other' }, 4, { content: 'x' })).toBe(10062);
    expect(await code('POST /webhooks/1/2', { content: 'x' })).toBe(10015);
    expect(discord.violations().map((line) => /50035|BASE_TYPE_CHOICES|50006|40060/.exec(line)?.[0])).toEqual([
      'BASE_TYPE_CHOICES',
      '50006',
      '40060',
    ]);
  });

  it('is refused after the deadline', async () => {
    const { discord, ann, general, answer } = await withCommand({ deadlineMs: 0 });
    const interaction = discord.command(ann, general, 'article');
    await expect(discord.answerTo(interaction)).rejects.toThrow('The bot did not answer in time.');
    await expect(discord.choicesFor(interaction)).rejects.toThrow('The bot did not answer in time.');
    expect(await answer(interaction, 4, { content: 'x' })).toBe(10062);
    expect(discord.failedInteractions()).toEqual([interaction]);
  });

  it('is awaited until the deadline', async () => {
    const { discord, ann, general } = await withCommand({ deadlineMs: 30 });
    const interaction = discord.command(ann, general, 'article');
    await expect(discord.answerTo(interaction)).rejects.toThrow('The bot did not answer in time.');
  });

  it('can be edited while the token is valid', async () => {
    const { discord, code, ann, general, hook, answer } = await withCommand({ tokenTtlMs: 0 });
    const interaction = discord.command(ann, general, 'article');
    await answer(interaction, 4, { content: 'x' });
    expect(await code(`POST ${hook(interaction)}`, { content: 'x' })).toBe(50027);
    expect(discord.violations()).toEqual([]);
  });
});

describe('a component', () => {
  async function withButtons() {
    const running = await withCommand();
    const { discord, ann, general, answer } = running;
    const interaction = discord.command(ann, general, 'article');
    await answer(interaction, 4, { content: 'one', components: rows });
    return { ...running, message: await discord.answerTo(interaction) };
  }

  it('updates its message', async () => {
    const { discord, bob, general, message, answer } = await withButtons();
    const pressed = discord.press(bob, message, 'Go');
    expect(pressed.payload).toMatchObject({
      data: { custom_id: 'go', component_type: 2 },
      message: { id: message.id },
    });
    expect(await answer(pressed, 7, { content: 'two' })).toBeUndefined();
    expect(await discord.answerTo(pressed)).toMatchObject({ id: message.id, text: 'two' });
    expect(discord.messages(general)).toHaveLength(1);
  });

  it('updates its message later, or responds with another one', async () => {
    const { discord, call, bob, general, message, answer, hook } = await withButtons();
    const pressed = discord.press(bob, message, 'go');
    expect(await answer(pressed, 6)).toBeUndefined();
    await call(`PATCH ${hook(pressed)}/messages/@original`, { content: 'two' });
    expect(await discord.answerTo(pressed)).toMatchObject({ id: message.id, text: 'two' });
    const again = discord.press(bob, message, 'go');
    await answer(again, 4, { content: 'three', flags: EPHEMERAL });
    expect(await discord.answerTo(again)).toMatchObject({ text: 'three', isEphemeral: true });
    expect(discord.messages(general, bob).map(({ text }) => text)).toEqual(['two', 'three']);
  });

  it('can be used only if it is visible', async () => {
    const { discord, ann, bob, general, message, answer } = await withButtons();
    const cat = discord.addUser({ username: 'cat' });
    expect(() => discord.press(ann, message, 'Stop')).toThrow('No button "Stop" to press; there is: Go, Off, Link.');
    expect(() => discord.press(ann, message, 'Off')).toThrow('disabled');
    expect(() => discord.press(ann, message, 'Link')).toThrow('a link');
    expect(() => discord.press(cat, message, 'Go')).toThrow('cat is not in that channel.');
    const interaction = discord.command(ann, general, 'article');
    await answer(interaction, 4, { content: 'x', components: rows, flags: EPHEMERAL });
    const own = await discord.answerTo(interaction);
    expect(() => discord.press(bob, own, 'Go')).toThrow('not shown to bob');
    expect(discord.press(ann, own, 'Go').payload['data']).toMatchObject({ custom_id: 'go' });
  });

  it('can be a menu', async () => {
    const { discord, ann, message } = await withButtons();
    expect(discord.select(ann, message, ['Two']).payload['data']).toMatchObject({ custom_id: 'pick', values: ['2'] });
    expect(discord.select(ann, message, { customId: 'pick', values: ['1'] }).payload['data']).toMatchObject({
      values: ['1'],
    });
    expect(() => discord.select(ann, message, ['Three'])).toThrow('The menu does not offer Three.');
    expect(() => discord.select(ann, message, ['1', '2'])).toThrow('The menu takes 1 to 1 choices.');
    expect(() => discord.select(ann, message, { customId: 'other', values: ['1'] })).toThrow('0 menus fit');
  });

  it('can be used after it was removed', async () => {
    const { discord, ann, message, answer } = await withButtons();
    const pressed = discord.pressStale(ann, message, { customId: 'old' });
    expect(pressed.payload['data']).toMatchObject({ custom_id: 'old', component_type: 2 });
    expect(await answer(pressed, 7, { content: 'new' })).toBeUndefined();
    const chosen = discord.pressStale(ann, message, { customId: 'old', values: ['9'] });
    expect(chosen.payload['data']).toMatchObject({ component_type: 3, values: ['9'] });
  });
});

describe('autocomplete choices', () => {
  const typing = { command: 'article', option: 'which', text: 'o' };

  it('are returned', async () => {
    const { discord, ann, general, answer } = await withCommand();
    const interaction = discord.autocomplete(ann, general, typing);
    expect(interaction.payload['data']).toMatchObject({ options: [{ name: 'which', value: 'o', focused: true }] });
    expect(await answer(interaction, 4, { content: 'x' })).toBe(50035);
    expect(await answer(interaction, 8, { choices: [{ name: 'One', value: '1' }] })).toBeUndefined();
    expect(await discord.choicesFor(interaction)).toEqual([{ name: 'One', value: '1' }]);
  });

  it.each([
    ['26 of them', Array.from({ length: 26 }, (_, at) => ({ name: 'x', value: String(at) }))],
    ['long names', [{ name: 'x'.repeat(101), value: 'x' }]],
    ['long values', [{ name: 'x', value: 'x'.repeat(101) }]],
    ['empty values', [{ name: 'x', value: '' }]],
    ['numbers for text', [{ name: 'x', value: 1 }]],
  ])('are refused with %s', async (_what, choices) => {
    const { discord, ann, general, answer } = await withCommand();
    expect(await answer(discord.autocomplete(ann, general, typing), 8, { choices })).toBe(50035);
  });
});

describe('an application installed only by the person', () => {
  it.each([
    ['in a guild', 0],
    ['in a conversation', 2],
  ])('%s, allows five follow-ups', async (_where, context) => {
    const { discord, code, bob, hook, answer } = await withCommand();
    const elsewhere = discord.addChannel(discord.addGuild({ members: [bob], foreign: true }));
    const channel = context === 0 ? elsewhere : discord.addConversation(bob, discord.addUser());
    const interaction = discord.command(bob, channel, 'article');
    expect(interaction.payload).toMatchObject({ context, authorizing_integration_owners: { 1: bob.id } });
    expect(interaction.payload['authorizing_integration_owners']).not.toHaveProperty('0');
    await answer(interaction, 4, { content: 'x' });
    for (let at = 0; at < 5; at += 1) expect(await code(`POST ${hook(interaction)}`, { content: 'x' })).toBeUndefined();
    expect(await code(`POST ${hook(interaction)}`, { content: 'x' })).toBe(40094);
    expect(discord.messages(channel)).toHaveLength(6);
    expect(await code(`POST /channels/${channel.id}/messages`, { content: 'x' })).toBe(50001);
  });

  it('is not offered to others', async () => {
    const { discord, ann, bob, general } = await withCommand();
    const elsewhere = discord.addChannel(discord.addGuild({ members: [ann, bob], foreign: true }));
    expect(() => discord.command(ann, elsewhere, 'article')).toThrow('offered neither by the place');
    const both = discord.command(bob, general, 'article').payload['authorizing_integration_owners'];
    expect(both).toEqual({ 0: general.guildId, 1: bob.id });
    const dm = discord.command(ann, discord.openDm(ann), 'article');
    expect(dm.payload).toMatchObject({ context: 1, authorizing_integration_owners: { 0: '0' }, user: { id: ann.id } });
  });
});
