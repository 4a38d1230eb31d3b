import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Call } from './call.ts';
import { Refusal, refusal } from './refusal.ts';
import type { createRoutes } from './routes.ts';

/** An answer; a body that is a text goes out as it is. */
export interface Told {
  status: number;
  body: unknown;
  headers: Readonly<Record<string, string>>;
  isJson?: boolean;
}

/** What a request is answered with. */
export type Answer = Told | 'reset' | 'hang';

interface Deps {
  routes: ReturnType<typeof createRoutes>;
  /** Is given why, where the request cannot be carried out at all. */
  answer: (call: Call, authorization: string, wrong?: Refusal) => Promise<Answer>;
}

/** Speaks HTTP on the loopback address: hands each request over as a call. */
export async function serveCalls(deps: Deps) {
  const server = createServer((request, response) => {
    void respond(request, response, deps);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    server,
    host: `127.0.0.1:${port}`,
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, { routes, answer }: Deps): Promise<void> {
  const { call, wrong } = await readCall(request, routes);
  const answered = await answer(call, request.headers.authorization ?? '', wrong);
  if (answered === 'hang' || response.destroyed) return;
  if (answered === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const { status, body, headers } = answered;
  const isText = typeof body === 'string';
  const type = isText && !answered.isJson ? 'text/html' : 'application/json';
  response.writeHead(status, { ...headers, ...(status !== 204 && { 'content-type': type }) });
  response.end(status === 204 ? undefined : toBody(body));
}

async function readCall(
  request: IncomingMessage,
  routes: Deps['routes'],
): Promise<{ call: Call; wrong: Refusal | undefined }> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const method = request.method ?? 'GET';
  const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10(?=\/)/, '');
  const seen = attempt(() => {
    if (!url.pathname.startsWith('/api/v10/')) throw refusal('noRoute');
    return routes(method, path);
  });
  const raw = await readText(request);
  const parsed = attempt(() => parseBody(raw, request.headers['content-type'] ?? ''));
  const { route = `${method} ${path}`, ids = {} } = seen.value ?? {};
  const common = { method, route, path, ids, query: url.searchParams, at: Date.now(), breaches: [] };
  return { call: { ...common, body: parsed.value }, wrong: seen.wrong ?? parsed.wrong };
}

function attempt<Value>(get: () => Value): { value: Value; wrong?: never } | { value?: never; wrong: Refusal } {
  try {
    return { value: get() };
  } catch (error) {
    if (error instanceof Refusal) return { wrong: error };
    throw error;
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** JSON only: a bot that sends files would need another form. */
function parseBody(raw: string, type: string): unknown {
  if (raw === '') return undefined;
  if (!type.startsWith('application/json')) throw refusal('notEmulated');
  try {
    return JSON.parse(raw);
  } catch (cause) {
    throw Object.assign(refusal('noJson'), { cause });
  }
}

function toBody(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}
