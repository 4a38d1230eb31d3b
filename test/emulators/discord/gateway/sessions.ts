import { isOfShard, type Shard } from './shards.ts';

interface DispatchEvent {
  op: 0;
  s: number;
  t: string;
  d: unknown;
}

/** The socket of a session. */
export interface Connection {
  send(payload: object): void;
  close(code: number, reason?: string): void;
  /** Drops the connection without a close frame. */
  cut(): void;
}

export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
  readonly events: DispatchEvent[];
  connection: Connection | undefined;
}

/** https://discord.com/developers/docs/events/gateway#gateway-intents */
export const INTENT = { guilds: 1 << 0, guildMessages: 1 << 9, directMessages: 1 << 12 };

/** Sends an event to the sessions that have the intent; 0 sends it to all. */
export type Dispatch = (kind: string, payload: object, intent: number) => void;

/** The gateway sessions. A session without a connection keeps its events until it resumes. */
export function createSessions() {
  const sessions = new Map<string, Session>();

  function send(session: Session, t: string, d: unknown): void {
    const event: DispatchEvent = { op: 0, s: session.events.length + 1, t, d: structuredClone(d) };
    session.events.push(event);
    session.connection?.send(event);
  }

  return {
    send,
    open({ intents, shard }: Pick<Session, 'intents' | 'shard'>, connection: Connection): Session {
      const session: Session = { id: crypto.randomUUID(), intents, shard, events: [], connection };
      sessions.set(session.id, session);
      return session;
    },
    find: (id: unknown) => sessions.get(String(id)),
    forget: ({ id }: Session) => sessions.delete(id),
    dispatch: ((kind, payload, intent) => {
      for (const session of sessions.values())
        if ((intent === 0 || (session.intents & intent) !== 0) && isOfShard(kind, payload, session.shard))
          send(session, kind, payload);
    }) satisfies Dispatch,
    /** Sends the last event of every session again. */
    repeat(): void {
      for (const { connection, events } of sessions.values()) {
        const last = events.at(-1);
        if (last) connection?.send(last);
      }
    },
  };
}
