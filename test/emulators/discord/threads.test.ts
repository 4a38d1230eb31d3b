import { describe, expect, it } from 'vitest';
import { runDiscord } from './running.ts';

async function withGuild() {
  const running = await runDiscord();
  return { ...running, guild: running.discord.addGuild() };
}

describe('a forum', () => {
  it('takes posts as threads', async () => {
    const { discord, call, code, guild } = await withGuild();
    const forum = discord.addChannel(guild, { type: 15, tags: ['News'] });
    const [tag] = forum.tags;
    const body = { name: 'Today', applied_tags: [tag?.id], message: { content: 'one' } };
    const { status, body: thread } = await call(`POST /channels/${forum.id}/threads`, body);
    expect(status).toBe(201);
    expect(thread).toMatchObject({
      type: 11,
      parent_id: forum.id,
      name: 'Today',
      applied_tags: [tag?.id],
      message: { content: 'one' },
    });
    const id = String(thread['id']);
    expect(discord.threads(forum).map(({ name }) => name)).toEqual(['Today']);
    await call(`POST /channels/${id}/messages`, { content: 'two' });
    expect(discord.messages({ id }).map(({ text }) => text)).toEqual(['one', 'two']);
    expect(await code(`POST /channels/${forum.id}/messages`, { content: 'x' })).toBe(50008);
  });

  it.each<[string, object, string]>([
    ['no name', { message: { content: 'x' } }, '50035 name BASE_TYPE_REQUIRED'],
    ['a long name', { name: 'x'.repeat(101), message: { content: 'x' } }, '50035 name BASE_TYPE_MAX_LENGTH'],
    ['no message', { name: 'x' }, '50035 message BASE_TYPE_REQUIRED'],
    ['an empty message', { name: 'x', message: {} }, '50006'],
    ['a wrong message', { name: 'x', message: { content: 'x'.repeat(2001) } }, '50035 message.content BASE_TYPE'],
    ['an unknown tag', { name: 'x', applied_tags: ['1'], message: { content: 'x' } }, '10087'],
    ['no tag', { name: 'x', message: { content: 'x' } }, '40067'],
  ])('refuses %s', async (_what, body, error) => {
    const { discord, code, guild } = await withGuild();
    const media = discord.addChannel(guild, { type: 16, tags: ['News'], requireTag: true });
    const [number = '', ...why] = error.split(' ');
    expect(await code(`POST /channels/${media.id}/threads`, body)).toBe(Number(number));
    expect(discord.violations().join('\n')).toContain(why.join(' '));
    expect(discord.threads(media)).toEqual([]);
  });
});

describe('a thread', () => {
  it('starts in a channel or from a message', async () => {
    const { discord, call, code, guild } = await withGuild();
    const general = discord.addChannel(guild);
    const bare = await call(`POST /channels/${general.id}/threads`, { name: 'Public', type: 11 });
    expect(bare).toMatchObject({ status: 201, body: { type: 11, parent_id: general.id } });
    const { body } = await call(`POST /channels/${general.id}/messages`, { content: 'one' });
    const at = `POST /channels/${general.id}/messages/${String(body['id'])}/threads`;
    expect(await call(at, { name: 'At it' })).toMatchObject({ status: 201, body: { id: body['id'], type: 11 } });
    expect(await code(at, { name: 'Again' })).toBe(160004);
    expect(await code(`POST /channels/${general.id}/threads`, { name: 'Private' })).toBe(50013);
    expect(await code(`POST /channels/${general.id}/threads`, { name: 'x', type: 10 })).toBe(50024);
    const news = discord.addChannel(guild, { type: 5 });
    expect(await call(`POST /channels/${news.id}/threads`, { name: 'x', type: 10 })).toMatchObject({ status: 201 });
    const voice = discord.addChannel(guild, { type: 2 });
    expect(await code(`POST /channels/${voice.id}/threads`, { name: 'x', type: 11 })).toBe(50024);
    const { body: active } = await call(`GET /guilds/${guild.id}/threads/active`);
    expect(active).toMatchObject({ threads: [{ name: 'Public' }, { name: 'At it' }, { name: 'x' }] });
    expect(await code('GET /guilds/1/threads/active')).toBe(10004);
  });

  it('is unarchived by a message, not by an edit', async () => {
    const { discord, call, code, guild } = await withGuild();
    const thread = discord.addThread(discord.addChannel(guild));
    const { body } = await call(`POST /channels/${thread.id}/messages`, { content: 'one' });
    discord.archive(thread);
    expect((await call(`GET /guilds/${guild.id}/threads/active`)).body['threads']).toEqual([]);
    const path = `/channels/${thread.id}/messages/${String(body['id'])}`;
    expect(await code(`PATCH ${path}`, { content: 'two' })).toBe(50083);
    expect(await code(`DELETE ${path}`)).toBe(50083);
    await call(`POST /channels/${thread.id}/messages`, { content: 'three' });
    expect(thread.thread?.archived).toBe(false);
    expect(await code(`PATCH ${path}`, { content: 'two' })).toBeUndefined();
  });

  it('stays archived if a moderator locked it', async () => {
    const { discord, code, guild } = await withGuild();
    const general = discord.addChannel(guild);
    const thread = discord.addThread(general);
    discord.archive(thread, { locked: true });
    expect(await code(`POST /channels/${thread.id}/messages`, { content: 'x' })).toBe(160005);
    expect(thread.thread?.archived).toBe(true);
    expect(() => discord.archive(general)).toThrow('Only a thread is archived.');
  });

  it('needs its own permissions and those of its channel', async () => {
    const { discord, code, guild } = await withGuild();
    const general = discord.addChannel(guild);
    const thread = discord.addThread(general);
    discord.deny(general, ['SendMessages']);
    expect(await code(`POST /channels/${thread.id}/messages`, { content: 'x' })).toBeUndefined();
    discord.deny(general, ['SendMessagesInThreads']);
    expect(await code(`POST /channels/${thread.id}/messages`, { content: 'x' })).toBe(50013);
  });
});

describe('direct messages', () => {
  it('use one channel for each person', async () => {
    const { discord, call, code } = await withGuild();
    const ann = discord.addUser();
    const { body } = await call('POST /users/@me/channels', { recipient_id: ann.id });
    expect(body).toMatchObject({ type: 1, id: discord.openDm(ann).id, recipients: [{ id: ann.id }] });
    await call(`POST /channels/${String(body['id'])}/messages`, { content: 'one' });
    expect(discord.messages(discord.openDm(ann))).toMatchObject([{ text: 'one' }]);
    expect(await code('POST /users/@me/channels', { recipient_id: '1' })).toBe(50033);
    expect(await code('POST /users/@me/channels', { recipient_id: 'ann' })).toBe(50035);
  });

  it('are refused by people who disabled them', async () => {
    const { discord, code } = await withGuild();
    const ann = discord.addUser();
    const { id } = discord.openDm(ann);
    expect(await code(`POST /channels/${id}/messages`, { content: 'x' })).toBeUndefined();
    discord.closeDms(ann);
    expect(await code(`POST /channels/${id}/messages`, { content: 'x' })).toBe(50007);
    expect(discord.violations()).toEqual([]);
  });

  it('between other people are not accessible to the bot', async () => {
    const { discord, code } = await withGuild();
    const { id } = discord.addConversation(discord.addUser(), discord.addUser());
    expect(await code(`POST /channels/${id}/messages`, { content: 'x' })).toBe(50001);
  });
});
