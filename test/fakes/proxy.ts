import http from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** An HTTP proxy. */
export interface FakeProxy {
  url: string;
  /** What went through it: `CONNECT host:port`, or a method with an address; in order. */
  seen: readonly string[];
  /** The credentials of the last request. */
  authorization(): string | undefined;
  stop(): Promise<void>;
}

/** Starts a proxy that forwards requests and tunnels. It alone knows the names that end in `.invalid`: they are this machine. */
export async function startProxy(): Promise<FakeProxy> {
  const seen: string[] = [];
  let authorization: string | undefined;
  const sockets = new Set<Duplex>();
  const keep = (socket: Duplex): void => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  };
  const note = (request: http.IncomingMessage, what: string): void => {
    seen.push(what);
    authorization = request.headers['proxy-authorization'];
  };
  const forward = ({ method, url, headers }: http.IncomingMessage) => {
    const { 'proxy-authorization': _, ...others } = headers;
    const target = new URL(url ?? '');
    target.hostname = known(target.hostname);
    return http.request(target, { method, headers: others });
  };
  const server = http.createServer((request, response) => {
    note(request, `${request.method} ${request.url}`);
    const onward = forward(request).on('error', () => response.destroy());
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  server.on('connection', keep);
  server.on('connect', (request, socket, head) => {
    note(request, `CONNECT ${request.url}`);
    const { hostname, port } = new URL(`http://${request.url}`);
    const target = connect(Number(port || 80), known(hostname), () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    keep(target);
  });
  server.on('upgrade', (request, socket, head) => {
    note(request, `UPGRADE ${request.url}`);
    const onward = forward(request).on('error', () => socket.destroy());
    onward.on('upgrade', (answer, target, first) => {
      keep(target);
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
      socket.write(first);
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    onward.end();
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    authorization: () => authorization,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => void server.close(done));
    },
  };
}

function known(hostname: string): string {
  return hostname.endsWith('.invalid') ? '127.0.0.1' : hostname;
}
