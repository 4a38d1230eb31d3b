import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { readForm } from '../read-form.ts';
import { type Call, fieldsOf } from './call.ts';

/** A response, a closed connection, or no response at all; a string body is sent as it is. */
export type Answer = { status: number; body: unknown } | 'reset' | 'hang';

interface ServerOptions {
  /** A connection that was idle for longer is dropped at the next request; never by default. */
  maxIdleMs?: number | undefined;
  /** The text of a file to download. */
  fileAt?: (path: string) => string | undefined;
}

/** An HTTP server on the loopback address that passes each request on as a call. */
export async function serveCalls(
  answer: (call: Call, token: string) => Promise<Answer>,
  { maxIdleMs = Number.POSITIVE_INFINITY, fileAt }: ServerOptions = {},
) {
  const idleSince = new WeakMap<Socket, number>();
  const server = createServer((request, response) => {
    const { socket } = request;
    if (Date.now() - (idleSince.get(socket) ?? Date.now()) > maxIdleMs) {
      socket.resetAndDestroy();
      return;
    }
    response.on('close', () => idleSince.set(socket, Date.now()));
    const file = fileAt?.(request.url ?? '');
    if (file !== undefined) response.end(file);
    else void respond(request, response, answer);
  });
  // Like Telegram, the server does not tell for how long it keeps a connection.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (call: Call, token: string) => Promise<Answer>,
): Promise<void> {
  const hangUp = new AbortController();
  response.on('close', () => hangUp.abort());
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, token = '', method = ''] = /^\/bot([^/]+)\/([^/]+)$/.exec(url.pathname) ?? [];
  const body = await readBody(request).catch(() => undefined);
  if (body === undefined) {
    response.writeHead(400).end('{"ok":false,"error_code":400,"description":"Bad Request: can\'t parse JSON object"}');
    return;
  }
  const params = { ...Object.fromEntries(url.searchParams), ...body };
  const call = { method, params, at: Date.now(), violations: [], hungUp: hangUp.signal };
  const answered = await answer(call, token);
  if (answered === 'hang' || response.destroyed) return;
  if (answered === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const type = typeof answered.body === 'string' ? 'text/html' : 'application/json';
  const text = typeof answered.body === 'string' ? answered.body : JSON.stringify(answered.body, omitTestFields);
  response.writeHead(answered.status, { 'content-type': type }).end(text);
}

/** Reads JSON or a form; a file becomes its name, type and text. */
async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return {};
  if (type.startsWith('application/json')) return fieldsOf(JSON.parse(body.toString()));
  return Object.fromEntries((await readForm(body, type)) ?? new URLSearchParams(body.toString()));
}

function omitTestFields(name: string, value: unknown): unknown {
  return name === 'photo_source' || name === 'document_text' ? undefined : value;
}
