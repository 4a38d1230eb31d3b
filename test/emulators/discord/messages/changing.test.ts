import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runDiscord } from '../running.ts';

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });

async function withMessage(type: 0 | 5 = 0) {
  const running = await runDiscord();
  const { discord, call } = running;
  const ann = discord.addUser();
  const guild = discord.addGuild({ members: [ann] });
  const general = discord.addChannel(guild, { type });
  const messages = `/channels/${general.id}/messages`;
  const { body } = await call(`POST ${messages}`, { content: 'one' });
  return { ...running, ann, guild, general, messages, path: `${messages}/${String(body['id'])}` };
}

describe('an edit', () => {
  it('changes the named fields, and marks the message as edited', async () => {
    const { discord, call, general, path } = await withMessage();
    const row = { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] };
    expect(await call(`PATCH ${path}`, { components: [row] })).toMatchObject({ status: 200, body: { content: 'one' } });
    expect(discord.messages(general)).toMatchObject([{ text: 'one', buttons: [{ label: 'Go' }], isEdited: true }]);
    await call(`PATCH ${path}`, { content: 'two', components: [] });
    expect(discord.messages(general)).toMatchObject([{ text: 'two', buttons: [] }]);
    const { body } = await call(`GET ${path}`);
    expect(body).toMatchObject({ content: 'two' });
    expect(body['edited_timestamp']).not.toBeNull();
  });

  it('cannot remove the components flag again', async () => {
    const { discord, call, code, general, path } = await withMessage();
    expect(await code(`PATCH ${path}`, { flags: V2, components: [text('two')] })).toBe(50035);
    await call(`PATCH ${path}`, { content: null, flags: V2, components: [text('two')] });
    await call(`PATCH ${path}`, { components: [text('three')] });
    expect(await code(`PATCH ${path}`, { content: 'four' })).toBe(50035);
    expect(await code(`PATCH ${path}`, { components: [] })).toBe(50006);
    expect(discord.messages(general)).toMatchObject([{ text: 'three', flags: V2 }]);
  });

  it('needs an existing message of the bot', async () => {
    const { discord, code, general, messages, path } = await withMessage();
    const [message] = discord.messages(general);
    if (message) discord.deleteMessage(message);
    expect(await code(`PATCH ${path}`, { content: 'x' })).toBe(10008);
    expect(await code(`GET ${messages}/1`)).toBe(10008);
    expect(await code(`DELETE ${path}`)).toBe(10008);
    expect(() => discord.message({ channelId: general.id, id: '1' })).toThrow('There is no message 1');
  });
});

it('deletes the bot’s messages', async () => {
  const { discord, raw, general, path } = await withMessage();
  expect((await raw(`DELETE ${path}`)).status).toBe(204);
  expect(discord.messages(general)).toEqual([]);
});

describe('crossposting', () => {
  it('works once, in announcement channels', async () => {
    const { discord, call, code, general, path } = await withMessage(5);
    expect(await call(`POST ${path}/crosspost`)).toMatchObject({ status: 200, body: { flags: 1 } });
    expect(await code(`POST ${path}/crosspost`)).toBe(40033);
    expect(discord.messages(general)).toMatchObject([{ flags: 1 }]);
    const plain = await withMessage();
    expect(await plain.code(`POST ${plain.path}/crosspost`)).toBe(50024);
  });

  it('is limited to ten times an hour', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { call, messages } = await withMessage(5);
    const crosspost = async () => {
      const { body } = await call(`POST ${messages}`, { content: 'x' });
      return await call(`POST ${messages}/${String(body['id'])}/crosspost`);
    };
    for (let at = 0; at < 10; at += 1) expect((await crosspost()).status).toBe(200);
    expect(await crosspost()).toMatchObject({ status: 429, body: { code: 20028, retry_after: 3600, global: false } });
    vi.setSystemTime(Date.now() + 3_600_001);
    expect((await crosspost()).status).toBe(200);
  });
});

describe('access', () => {
  it('is limited by the permissions denied in a channel', async () => {
    const { discord, code, general, messages, path } = await withMessage();
    discord.deny(general, ['SendMessages']);
    expect(await code(`POST ${messages}`, { content: 'x' })).toBe(50013);
    expect(await code(`PATCH ${path}`, { content: 'x' })).toBeUndefined();
    discord.deny(general, ['EmbedLinks']);
    expect(await code(`POST ${messages}`, { embeds: [{ title: 'x' }] })).toBe(50013);
    discord.deny(general, ['ReadMessageHistory']);
    expect(await code(`GET ${path}`)).toBe(50013);
    discord.deny(general, ['ViewChannel']);
    expect(await code(`GET /channels/${general.id}`)).toBe(50001);
    discord.deny(general, []);
    expect(await code(`POST ${messages}`, { content: 'x' })).toBeUndefined();
  });

  it('ends when the bot is removed, and returns with it', async () => {
    const { discord, code, guild, messages } = await withMessage();
    discord.kick(guild);
    expect(await code(`POST ${messages}`, { content: 'x' })).toBe(50001);
    expect(await code(`GET /guilds/${guild.id}`)).toBe(10004);
    discord.invite(guild);
    expect(await code(`POST ${messages}`, { content: 'x' })).toBeUndefined();
    expect(await code(`GET /guilds/${guild.id}`)).toBeUndefined();
  });

  it('ends with the channel', async () => {
    const { discord, code, general, messages } = await withMessage();
    const thread = discord.addThread(general);
    discord.deleteChannel(general);
    expect(await code(`POST ${messages}`, { content: 'x' })).toBe(10003);
    expect(await code(`GET /channels/${thread.id}`)).toBe(10003);
    expect(() => discord.messages(general)).toThrow('The test knows no channel');
  });

  it('depends on the permissions of the invitation', async () => {
    const { discord, code } = await runDiscord();
    const mute = discord.addChannel(discord.addGuild({ botPermissions: ['ViewChannel'] }));
    expect(await code(`POST /channels/${mute.id}/messages`, { content: 'x' })).toBe(50013);
    const able = discord.addChannel(discord.addGuild({ botPermissions: ['Administrator'] }));
    expect(await code(`POST /channels/${able.id}/messages`, { content: 'x' })).toBeUndefined();
    expect(discord.violations()).toEqual([]);
  });
});
