import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { fieldsOf } from '../call.ts';
import { type Connection, createSessions, INTENT, type Session } from './sessions.ts';
import { parseShard, shardOf } from './shards.ts';

interface Deps {
  token: () => string | undefined;
  heartbeatMs: number;
  /** The privileged intents that the application may use. */
  privilegedIntents: number;
  /** The payload of READY without the session's fields. */
  ready: (isOurs: (guild: { id: string }) => boolean) => object;
  guilds: () => readonly { id: string }[];
  /** How long each shard that identifies makes the others wait. */
  identifyMs: number;
  /** How many shards may identify in that time. */
  maxConcurrency: number;
  changed: () => void;
}

interface Client {
  readonly socket: WebSocket;
  readonly connection: Connection;
  readonly watch: NodeJS.Timeout;
  session?: Session;
}

type Fields = Readonly<Record<string, unknown>>;

type CloseFrame = [code: number, reason: string];

export type Gateway = ReturnType<typeof createGateway>;

const GUILD_MEMBERS = 1 << 1;
const GUILD_PRESENCES = 1 << 8;
const MESSAGE_CONTENT = 1 << 15;
const PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
const MAX_BYTES = 4096;
/** A session times out after this many missed heartbeats; Discord publishes no number. */
const MISSED_HEARTBEATS = 4;

/** A session cannot be resumed after these: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
const FINAL_CODES = [1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014];

/** Gateway version 10, JSON without compression. */
export function createGateway(deps: Deps) {
  const { token, heartbeatMs, privilegedIntents, ready, guilds, identifyMs, maxConcurrency, changed } = deps;
  const identifiedAt = new Map<number, number>();
  const silent = new Set<number>();
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = createSessions();
  const clients = new Set<Client>();
  const count = { identify: 0, resume: 0, heartbeat: 0, early: 0 };
  let isAcknowledging = true;
  let url = '';

  function toAll(act: (connection: Connection) => void): void {
    for (const { connection } of clients) act(connection);
  }

  /** Why a client may not identify or resume; undefined if it may. */
  function findCloseReason(client: Client, data: Fields): CloseFrame | undefined {
    if (client.session) return [4005, 'Already authenticated.'];
    if (data['token'] !== token()) return [4004, 'Authentication failed.'];
    return undefined;
  }

  function identify(client: Client, data: Fields): CloseFrame | undefined {
    const intents = Number(data['intents']);
    const closeFrame = findCloseReason(client, data);
    if (closeFrame) return closeFrame;
    if (!Number.isInteger(intents) || intents < 0) return [4013, 'Invalid intent(s).'];
    if ((intents & PRIVILEGED & ~privilegedIntents) !== 0) return [4014, 'Disallowed intent(s).'];
    const shard = parseShard(data['shard']);
    if (shard === undefined) return [4010, 'Invalid shard.'];
    if (silent.has(shard[0])) return undefined;
    if (isTooEarly(shard[0])) {
      count.early += 1;
      client.connection.send({ op: 9, d: false });
      return undefined;
    }
    const isOurs = (guild: { id: string }) => shardOf(guild.id, shard[1]) === shard[0];
    const session = sessions.open({ intents, shard }, client.connection);
    client.session = session;
    count.identify += 1;
    sessions.send(session, 'READY', { ...ready(isOurs), shard, session_id: session.id, resume_gateway_url: url });
    if ((intents & INTENT.guilds) === 0) return undefined;
    for (const guild of guilds().filter(isOurs)) sessions.send(session, 'GUILD_CREATE', guild);
    return undefined;
  }

  /** Shards with the same remainder wait for each other. */
  function isTooEarly(id: number): boolean {
    const bucket = id % maxConcurrency;
    if (Date.now() - (identifiedAt.get(bucket) ?? 0) < identifyMs) return true;
    identifiedAt.set(bucket, Date.now());
    return false;
  }

  function resume(client: Client, data: Fields): CloseFrame | undefined {
    const session = sessions.find(data['session_id']);
    const seq = Number(data['seq']);
    const closeFrame = findCloseReason(client, data);
    if (closeFrame) return closeFrame;
    if (!session) {
      client.connection.send({ op: 9, d: false });
      return undefined;
    }
    if (silent.has(session.shard[0])) return undefined;
    if (seq > session.events.length) return [4007, 'Invalid seq.'];
    session.connection?.cut();
    session.connection = client.connection;
    client.session = session;
    count.resume += 1;
    for (const event of session.events.slice(seq)) client.connection.send(event);
    sessions.send(session, 'RESUMED', {});
    return undefined;
  }

  function acknowledgeHeartbeat(client: Client): undefined {
    client.watch.refresh();
    count.heartbeat += 1;
    if (isAcknowledging) client.connection.send({ op: 11 });
  }

  function handlePayload(client: Client, raw: string): CloseFrame | undefined {
    const payload = parsePayload(raw);
    if (!payload) return [4002, 'Decode error.'];
    switch (payload['op']) {
      case 1:
        return acknowledgeHeartbeat(client);
      case 2:
        return identify(client, fieldsOf(payload['d']));
      case 6:
        return resume(client, fieldsOf(payload['d']));
      case 3:
      case 4:
      case 8:
        return client.session ? undefined : [4003, 'Not authenticated.'];
      default:
        return [4001, 'Unknown opcode.'];
    }
  }

  function receive(client: Client, raw: string): void {
    const closeFrame = handlePayload(client, raw);
    if (closeFrame) client.connection.close(...closeFrame);
    changed();
  }

  function accept(socket: WebSocket, query: URLSearchParams): void {
    const connection = toConnection(socket);
    const watch = setTimeout(
      () => connection.close(4009, 'Session timed out.'),
      heartbeatMs * MISSED_HEARTBEATS,
    ).unref();
    const client: Client = { socket, connection, watch };
    clients.add(client);
    socket.on('message', (raw: Buffer) => receive(client, raw.toString()));
    socket.on('error', () => connection.cut());
    socket.on('close', (code) => {
      clearTimeout(watch);
      clients.delete(client);
      if (client.session?.connection === connection) client.session.connection = undefined;
      if (client.session && FINAL_CODES.includes(code)) sessions.forget(client.session);
      changed();
    });
    const isPlain = query.get('encoding') === 'json' && !query.has('compress');
    if (query.get('v') !== '10') connection.close(4012, 'Invalid API version.');
    else if (isPlain) connection.send({ op: 10, d: { heartbeat_interval: heartbeatMs } });
    else connection.close(4002, 'Decode error.');
    changed();
  }

  return {
    /** Accepts connections on an existing HTTP server. */
    attach(server: Server, address: string): void {
      url = address;
      server.on('upgrade', (request, socket, head) => {
        const { searchParams } = new URL(request.url ?? '/', 'ws://127.0.0.1');
        sockets.handleUpgrade(request, socket, head, (client) => accept(client, searchParams));
      });
    },
    url: () => url,
    dispatch: sessions.dispatch,
    stop: () => toAll((connection) => connection.cut()),
    /** The ids of the shards that are connected. */
    shards: () => [...clients].flatMap(({ session }) => session?.shard[0] ?? []).sort((a, b) => a - b),
    isReady: () => [...clients].some(({ session }) => session !== undefined),
    count: () => ({ ...count, connections: clients.size }),
    /** Asks the bot to reconnect and resume. */
    askToReconnect: () => toAll((connection) => connection.send({ op: 7 })),
    invalidate(resumable: boolean): void {
      for (const { connection, session } of clients) {
        if (!resumable && session) sessions.forget(session);
        connection.send({ op: 9, d: resumable });
      }
    },
    close: (code: number, reason = '') => toAll((connection) => connection.close(code, reason)),
    /** Drops all connections without a close frame. */
    cut: () => toAll((connection) => connection.cut()),
    /** Answers a shard that identifies or resumes no more, or again. */
    answerShard(id: number, isAnswered: boolean): void {
      if (isAnswered) silent.delete(id);
      else silent.add(id);
    },
    /** Closes the connection of one shard. */
    closeShard(id: number, code: number): void {
      for (const { session, connection } of clients) if (session?.shard[0] === id) connection.close(code);
    },
    /** Turns heartbeat acknowledgements on or off; without them the connection is a zombie. */
    acknowledge(isAnswered: boolean): void {
      isAcknowledging = isAnswered;
    },
    repeatLast: sessions.repeat,
    /** Sends any text to the bot. */
    sendText: (text: string) => {
      for (const { socket } of clients) socket.send(text);
    },
  };
}

function toConnection(socket: WebSocket): Connection {
  return {
    send: (payload) => socket.send(JSON.stringify({ t: null, s: null, d: null, ...payload })),
    close: (code, reason = '') => socket.close(code, reason),
    cut: () => socket.terminate(),
  };
}

function parsePayload(raw: string): Readonly<Record<string, unknown>> | undefined {
  if (Buffer.byteLength(raw) > MAX_BYTES) return undefined;
  try {
    return fieldsOf(JSON.parse(raw));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
