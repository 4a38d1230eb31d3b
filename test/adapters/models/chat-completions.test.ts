import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { createChatModel } from '../../../adapters/models/chat-completions.ts';
import { ModelError } from '../../../src/summary/language-model.ts';

const KEY = 'sk-secret-of-the-operator';
const task = { system: 'Summarise.', user: 'The ice road opens.' };
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** An endpoint on loopback that answers in this way. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const replying =
  (body: unknown, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

async function failure(url: string, timeoutMs = 10_000): Promise<Error> {
  const model = createChatModel({ url, model: 'tiny', key: KEY, timeoutMs });
  try {
    await model.complete(task);
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

describe('a model behind chat completions', () => {
  it.each(['', '/', '/chat/completions'])(
    'asks the endpoint with the key, and gives what it answers (address + %j)',
    async (end) => {
      const asked: { request: IncomingMessage; body: unknown }[] = [];
      const url = await serve((request, response) => {
        void text(request).then((body) => {
          asked.push({ request, body: JSON.parse(body) });
          response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: 'It opens.' } }] }));
        });
      });
      const model = createChatModel({ url: `${url}/v1${end}`, model: 'tiny', key: KEY, timeoutMs: 10_000 });
      expect(await model.complete(task)).toBe('It opens.');
      expect(asked).toHaveLength(1);
      expect(asked[0]?.request).toMatchObject({ method: 'POST', url: '/v1/chat/completions' });
      expect(asked[0]?.request.headers.authorization).toBe(`Bearer ${KEY}`);
      expect(asked[0]?.body).toMatchObject({
        model: 'tiny',
        messages: [
          { role: 'system', content: 'Summarise.' },
          { role: 'user', content: 'The ice road opens.' },
        ],
      });
    },
  );

  it('sends no key where there is none', async () => {
    let sent: string | undefined = 'nothing was asked';
    const url = await serve((request, response) => {
      sent = request.headers.authorization;
      replying({ choices: [{ message: { content: 'Yes.' } }] })(request, response);
    });
    expect(await createChatModel({ url, model: 'tiny', timeoutMs: 10_000 }).complete(task)).toBe('Yes.');
    expect(sent).toBeUndefined();
  });

  it('reads an answer of 200,000 bytes, and no larger one', async () => {
    const answering = (bytes: number): RequestListener => {
      const body = JSON.stringify({ choices: [{ message: { content: 'Yes.' } }] });
      return (_, response) => void response.end(body.padEnd(bytes));
    };
    const model = createChatModel({ url: await serve(answering(200_000)), model: 'tiny', timeoutMs: 10_000 });
    expect(await model.complete(task)).toBe('Yes.');
    expect((await failure(await serve(answering(200_001)))).message).toMatch(/far too much/);
  });

  it.each<[string, RequestListener, RegExp]>([
    ['refuses', replying({ error: { message: `wrong key ${KEY}` } }, 401), /answered 401/],
    ['answers in another form', replying({ output: 'x' }), /another form/],
    ['answers no JSON', (_, response) => void response.end('<html>'), /another form/],
    ['answers without end', (_, response) => void response.end('x'.repeat(300_000)), /far too much/],
    [
      'points elsewhere',
      (_, response) => void response.writeHead(302, { location: '/x' }).end(),
      /could not be reached/,
    ],
    ['hangs up', (request) => void request.socket.destroy(), /could not be reached/],
  ])('says so where it %s, without the key', async (_, answer, message) => {
    const error = await failure(await serve(answer));
    expect(error.message).toMatch(message);
    expect(`${error.message} ${error.stack ?? ''} ${String(error.cause)}`).not.toContain(KEY);
  });

  it('gives up after its time', async () => {
    const error = await failure(await serve(() => {}), 50);
    expect(error.message).toBe('The language model gave no answer within 0.05 seconds.');
  });
});
