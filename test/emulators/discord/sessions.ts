interface Dispatch {
  op: 0;
  s: number;
  t: string;
  d: unknown;
}

/** What a session is connected with. */
export interface Connection {
  send(payload: object): void;
  close(code: number, reason?: string): void;
  /** Ends it without a word. */
  cut(): void;
}

export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly events: Dispatch[];
  connection: Connection | undefined;
}

/** https://discord.com/developers/docs/events/gateway#gateway-intents */
export const INTENT = { guilds: 1 << 0, guildMessages: 1 << 9, directMessages: 1 << 12 };

/** Tells the bot of something; sessions that did not ask for such events hear nothing, 0 is for all. */
export type Dispatching = (kind: string, payload: object, intent: number) => void;

/** What was dispatched to whom; a session that lost its connection keeps all of it for when it resumes. */
export function createSessions() {
  const sessions = new Map<string, Session>();

  function tell(session: Session, t: string, d: unknown): void {
    const event: Dispatch = { op: 0, s: session.events.length + 1, t, d: structuredClone(d) };
    session.events.push(event);
    session.connection?.send(event);
  }

  return {
    tell,
    open(intents: number, connection: Connection): Session {
      const session: Session = { id: crypto.randomUUID(), intents, events: [], connection };
      sessions.set(session.id, session);
      return session;
    },
    find: (id: unknown) => sessions.get(String(id)),
    forget: ({ id }: Session) => sessions.delete(id),
    dispatch: ((kind, payload, intent) => {
      for (const session of sessions.values())
        if (intent === 0 || (session.intents & intent) !== 0) tell(session, kind, payload);
    }) satisfies Dispatching,
    /** The last dispatch of every session once more. */
    repeat(): void {
      for (const { connection, events } of sessions.values()) {
        const last = events.at(-1);
        if (last) connection?.send(last);
      }
    },
  };
}
