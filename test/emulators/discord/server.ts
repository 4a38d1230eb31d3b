import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readForm, type Upload } from '../read-form.ts';
import type { Call } from './call.ts';
import { Refusal, refusal } from './refusal.ts';
import type { createRoutes } from './routes.ts';

/** A response; a string body is sent as it is. */
export interface HttpResponse {
  status: number;
  body: unknown;
  headers: Readonly<Record<string, string>>;
  isJson?: boolean;
}

/** A response, a closed connection, or no response at all. */
export type Answer = HttpResponse | 'reset' | 'hang';

interface Deps {
  routes: ReturnType<typeof createRoutes>;
  /** Handles a request; `refused` is set if the request is malformed. */
  answer: (call: Call, authorization: string, refused?: Refusal) => Promise<Answer>;
}

/** An HTTP server on the loopback address that passes each request on as a call. */
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
  const { call, refused } = await readCall(request, routes);
  const answered = await answer(call, request.headers.authorization ?? '', refused);
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
): Promise<{ call: Call; refused: Refusal | undefined }> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const method = request.method ?? 'GET';
  const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10(?=\/)/, '');
  const seen = attempt(() => {
    if (!url.pathname.startsWith('/api/v10/')) throw refusal('noRoute');
    return routes(method, path);
  });
  const { json, files, type } = await readBody(request);
  const parsed = attempt(() => parseBody(json, type));
  const { route = `${method} ${path}`, ids = {} } = seen.value ?? {};
  const common = { method, route, path, ids, query: url.searchParams, at: Date.now(), violations: [] };
  return { call: { ...common, files, body: parsed.value }, refused: seen.refused ?? parsed.refused };
}

function attempt<Value>(get: () => Value): { value: Value; refused?: never } | { value?: never; refused: Refusal } {
  try {
    return { value: get() };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error };
    throw error;
  }
}

interface Body {
  json: string;
  type: string;
  files: Upload[];
}

/** The body, or the field of a form that contains it, and the files of the form. */
async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const form = await readForm(body, type);
  if (form === undefined) return { json: body.toString(), type, files: [] };
  const json = form.get('payload_json');
  const files = [...form.values()].filter((field) => typeof field !== 'string');
  return { json: typeof json === 'string' ? json : '', type: 'application/json', files };
}

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
