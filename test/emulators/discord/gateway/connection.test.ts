import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { DiscordOptions } from '../discord.ts';
import { runDiscord } from '../running.ts';

const POST = 'POST /channels/{channel_id}/messages';

async function withChannel(options: DiscordOptions = {}) {
  const running = await runDiscord(options);
  const { discord, call, raw } = running;
  const guild = discord.addGuild();
  const general = discord.addChannel(guild);
  const route = `POST /channels/${general.id}/messages`;
  const send = (content = 'Hi') => call(route, { content });
  return { ...running, guild, general, route, send, rawSend: () => raw(route, { content: 'Hi' }) };
}

function stopClock(): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
}

describe('a request', () => {
  it('needs the token, which can be revoked', async () => {
    const { discord, call, code } = await runDiscord({ token: 'secret', botUsername: 'press' });
    expect(await call('GET /users/@me')).toMatchObject({ status: 200, body: { username: 'press', bot: true } });
    expect(await call('GET /applications/@me')).toMatchObject({ body: { id: discord.bot.id } });
    discord.revoke();
    expect(await call('GET /users/@me')).toMatchObject({
      status: 401,
      body: { message: '401: Unauthorized', code: 0 },
    });
    expect(await code('POST /webhooks/1/2', { content: 'x' })).toBe(10015);
    expect(discord.invalidRequests()).toBe(1);
    expect(discord.violations()).toEqual([]);
  });

  it('needs a known route and a valid body', async () => {
    const { discord, call, route } = await withChannel();
    expect((await call('GET /nowhere')).status).toBe(404);
    expect((await call('DELETE /users/@me')).status).toBe(405);
    expect((await fetch(`${discord.api}/v9/users/@me`)).status).toBe(404);
    const url = `${discord.api}/v10${route.slice('POST '.length)}`;
    const authorization = `Bot ${discord.token}`;
    const post = (body: string, type: string) =>
      fetch(url, { method: 'POST', headers: { authorization, 'content-type': type }, body });
    expect(await (await post('{', 'application/json')).json()).toMatchObject({ code: 50109 });
    expect((await post('a=b', 'text/plain')).status).toBe(501);
    expect(discord.violations()).toHaveLength(5);
  });

  it('is recorded', async () => {
    const { discord, general, send } = await withChannel();
    await send();
    expect(discord.calls(POST)).toMatchObject([
      { ids: { channel_id: general.id }, body: { content: 'Hi' }, status: 200 },
    ]);
    expect(discord.calls()).toHaveLength(1);
  });
});

describe('a fault', () => {
  it('hits its route, after the skipped requests and the given number of times', async () => {
    const { discord, send, call } = await withChannel();
    const action = { kind: 'error', status: 403, code: 50013, message: 'No.' } as const;
    discord.fault({ on: POST, skip: 1, times: 2, action });
    const statuses: number[] = [];
    for (const at of [0, 1, 2, 3, 4]) {
      statuses.push((at === 2 ? await call('GET /users/@me') : await send()).status);
    }
    expect(statuses).toEqual([200, 403, 200, 403, 200]);
    expect(discord.calls(POST).map(({ fault, code }) => [fault, code])).toEqual([
      [undefined, undefined],
      ['error', 50013],
      ['error', 50013],
      [undefined, undefined],
    ]);
    expect(discord.invalidRequests()).toBe(2);
  });

  it('is a 429 that counts early retries', async () => {
    const { discord, send } = await withChannel();
    discord.fault({ on: '*', action: { kind: 'rate', retryAfter: 30 } });
    const { status, headers, body } = await send();
    expect([status, body]).toMatchObject([429, { retry_after: 30, global: false }]);
    expect(headers.get('x-ratelimit-scope')).toBe('user');
    expect([headers.get('retry-after'), headers.get('x-ratelimit-global')]).toEqual(['30', null]);
    expect(discord.earlyRetries()).toBe(0);
    await send();
    expect(discord.earlyRetries()).toBe(1);
  });

  it('is a 429 with the scope global or shared', async () => {
    const { discord, send, call } = await withChannel();
    discord.fault({ on: POST, action: { kind: 'rate', retryAfter: 1, scope: 'shared' } });
    await send();
    expect(discord.invalidRequests()).toBe(0);
    discord.fault({ on: POST, action: { kind: 'rate', retryAfter: 30, scope: 'global' } });
    const { headers, body } = await send();
    expect([headers.get('x-ratelimit-global'), body['global']]).toEqual(['true', true]);
    expect(discord.invalidRequests()).toBe(1);
    const before = discord.earlyRetries();
    await call('GET /users/@me');
    expect(discord.earlyRetries()).toBe(before + 1);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('happens %s the effect', async (phase, sent) => {
    const { discord, general, rawSend } = await withChannel();
    discord.fault({ on: POST, action: { kind: 'status', status: 502, phase } });
    const response = await rawSend();
    expect([response.status, await response.text()]).toEqual([502, expect.stringContaining('<h1>502</h1>')]);
    expect(discord.messages(general)).toHaveLength(sent);
    discord.fault({ on: POST, action: { kind: 'reset', phase } });
    await expect(rawSend()).rejects.toThrow('fetch failed');
    discord.fault({ on: POST, action: { kind: 'garbage', phase } });
    await expect((await rawSend()).json()).rejects.toThrow(SyntaxError);
    expect(discord.messages(general)).toHaveLength(sent * 3);
    discord.fault({ on: POST, action: { kind: 'hang', phase } });
    const hanging = rawSend().catch(() => 'cut off');
    await discord.waitFor(() => discord.calls(POST)[3]?.fault, 'the fault');
    if (sent > 0) await discord.waitFor(() => discord.messages(general).length === 4, 'the message');
    await discord.stop();
    expect(await hanging).toBe('cut off');
    expect(discord.messages(general)).toHaveLength(sent * 4);
  });

  it.each(['before', 'after'] as const)('is a delay %s the effect', async (phase) => {
    const { discord, general, send } = await withChannel();
    discord.fault({ on: POST, action: { kind: 'delay', ms: 5, phase } });
    expect((await send()).status).toBe(200);
    expect(discord.messages(general)).toHaveLength(1);
    expect(discord.calls(POST)).toMatchObject([{ fault: 'delay' }]);
  });
});

describe('a limit', () => {
  it('applies to a route in a channel, and is announced in headers', async () => {
    stopClock();
    const { discord, guild, code, send } = await withChannel({
      rates: { routes: { [POST]: { limit: 2, perMs: 5000 } } },
    });
    const first = await send();
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'x-ratelimit-limit': '2',
      'x-ratelimit-remaining': '1',
      'x-ratelimit-reset-after': '5',
    });
    await send();
    expect(await send()).toMatchObject({ status: 429, body: { retry_after: 5, global: false } });
    const other = discord.addChannel(guild);
    expect(await code(`POST /channels/${other.id}/messages`, { content: 'x' })).toBeUndefined();
    expect(discord.earlyRetries()).toBe(0);
    await send();
    expect([discord.earlyRetries(), discord.invalidRequests()]).toEqual([1, 2]);
    vi.setSystemTime(Date.now() + 5000);
    expect((await send()).status).toBe(200);
  });

  it('applies to all routes, except interactions', async () => {
    stopClock();
    const { call } = await withChannel({ rates: { perSecond: 2 } });
    const statuses = async (...routes: string[]) => {
      const statuses: number[] = [];
      for (const route of routes) statuses.push((await call(route, route.startsWith('POST') ? {} : undefined)).status);
      return statuses;
    };
    const me = 'GET /users/@me';
    expect(await statuses(me, me, me, 'POST /webhooks/1/2')).toEqual([200, 200, 429, 404]);
    expect(await call(me)).toMatchObject({ status: 429, body: { global: true, retry_after: 1 } });
    vi.setSystemTime(Date.now() + 1000);
    expect(await statuses(me)).toEqual([200]);
  });
});
