import { createHash } from 'node:crypto';
import { retryWhile } from '../shared/retry-while.ts';
import { storeError } from '../shared/store-failure.ts';
import { isLost, isMoving, isUnknownScript, NoAnswer, toStoreError } from './errors.ts';
import type { RedisLocation } from './location.ts';

/** A word of a command. */
export type Word = string | number;

/** A connection to a Redis server, made again when it is lost. Every method rejects with `StoreError` if the server cannot be used. */
export interface Connection {
  readonly label: string;
  /** Sends a command. It may be sent twice if the connection is lost, so it must do no harm twice. */
  call<Reply>(...words: Word[]): Promise<Reply>;
  /** Runs a script, which gets the prefix of all keys as `KEYS[1]`; it may run twice too. */
  run<Reply>(script: string, ...values: Word[]): Promise<Reply>;
  close(): Promise<void>;
}

/** The part of a client that is used. */
interface Client {
  sendCommand<Reply>(words: readonly string[]): Promise<Reply>;
  destroy(): void;
}

/** A server that restarts may be back by then; a dead one must not hold up a person who waits for an answer. */
const RECONNECT_MS = 1000;
const CONNECT_TIMEOUT_MS = 2500;
const COMMAND_TIMEOUT_MS = 3000;
/** State that is moved can be changed again, where it was, when that is done. */
const MOVING_MS = 30_000;

/** Creates a connection; nothing is connected yet. */
export function createConnection({ url, prefix, label }: Omit<RedisLocation, 'library'>): Connection {
  let connecting: Promise<Client> | undefined;
  let isClosed = false;

  function connected(): Promise<Client> {
    const attempt = connecting ?? connect(url, prefix);
    connecting = attempt;
    attempt.catch(() => {
      if (connecting === attempt) connecting = undefined;
    });
    return attempt;
  }

  async function send<Reply>(words: readonly Word[]): Promise<Reply> {
    const attempt = connected();
    const client = await attempt;
    try {
      return await within(COMMAND_TIMEOUT_MS, client.sendCommand<Reply>(words.map(String)));
    } catch (error) {
      if (isLost(error) && connecting === attempt) {
        connecting = undefined;
        destroy(client);
      }
      throw error;
    }
  }

  async function call<Reply>(...words: Word[]): Promise<Reply> {
    if (isClosed) throw storeError('closed', label);
    try {
      return await retryWhile(() => send<Reply>(words), patienceMs);
    } catch (error) {
      throw isClosed ? storeError('closed', label, { cause: error }) : toStoreError(error, label);
    }
  }

  return {
    label,
    call,
    async run<Reply>(script: string, ...values: Word[]) {
      const rest = [1, prefix, ...values];
      try {
        return await call<Reply>('EVALSHA', createHash('sha1').update(script).digest('hex'), ...rest);
      } catch (error) {
        if (!isUnknownScript(error)) throw error;
        return await call<Reply>('EVAL', script, ...rest);
      }
    },
    async close() {
      isClosed = true;
      const client = await connecting?.catch(() => undefined);
      if (client !== undefined) destroy(client);
    },
  };
}

/** A client that never waits for a server by itself: whoever uses it decides for how long. */
async function connect(url: string, name: string): Promise<Client> {
  // It takes a while to load, and most bots do without.
  const { createClient } = await import('@redis/client');
  const client = createClient({
    url,
    name,
    RESP: 2,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2 * CONNECT_TIMEOUT_MS, reconnectStrategy: false, keepAlive: true },
  });
  // Whoever uses the connection next gets the error, or another connection.
  client.on('error', () => undefined);
  try {
    await within(CONNECT_TIMEOUT_MS, client.connect());
    return client;
  } catch (error) {
    destroy(client);
    throw error;
  }
}

function destroy(client: Pick<Client, 'destroy'>): void {
  try {
    client.destroy();
  } catch (error) {
    // It has ended by itself.
    if (!isLost(error)) throw error;
  }
}

/** Rejects if there is no answer in time. What has arrived while this process was busy counts as an answer. */
async function within<Result>(ms: number, answer: Promise<Result>): Promise<Result> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => setImmediate(() => reject(new NoAnswer(ms))), ms);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
    answer.catch(() => undefined);
  }
}

/** Silence has taken long enough. */
function patienceMs(error: unknown): number {
  if (isMoving(error)) return MOVING_MS;
  return isLost(error) && !(error instanceof NoAnswer) ? RECONNECT_MS : 0;
}
