import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runTelegram } from './running.ts';

interface Received {
  secret: IncomingMessage['headers'][string];
  update: { update_id: number; message: { text: string } };
}

/** A bot's server, which answers with these statuses, and then with 200. */
async function listen(statuses: readonly number[] = []) {
  const left = [...statuses];
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const secret = request.headers['x-telegram-bot-api-secret-token'];
      received.push({ secret, update: JSON.parse(body) as Received['update'] });
      response.writeHead(left.shift() ?? 200).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, received };
}

async function begin(statuses?: readonly number[]) {
  const running = await runTelegram({ isLocal: true, webhookRetryMs: 5 });
  return { ...running, ...(await listen(statuses)), ann: running.telegram.addUser() };
}

describe('a webhook', () => {
  it('gets what waited and what comes, with the secret', async () => {
    const { telegram, call, url, received, ann } = await begin();
    telegram.say(ann, ann.id, 'one');
    await call('setWebhook', { url, secret_token: 'abc-_1' });
    telegram.say(ann, ann.id, 'two');
    await telegram.waitFor(() => telegram.pendingUpdates() === 0);
    expect(received.map(({ secret, update }) => [secret, update.message.text])).toEqual([
      ['abc-_1', 'one'],
      ['abc-_1', 'two'],
    ]);
    expect(await call('getWebhookInfo')).toMatchObject({ result: { url, pending_update_count: 0 } });
  });

  it('gets an update again until it confirms it', async () => {
    const { telegram, call, url, received, ann } = await begin([500, 401]);
    await call('setWebhook', { url });
    telegram.say(ann, ann.id, 'one');
    await telegram.waitFor(() => telegram.pendingUpdates() === 0);
    expect(received).toHaveLength(3);
    expect(telegram.webhookTries().map(({ status }) => status)).toEqual([500, 401, 200]);
    const { result } = await call('getWebhookInfo');
    expect(result).toMatchObject({ last_error_message: 'Wrong response from the webhook: 401 Unauthorized' });
  });

  it('excludes polling until it is deleted', async () => {
    const { telegram, call, refusal, url, ann } = await begin();
    const poll = call('getUpdates', { timeout: 30 });
    await telegram.waitFor(() => telegram.calls('getUpdates').length === 1);
    await call('setWebhook', { url });
    expect(await poll).toMatchObject({ error_code: 409, description: 'Conflict: terminated by setWebhook request' });
    expect(await refusal('getUpdates', {})).toMatch("can't use getUpdates method while webhook is active");
    await call('deleteWebhook');
    telegram.say(ann, ann.id, 'one');
    expect(await call('getUpdates')).toMatchObject({ result: [{ message: { text: 'one' } }] });
  });

  it('gets only the kinds of updates that it wants', async () => {
    const { telegram, call, url, ann } = await begin();
    await call('setWebhook', { url, allowed_updates: ['inline_query'] });
    expect(telegram.say(ann, ann.id, 'one').updateId).toBeUndefined();
  });

  it.each([
    [{ url: 'http://bot.example/hook' }, 'An HTTPS URL must be provided for webhook'],
    [{ url: 'https://bot.example:9999/hook' }, 'only on ports 80, 88, 443 or 8443'],
    [{ url: 'nothing' }, 'invalid webhook URL specified'],
    [{ url: 'https://bot.example/', secret_token: 'a b' }, 'secret token contains unallowed characters'],
  ])('is refused with %j', async (params, why) => {
    const { refusal } = await runTelegram();
    expect(await refusal('setWebhook', params)).toContain(why);
  });
});
