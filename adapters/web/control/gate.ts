import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { WebAccess } from '../access.ts';
import { createSecret, isSame } from '../secrets.ts';
import { createGuessLimit } from './guess-limit.ts';

/** The name of the cookie of a session. */
export const SESSION_COOKIE = 'gazette';
const SESSION_MS = 12 * 60 * 60 * 1000;
const MAX_SESSIONS = 100;

/** Somebody who knows the token. */
export interface Session {
  id: string;
  /** Forms prove with it that they are the page's own. */
  formToken: string;
  untilMs: number;
}

/** What became of a try to open the control room. */
export type Opened = { session: Session } | { session: undefined; waitMs: number };

/** Decides who may see and change what belongs to chats. */
export interface Gate {
  /** Whether there is a control room. */
  readonly exists: boolean;
  /** The session of a request. */
  sessionOf(context: Context): Session | undefined;
  /** Whether a request may see chats: with a session; without a token, whoever reaches a page that is not public. */
  maySee(context: Context): boolean;
  /** Opens a session for the right token. After wrong ones, the same visitor has to wait. */
  open(typed: string, visitor: string): Opened;
  close(context: Context): void;
}

/** Creates the gate. Sessions live in memory: a new process asks for the token again. */
export function createGate({ token, isPublic }: WebAccess, now: () => Date): Gate {
  const sessions = new Map<string, Session>();
  const guesses = createGuessLimit();

  function sessionOf(context: Context): Session | undefined {
    const session = sessions.get(getCookie(context, SESSION_COOKIE) ?? '');
    return session !== undefined && session.untilMs > now().getTime() ? session : undefined;
  }

  function begin(): Session {
    const [oldest] = sessions.keys();
    if (sessions.size >= MAX_SESSIONS && oldest !== undefined) sessions.delete(oldest);
    const session = { id: createSecret(), formToken: createSecret(), untilMs: now().getTime() + SESSION_MS };
    sessions.set(session.id, session);
    return session;
  }

  return {
    exists: token !== undefined || !isPublic,
    sessionOf,
    maySee: (context) => (token === undefined ? !isPublic : sessionOf(context) !== undefined),
    open(typed, visitor) {
      const at = now();
      const waitMs = guesses.waitMs(visitor, at);
      if (token === undefined || waitMs > 0) return { session: undefined, waitMs };
      if (isSame(typed, token)) {
        guesses.forget(visitor);
        return { session: begin() };
      }
      guesses.count(visitor, at);
      return { session: undefined, waitMs: guesses.waitMs(visitor, at) };
    },
    close: (context) => void sessions.delete(getCookie(context, SESSION_COOKIE) ?? ''),
  };
}
