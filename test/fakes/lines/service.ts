import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Clock } from '../../../src/clock.ts';

/** A text in a chat: from the bot, or from a person. */
export interface Line {
  id: number;
  chat: string;
  text: string;
}

const MAX_BYTES = 500;
const MAX_PER_SECOND = 5;

/**
 * The server of a made-up platform: plain texts of at most 500 bytes, five a second, never edited. `heard` is called after
 * a text of the bot arrived and before that is confirmed.
 */
export async function startLineService(clock: Pick<Clock, 'nowMs'>, heard: (line: Line) => unknown = () => undefined) {
  const sent: Line[] = [];
  const said: Line[] = [];
  const gone = new Set<string>();
  const failures: [status: number, body: object][] = [];
  const violations: string[] = [];
  let times: number[] = [];

  function accept({ chat, text }: Omit<Line, 'id'>): [status: number, body: object] {
    const failure = failures.shift();
    if (failure !== undefined) return failure;
    if (gone.has(chat)) return [404, {}];
    if (Buffer.byteLength(text) > MAX_BYTES) violations.push(`too long: ${text}`);
    times = times.filter((at) => at > clock.nowMs() - 1000);
    if (times.length >= MAX_PER_SECOND) return [429, { retryAfterMs: 1000 }];
    times.push(clock.nowMs());
    const line = { id: sent.length + 1, chat, text };
    sent.push(line);
    return [200, line];
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const after = /after=(\d+)/u.exec(request.url ?? '')?.[1];
    const posted = after === undefined ? accept((await json(request)) as Line) : undefined;
    const [status, body] = posted ?? [200, said.filter(({ id }) => id > Number(after))];
    if (posted?.[0] === 200) await heard(body as Line);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    violations,
    sentTo: (chat: string) => sent.filter((line) => line.chat === chat),
    say: (chat: string, text: string) => void said.push({ id: said.length + 1, chat, text }),
    close: (chat: string) => void gone.add(chat),
    failNext: (status: number, body: object = {}) => void failures.push([status, body]),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
