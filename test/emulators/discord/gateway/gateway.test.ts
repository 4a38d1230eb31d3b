import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { fieldsOf } from '../call.ts';
import type { DiscordOptions } from '../discord.ts';
import { runDiscord } from '../running.ts';

interface Payload {
  op: number;
  t: string | null;
  s: number | null;
  d: Readonly<Record<string, unknown>> | boolean | null;
}

const GUILDS = 1;

async function withGateway(options: DiscordOptions = {}) {
  const { discord, call } = await runDiscord(options);
  /** A connection, the payloads it receives, and its close code. */
  const connect = (query = '?v=10&encoding=json') => {
    const socket = new WebSocket(`${discord.gateway.url()}${query}`);
    onTestFinished(() => socket.terminate());
    const received: Payload[] = [];
    const looks = new Set<() => void>();
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    socket.on('message', (raw: Buffer) => {
      received.push(JSON.parse(raw.toString()) as Payload);
      for (const look of looks) look();
    });
    const until = (fits: (payload: Payload) => boolean) =>
      new Promise<Payload>((resolve) => {
        const look = () => {
          const found = received.find(fits);
          if (found) resolve(found);
        };
        looks.add(look);
        look();
      });
    const send = async (op: number, d: unknown) => {
      await until((payload) => payload.op === 10);
      socket.send(JSON.stringify({ op, d }));
    };
    return { socket, heard: received, closed, until, send };
  };
  const identify = async (more: object = {}) => {
    const connection = connect();
    await connection.send(2, { token: discord.token, intents: GUILDS, properties: {}, ...more });
    return connection;
  };
  const enter = async () => {
    const connection = await identify();
    const ready = await connection.until(({ t }) => t === 'READY');
    return { ...connection, session: String(fieldsOf(ready.d)['session_id']) };
  };
  return { discord, call, connect, identify, enter };
}

describe('a connection', () => {
  it('receives the guilds of the bot', async () => {
    const { discord, call, enter } = await withGateway();
    const guild = discord.addGuild({ name: 'Readers' });
    const general = discord.addChannel(guild);
    discord.addGuild({ foreign: true });
    const { body } = await call('GET /gateway/bot');
    expect(body).toMatchObject({ url: discord.gateway.url(), shards: 1 });
    expect(discord.gateway.isReady()).toBe(false);
    const { heard: received, until } = await enter();
    expect(await until(({ t }) => t === 'GUILD_CREATE')).toMatchObject({
      s: 2,
      d: { id: guild.id, name: 'Readers', channels: [{ id: general.id }], unavailable: false },
    });
    expect(received).toMatchObject([
      { op: 10, d: { heartbeat_interval: 41_250 } },
      { t: 'READY', s: 1, d: { user: { id: discord.bot.id }, guilds: [{ id: guild.id, unavailable: true }] } },
      {},
    ]);
    expect(discord.gateway.isReady()).toBe(true);
  });

  it.each<[string, object, number]>([
    ['a wrong token', { token: 'other' }, 4004],
    ['an intent that was not granted', { intents: 1 << 15 }, 4014],
    ['no intents', { intents: undefined }, 4013],
  ])('is refused with %s', async (_what, more, code) => {
    const { identify } = await withGateway();
    expect(await (await identify(more)).closed).toBe(code);
  });

  it('may use granted privileged intents', async () => {
    const { discord, identify } = await withGateway({ privilegedIntents: 1 << 15 });
    await (await identify({ intents: 1 << 15 })).until(({ t }) => t === 'READY');
    discord.addGuild();
    expect(discord.gateway.count()).toMatchObject({ identify: 1, connections: 1 });
  });

  it.each([
    ['another version', '?v=9&encoding=json', 4012],
    ['another encoding', '?v=10&encoding=etf', 4002],
    ['compression', '?v=10&encoding=json&compress=zlib-stream', 4002],
  ])('is closed for %s', async (_what, query, code) => {
    const { connect } = await withGateway();
    expect(await connect(query).closed).toBe(code);
  });

  it.each<[string, [op: number, d: unknown], number]>([
    ['an unknown opcode', [99, null], 4001],
    ['what needs a session', [3, {}], 4003],
    ['too much', [3, 'x'.repeat(5000)], 4002],
  ])('is closed for %s', async (_what, payload, code) => {
    const { connect } = await withGateway();
    const { send, closed } = connect();
    await send(...payload);
    expect(await closed).toBe(code);
  });

  it('is closed for invalid payloads, and for a second identify', async () => {
    const { discord, connect, enter } = await withGateway();
    const nonsense = connect();
    nonsense.socket.on('open', () => nonsense.socket.send('{'));
    expect(await nonsense.closed).toBe(4002);
    const { send, closed } = await enter();
    await send(2, { token: discord.token, intents: GUILDS });
    expect(await closed).toBe(4005);
  });

  it('is kept alive by heartbeats, which a zombie does not acknowledge', async () => {
    const { discord, enter } = await withGateway();
    const { send, until, heard: received } = await enter();
    discord.gateway.acknowledge(false);
    await send(1, 1);
    await discord.waitFor(() => discord.gateway.count().heartbeat === 1);
    discord.gateway.acknowledge(true);
    await send(1, 1);
    await until(({ op }) => op === 11);
    expect(received.filter(({ op }) => op === 11)).toHaveLength(1);
  });

  it('is closed without heartbeats', async () => {
    const { connect } = await withGateway({ heartbeatMs: 20 });
    expect(await connect().closed).toBe(4009);
  });
});

describe('a session', () => {
  it('replays missed events on resume', async () => {
    const { discord, enter, connect } = await withGateway();
    const first = await enter();
    discord.gateway.cut();
    await first.closed;
    const guild = discord.addGuild();
    const second = connect();
    await second.send(6, { token: discord.token, session_id: first.session, seq: 1 });
    await second.until(({ t }) => t === 'RESUMED');
    expect(second.heard.slice(1)).toMatchObject([
      { t: 'GUILD_CREATE', s: 2, d: { id: guild.id } },
      { t: 'RESUMED', s: 3 },
    ]);
    expect(discord.gateway.count()).toMatchObject({ identify: 1, resume: 1, connections: 1 });
  });

  it.each([
    [4000, true],
    [1000, false],
    [4009, false],
  ])('after code %i can be resumed: %s', async (code, isResumable) => {
    const { discord, enter, connect } = await withGateway();
    const first = await enter();
    discord.gateway.close(code);
    expect(await first.closed).toBe(code);
    await discord.waitFor(() => discord.gateway.count().connections === 0);
    const second = connect();
    await second.send(6, { token: discord.token, session_id: first.session, seq: 1 });
    const answer = await second.until(({ op, t }) => op === 9 || t === 'RESUMED');
    expect(answer).toMatchObject(isResumable ? { t: 'RESUMED' } : { op: 9, d: false });
  });

  it('cannot be resumed with a wrong sequence number or token', async () => {
    const { discord, enter, connect } = await withGateway();
    const { session } = await enter();
    const beyond = connect();
    await beyond.send(6, { token: discord.token, session_id: session, seq: 9 });
    expect(await beyond.closed).toBe(4007);
    const wrong = connect();
    await wrong.send(6, { token: 'other', session_id: session, seq: 1 });
    expect(await wrong.closed).toBe(4004);
  });

  it('can be asked to reconnect, or be invalidated', async () => {
    const { discord, enter, connect } = await withGateway();
    const { until, session } = await enter();
    discord.gateway.askToReconnect();
    await until(({ op }) => op === 7);
    discord.gateway.invalidate(true);
    await until(({ op, d }) => op === 9 && d === true);
    discord.gateway.invalidate(false);
    await until(({ op, d }) => op === 9 && d === false);
    const second = connect();
    await second.send(6, { token: discord.token, session_id: session, seq: 1 });
    expect(await second.until(({ op }) => op === 9)).toMatchObject({ d: false });
  });
});

describe('an event', () => {
  it('is sent to sessions with the intent', async () => {
    const { discord, call, enter } = await withGateway();
    const { until, heard: received } = await enter();
    const guild = discord.addGuild();
    const general = discord.addChannel(guild);
    await call(`POST /channels/${general.id}/messages`, { content: 'x' });
    const thread = discord.addThread(general);
    discord.archive(thread);
    discord.deny(general, ['SendMessages']);
    discord.deleteChannel(thread);
    discord.deleteChannel(general);
    discord.breakDown(guild);
    discord.recover(guild);
    discord.kick(guild);
    discord.gateway.repeatLast();
    await until(({ t, d }) => t === 'GUILD_DELETE' && !('unavailable' in fieldsOf(d)));
    await until(({ s }) => s === received.at(-1)?.s && received.filter((other) => other.s === s).length === 2);
    expect(received.slice(2).map(({ t }) => t)).toEqual([
      'GUILD_CREATE',
      'CHANNEL_CREATE',
      'THREAD_CREATE',
      'THREAD_UPDATE',
      'CHANNEL_UPDATE',
      'THREAD_DELETE',
      'CHANNEL_DELETE',
      'GUILD_DELETE',
      'GUILD_CREATE',
      'GUILD_DELETE',
      'GUILD_DELETE',
    ]);
    expect(received.find(({ t }) => t === 'GUILD_DELETE')?.d).toEqual({ id: guild.id, unavailable: true });
  });

  it('can be a message', async () => {
    const { discord, call, identify } = await withGateway();
    const { until } = await identify({ intents: GUILDS | (1 << 9) });
    await until(({ t }) => t === 'READY');
    const general = discord.addChannel(discord.addGuild());
    const { body } = await call(`POST /channels/${general.id}/messages`, { content: 'x' });
    expect(await until(({ t }) => t === 'MESSAGE_CREATE')).toMatchObject({ d: { id: body['id'], content: 'x' } });
    discord.deleteMessage({ channelId: general.id, id: String(body['id']) });
    expect(await until(({ t }) => t === 'MESSAGE_DELETE')).toMatchObject({ d: { id: body['id'] } });
  });
});
