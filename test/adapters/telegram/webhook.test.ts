import type { Update } from 'telegraf/types';
import { describe, expect, it } from 'vitest';
import { TelegramFailure } from '../../../adapters/telegram/errors.ts';
import { receiveWebhook, webhookSecret } from '../../../adapters/telegram/updates/webhook.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createFakeClient } from '../../fakes/telegram-client.ts';

const URL_SET = 'https://bot.example/hook';
const SECRET = webhookSecret('123456789:token');

interface Info {
  url: string;
  last_error_date?: number;
  last_error_message?: string;
}

/** A webhook whose state at Telegram is what `infos` say, one after the other. */
function begin(infos: readonly (Info | Error)[] = [{ url: '' }, { url: URL_SET }]) {
  const clock = createFakeClock();
  const stopping = new AbortController();
  const received: number[] = [];
  const news: string[] = [];
  const answered = new Map<number, PromiseWithResolvers<void>>();
  const left = [...infos];
  const { client, asked } = createFakeClient(({ method }) => {
    if (method === 'setWebhook') return true;
    const info = left.length > 1 ? left.shift() : left[0];
    if (info instanceof Error) throw info;
    return info;
  });
  let handle: (request: Request) => Promise<Response> = () => Promise.reject(new Error('Nobody listens.'));
  const serving = receiveWebhook(
    async (updates: readonly Update[]) => {
      for (const { update_id: id } of updates) received.push(id);
    },
    (what, why) => news.push(why === undefined ? what : `${what}: ${why.message}`),
    {
      url: URL_SET,
      secret: SECRET,
      client,
      clock,
      signal: stopping.signal,
      serveAt: (path, serve) => {
        expect(path).toBe('/hook');
        handle = serve;
      },
      whenAnswered: async ({ update_id: id }) => await answered.get(id)?.promise,
      report: (error) => {
        throw error;
      },
    },
  );
  const post = async (body: unknown, secret = SECRET) => {
    const init = { method: 'POST', headers: { 'x-telegram-bot-api-secret-token': secret } };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return (await handle(new Request(URL_SET, { ...init, body: text }))).status;
  };
  const set = () => asked.filter(({ method }) => method === 'setWebhook');
  const checks = () => asked.filter(({ method }) => method === 'getWebhookInfo').length;
  return { clock, stopping, serving, received, news, answered, post, set, checks };
}

describe('a webhook', () => {
  it('is set once, with the secret and the kinds of updates', async () => {
    const { clock, set, news } = begin();
    await clock.pass(5 * 60_000);
    expect(set()).toHaveLength(1);
    expect(set()[0]?.parameters).toMatchObject({ url: URL_SET, secret_token: SECRET });
    expect(SECRET).toMatch(/^[\w-]{43}$/);
    expect(news).toEqual([]);
  });

  it('is set again if another program has changed it', async () => {
    const { clock, set } = begin([{ url: URL_SET }, { url: 'https://other.example/' }, { url: URL_SET }]);
    await clock.pass(0);
    expect(set()).toHaveLength(0);
    await clock.pass(60_000);
    expect(set()).toHaveLength(1);
  });

  it('says what Telegram cannot reach, and when it is over', async () => {
    const old = { url: URL_SET, last_error_date: 100, last_error_message: 'Connection refused' };
    const fresh = { url: URL_SET, last_error_date: 200, last_error_message: 'SSL error' };
    const { clock, news } = begin([old, old, fresh, fresh]);
    await clock.pass(60_000);
    expect(news).toEqual([]);
    await clock.pass(60_000);
    expect(news).toEqual(['lost: Telegram does not reach TELEGRAM_WEBHOOK_URL: SSL error']);
    await clock.pass(60_000);
    expect(news).toHaveLength(2);
    expect(news[1]).toBe('back');
  });

  it('is checked less and less often while Telegram does not answer', async () => {
    const { clock, checks } = begin([new TelegramFailure({ reason: 'busy', message: 'Telegram is down.' })]);
    await clock.pass(60_000);
    // After 0, 1, 3, 7, 15 and 31 s.
    expect(checks()).toBe(6);
    await clock.pass(10 * 60_000);
    expect(checks()).toBe(6 + 20);
  });

  it('hands each update over once, and confirms it once it is answered', async () => {
    const { clock, post, received, answered } = begin();
    await clock.pass(0);
    const done = Promise.withResolvers<void>();
    answered.set(7, done);
    let status: number | undefined;
    const first = post({ update_id: 7 }).then((given) => {
      status = given;
    });
    const again = post({ update_id: 7 });
    await clock.pass(1000);
    expect([received, status]).toEqual([[7], undefined]);
    done.resolve();
    await first;
    expect([status, await again, received]).toEqual([200, 200, [7]]);
  });

  it('does not let Telegram wait for ever', async () => {
    const { clock, post, answered } = begin();
    await clock.pass(0);
    answered.set(7, Promise.withResolvers<void>());
    const status = post({ update_id: 7 });
    await clock.pass(30_000);
    expect(await status).toBe(200);
  });

  it.each(['', 'wrong', SECRET.slice(1), `${SECRET}x`])('refuses the secret "%s"', async (secret) => {
    const { clock, post, received } = begin();
    await clock.pass(0);
    expect(await post({ update_id: 7 }, secret)).toBe(401);
    expect(received).toEqual([]);
  });

  it.each(['no JSON', '[]', 'null', '{}', '{"update_id":"7"}'])('refuses %s, which is no update', async (body) => {
    const { clock, post, received } = begin();
    await clock.pass(0);
    expect(await post(body)).toBe(400);
    expect(received).toEqual([]);
  });

  it('leaves updates to others while it stops, and ends', async () => {
    const { clock, post, stopping, serving, received, set } = begin();
    await clock.pass(0);
    stopping.abort();
    await serving;
    expect([await post({ update_id: 7 }), received, set().length]).toEqual([503, [], 1]);
  });
});
