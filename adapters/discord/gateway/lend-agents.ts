import http from 'node:http';
import https from 'node:https';

/** The agents for unencrypted and encrypted connections. */
export interface Agents {
  http: http.Agent;
  https: https.Agent;
}

/** What discord.js reads right before it opens a connection, in the same turn of the event loop. */
interface ConnectionOptions {
  handshakeTimeout: number | null;
}

/**
 * Makes discord.js open its connections through agents. It has no option for that, and `ws` uses none by itself. Therefore
 * the agents are added to the request that is made in the same turn in which discord.js reads its options for it. No other
 * request can be made in that turn.
 */
export function lendAgents(options: ConnectionOptions, agents: Agents): void {
  const { handshakeTimeout } = options;
  Object.defineProperty(options, 'handshakeTimeout', {
    get() {
      addAgentUntilTurnEnds(http, agents.http);
      addAgentUntilTurnEnds(https, agents.https);
      return handshakeTimeout;
    },
  });
}

/** `ws` calls `request` with one argument: its options. */
function addAgentUntilTurnEnds(protocol: { request: typeof http.request }, agent: http.Agent): void {
  const { request } = protocol;
  protocol.request = ((options: http.RequestOptions) => {
    const { createConnection: _, ...others } = options;
    return request({ ...others, agent });
  }) as typeof request;
  queueMicrotask(() => {
    protocol.request = request;
  });
}
