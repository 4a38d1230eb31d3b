import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type WebSocket, WebSocketServer } from 'ws';
import { nodeFlags } from '../adapters/process/node-flags.mjs';
import { scaled } from './scale.ts';

const GUILDS = scaled(1000);
const CHANNELS = 60;
const ROLES = 30;
const BOT = { id: '1', username: 'gazette', discriminator: '0', avatar: null, bot: true };
const JOINED_AT = '2024-05-01T00:00:00.000000+00:00';

/** A server as the gateway sends it: https://discord.com/developers/docs/events/gateway-events#guild-create */
function guildOf(number: number): object {
  const id = (part: number) => String(10n ** 17n + BigInt(number) * 1000n + BigInt(part));
  const overwrite = (part: number) => ({ id: id(part), type: 0, allow: '1024', deny: '2048' });
  return {
    id: id(0),
    name: `Community number ${number}`,
    icon: null,
    owner_id: id(1),
    preferred_locale: 'en-US',
    features: ['COMMUNITY', 'NEWS'],
    joined_at: JOINED_AT,
    member_count: 250,
    premium_tier: 0,
    system_channel_flags: 0,
    nsfw_level: 0,
    verification_level: 1,
    roles: Array.from({ length: ROLES }, (_, at) => ({
      id: at === 0 ? id(0) : id(100 + at),
      name: `Role number ${at}`,
      color: 0,
      hoist: false,
      position: at,
      permissions: '2248473465835073',
      managed: false,
      mentionable: false,
      flags: 0,
      icon: null,
    })),
    channels: Array.from({ length: CHANNELS }, (_, at) => ({
      id: id(200 + at),
      type: at % 10 === 0 ? 4 : 0,
      name: `channel-number-${at}`,
      position: at,
      nsfw: false,
      topic: 'What this channel is for, in a line of words.',
      parent_id: null,
      last_message_id: id(300 + at),
      permission_overwrites: [overwrite(101), overwrite(102)],
      rate_limit_per_user: 0,
      flags: 0,
    })),
    members: [{ user: BOT, roles: [id(101)], joined_at: JOINED_AT, deaf: false, mute: false, flags: 0 }],
    threads: [],
    emojis: [],
    stickers: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
  };
}

/** Sends all servers to a client, and then an interaction of an unknown type that marks the end. */
function sendGuilds(socket: WebSocket, url: string): void {
  let s = 0;
  const send = (t: string, d: object) => {
    s += 1;
    socket.send(JSON.stringify({ op: 0, s, t, d }));
  };
  const guilds = Array.from({ length: GUILDS }, (_, number) => guildOf(number));
  const unavailable = guilds.map((guild) => ({ ...('id' in guild && { id: guild.id }), unavailable: true }));
  const session = { session_id: 'session', resume_gateway_url: url, application: { id: '1', flags: 0 } };
  send('READY', { v: 10, user: BOT, guilds: unavailable, ...session });
  for (const guild of guilds) send('GUILD_CREATE', guild);
  send('INTERACTION_CREATE', { id: '2', type: 99, application_id: '1', token: 'token', version: 1 });
}

const server = createServer((_request, response) => {
  const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ url, shards: 1, session_start_limit }));
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const address = server.address();
const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
const url = `ws://${host}`;
new WebSocketServer({ server }).on('connection', (socket) => {
  socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
  socket.on('message', (raw: Buffer) => {
    const { op } = JSON.parse(raw.toString()) as { op: number };
    if (op === 1) socket.send(JSON.stringify({ op: 11 }));
    if (op === 2) sendGuilds(socket, url);
  });
});

const script = fileURLToPath(new URL('discord-memory.ts', import.meta.url));
const megabytes = (bytes: number) => Number((bytes / 1024 ** 2).toFixed(1));
for (const client of ['nothing', 'gazette', 'discord.js, default caches']) {
  const flags = ['--expose-gc', ...nodeFlags];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, client, `http://${host}/api`]);
  const { rss, heapUsed } = JSON.parse(stdout) as { rss: number; heapUsed: number };
  const figures = { megabytes: megabytes(rss), heapMegabytes: megabytes(heapUsed) };
  process.stdout.write(
    `${JSON.stringify({ memory: client, guilds: GUILDS, channels: CHANNELS, roles: ROLES, ...figures })}\n`,
  );
}
server.closeAllConnections();
process.exit(0);
