import { describe, expect, it } from 'vitest';
import { runTelegram } from './running.ts';

async function withAnn(options = {}) {
  const running = await runTelegram(options);
  const ann = running.telegram.addUser();
  return { ...running, ann, hi: { chat_id: ann.id, text: 'Hi' } };
}

describe('updates', () => {
  it('are delivered until the bot asks for later ones', async () => {
    const { telegram, updates, ann } = await withAnn();
    const { updateId = 0 } = telegram.say(ann, ann.id, 'one');
    telegram.say(ann, ann.id, 'two');
    expect(await updates()).toHaveLength(2);
    expect(await updates({ limit: 1 })).toMatchObject([{ update_id: updateId, message: { text: 'one' } }]);
    expect(await updates({ offset: updateId + 1 })).toMatchObject([{ message: { text: 'two' } }]);
    expect(telegram.pendingUpdates()).toBe(1);
  });

  it('are delivered to a long poll', async () => {
    const { telegram, updates, ann } = await withAnn();
    const waiting = updates({ timeout: 30 });
    await telegram.waitFor(() => telegram.calls('getUpdates').length > 0);
    telegram.say(ann, ann.id, 'one');
    expect(await waiting).toMatchObject([{ message: { text: 'one' } }]);
  });

  it('can be redelivered', async () => {
    const { telegram, updates, ann } = await withAnn();
    const { updateId = 0 } = telegram.say(ann, ann.id, 'one');
    telegram.redeliver(updateId);
    expect(await updates({ offset: updateId + 1 })).toMatchObject([{ update_id: updateId }]);
    expect(await updates({ offset: updateId + 1 })).toEqual([]);
    expect(() => telegram.redeliver(1)).toThrow('There was no update 1.');
  });

  it('are limited to the requested kinds', async () => {
    const { telegram, updates, ann } = await withAnn();
    await updates({ allowed_updates: ['inline_query'] });
    expect(telegram.say(ann, ann.id, 'one').updateId).toBeUndefined();
    expect(telegram.ask(ann, 'one').updateId).toBeDefined();
  });

  it('can be dropped at the start', async () => {
    const { telegram, call, updates, ann } = await withAnn();
    telegram.say(ann, ann.id, 'one');
    expect(await call('getWebhookInfo')).toMatchObject({ result: { url: '', pending_update_count: 1 } });
    await call('deleteWebhook', { drop_pending_updates: true });
    expect(await updates()).toEqual([]);
  });

  it('go to one client at a time', async () => {
    const { telegram, call, ann } = await withAnn();
    const first = call('getUpdates', { timeout: 30 });
    await telegram.waitFor(() => telegram.calls('getUpdates').length === 1);
    const second = call('getUpdates', { timeout: 30 });
    expect(await first).toMatchObject({ ok: false, error_code: 409 });
    telegram.takeOver();
    expect(await second).toMatchObject({ ok: false, error_code: 409 });
    telegram.takeOver();
    expect(await call('getUpdates')).toMatchObject({ ok: false, error_code: 409 });
    telegram.say(ann, ann.id, 'one');
    expect(await call('getUpdates')).toMatchObject({ ok: true, result: [{}] });
    expect(telegram.violations()).toEqual([]);
  });
});

describe('a token', () => {
  it('is valid until it is revoked', async () => {
    const { telegram, call } = await runTelegram({ token: '42:secret', botUsername: 'press_bot' });
    expect(await call('getMe')).toMatchObject({ ok: true, result: { id: 42, username: 'press_bot', is_bot: true } });
    const waiting = call('getUpdates', { timeout: 30 });
    await telegram.waitFor(() => telegram.calls('getUpdates').length === 1);
    telegram.revoke();
    expect(await waiting).toMatchObject({ error_code: 401, description: 'Unauthorized' });
    expect(await call('getMe')).toMatchObject({ error_code: 401 });
    expect((await fetch(`${telegram.apiRoot}/bot43:other/getMe`)).status).toBe(401);
  });
});

describe('a fault', () => {
  it('hits its method, after the skipped requests and the given number of times', async () => {
    const { telegram, call, hi } = await withAnn();
    telegram.fault({ on: 'sendMessage', skip: 1, times: 2, action: { kind: 'error', code: 400, message: 'No.' } });
    const oks: boolean[] = [];
    for (const method of ['getMe', 'sendMessage', 'sendMessage', 'getMe', 'sendMessage', 'sendMessage']) {
      oks.push((await call(method, method === 'getMe' ? {} : hi)).ok);
    }
    expect(oks).toEqual([true, true, false, true, false, true]);
    expect(telegram.calls('sendMessage').map(({ fault }) => fault)).toEqual([undefined, 'error', 'error', undefined]);
  });

  it('is an error with parameters', async () => {
    const { telegram, call } = await withAnn();
    const parameters = { migrate_to_chat_id: -100 };
    telegram.fault({ on: '*', action: { kind: 'error', code: 400, message: 'Moved', parameters } });
    expect(await call('getMe')).toEqual({ ok: false, error_code: 400, description: 'Moved', parameters });
  });

  it('is a 429 that counts early retries', async () => {
    const { telegram, call, hi } = await withAnn();
    telegram.fault({ on: 'sendMessage', action: { kind: 'rate', retryAfter: 30 } });
    expect(await call('sendMessage', hi)).toMatchObject({ error_code: 429, parameters: { retry_after: 30 } });
    expect(telegram.earlyRetries()).toBe(0);
    await call('sendMessage', hi);
    expect(telegram.earlyRetries()).toBe(1);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('happens %s the effect', async (phase, sent) => {
    const { telegram, raw, ann, hi } = await withAnn();
    telegram.fault({ on: 'sendMessage', action: { kind: 'status', status: 502, phase } });
    const response = await raw('sendMessage', hi);
    expect([response.status, await response.text()]).toEqual([502, expect.stringContaining('<h1>502</h1>')]);
    expect(telegram.botMessages(ann.id)).toHaveLength(sent);
    telegram.fault({ on: 'sendMessage', action: { kind: 'reset', phase } });
    await expect(raw('sendMessage', hi)).rejects.toThrow('fetch failed');
    telegram.fault({ on: 'sendMessage', action: { kind: 'garbage', phase } });
    await expect((await raw('sendMessage', hi)).json()).rejects.toThrow(SyntaxError);
    expect(telegram.botMessages(ann.id)).toHaveLength(sent * 3);
  });

  it('is a response that never comes', async () => {
    const { telegram, raw, ann, hi } = await withAnn();
    telegram.fault({ on: 'sendMessage', action: { kind: 'hang' } });
    const hanging = raw('sendMessage', hi).catch(() => 'cut off');
    await telegram.waitFor(() => telegram.calls('sendMessage')[0]?.fault, 'the fault');
    expect(telegram.botMessages(ann.id)).toEqual([]);
    await telegram.stop();
    expect(await hanging).toBe('cut off');
  });
});

describe('a limit', () => {
  it('applies to one chat, and counts early retries', async () => {
    const { telegram, call, ann, hi } = await withAnn({ rates: { private: { limit: 1, perMs: 60_000 } } });
    const other = { chat_id: telegram.addUser().id, text: 'Hi' };
    expect(await call('sendMessage', hi)).toMatchObject({ ok: true });
    expect(await call('sendMessage', hi)).toMatchObject({ error_code: 429, parameters: { retry_after: 60 } });
    expect(telegram.earlyRetries()).toBe(0);
    expect(await call('sendMessage', other)).toMatchObject({ ok: true });
    expect(await call('sendMessage', hi)).toMatchObject({ error_code: 429 });
    expect(telegram.earlyRetries()).toBe(1);
    expect(telegram.botMessages(ann.id)).toHaveLength(1);
  });

  it('counts each picture of an album, in groups and globally', async () => {
    const media = [1, 2].map((at) => ({ type: 'photo', media: `https://example.org/${at}.jpg` }));
    const rates = { group: { limit: 2, perMs: 60_000 }, global: { limit: 3, perMs: 60_000 } };
    const { telegram, call, hi } = await withAnn({ rates });
    const { id } = telegram.addGroup();
    expect(await call('sendMediaGroup', { chat_id: id, media })).toMatchObject({ ok: true });
    expect(await call('sendMessage', { ...hi, chat_id: id })).toMatchObject({ error_code: 429 });
    expect(await call('sendMessage', hi)).toMatchObject({ ok: true });
    expect(await call('sendMessage', hi)).toMatchObject({ error_code: 429 });
  });
});

describe('waitFor', () => {
  it('resolves with the first value', async () => {
    const { telegram, call, ann, hi } = await withAnn();
    const waiting = telegram.waitFor(() => telegram.botMessages(ann.id)[0]?.text);
    await call('sendMessage', hi);
    expect(await waiting).toBe('Hi');
  });

  it('rejects with the error of its probe', async () => {
    const { telegram } = await withAnn();
    await expect(telegram.waitFor(() => telegram.messages(1))).rejects.toThrow('The test knows no chat 1.');
  });
});
