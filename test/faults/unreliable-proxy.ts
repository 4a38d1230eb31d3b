import { once } from 'node:events';
import { createServer, type IncomingMessage, request as requestOf, type ServerResponse } from 'node:http';
import type { HttpAnswer, Mishap } from './mishaps.ts';

export type UnreliableProxy = Awaited<ReturnType<typeof startUnreliableProxy>>;

/** A proxy before a server on this machine. Each request meets what `next` returns; it passes if that is undefined. */
export async function startUnreliableProxy(target: string, next: () => Mishap | undefined) {
  const { hostname, port } = new URL(target);
  let requests = 0;
  let mishaps = 0;
  const server = createServer((request, response) => {
    void respond(request, response).catch(() => response.destroy());
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await readAll(request);
    requests += 1;
    const mishap = next();
    if (mishap !== undefined) mishaps += 1;
    const isDone = mishap === undefined || mishap.isDone;
    const answer = isDone ? await forward(request, response, sent) : { status: 200, headers: {}, body: '' };
    if (mishap?.kind === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    const { status, headers, body } = mishap === undefined ? answer : mishap.change(answer);
    response.writeHead(status, headers);
    response.end(body);
  }

  async function forward(request: IncomingMessage, response: ServerResponse, sent: Buffer): Promise<HttpAnswer> {
    const { method, url, headers } = request;
    const forwarded = requestOf({ hostname, port, method, path: url, headers });
    // Whoever asked is gone, as a killed process is: then nobody asks here any more.
    response.once('close', () => forwarded.destroy());
    forwarded.end(sent);
    const [answered] = (await once(forwarded, 'response')) as [IncomingMessage];
    const body = (await readAll(answered)).toString();
    return { status: answered.statusCode ?? 0, headers: toHeaders(answered), body };
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const own = typeof address === 'object' && address ? `127.0.0.1:${address.port}` : '';
  return {
    /** The target's address, through the proxy. */
    address: target.replace(`${hostname}:${port}`, own),
    requests: () => requests,
    mishaps: () => mishaps,
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The length and the encoding are those of the body that is sent on. */
function toHeaders({ headers }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !/^(?:content-length|transfer-encoding|connection)$/u.test(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
