import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../../adapters/telegram/client.ts';
import { runTelegram } from '../../emulators/telegram/running.ts';
import type { TelegramOptions } from '../../emulators/telegram/telegram.ts';

const SENDER = fileURLToPath(new URL('../../fixtures/processes/sending-process.ts', import.meta.url));

async function start(options: TelegramOptions & { idleMs?: number } = {}) {
  const { telegram } = await runTelegram(options);
  const { token, apiRoot } = telegram;
  const client = createClient({ token, apiRoot, ...(options.idleMs !== undefined && { idleMs: options.idleMs }) });
  return { telegram, client };
}

const UNCLEAR = { name: 'TelegramFailure', reason: 'busy', kind: 'unclear', unclear: true };

describe('a response of the wrong shape', () => {
  const nothing = [null, {}, [], { ok: true }, { ok: true, result: null }, { ok: true, result: {} }, 'text', 5];

  it.each(nothing.map((body) => [JSON.stringify(body), body]))(
    'leaves it unclear whether a message was sent: %s',
    async (_name, body) => {
      const { telegram, client } = await start();
      const ann = telegram.addUser();
      for (const method of ['sendMessage', 'sendMediaGroup', 'getMe'] as const) {
        telegram.fault({ on: method, action: { kind: 'body', body } });
        await expect(client.call(method, { chat_id: ann.id, text: 'Ferry' })).rejects.toMatchObject(UNCLEAR);
      }
    },
  );

  it('of updates is unclear too', async () => {
    const { telegram, client } = await start();
    for (const result of [null, {}, undefined, 'text']) {
      telegram.fault({ on: 'getUpdates', action: { kind: 'body', body: { ok: true, result } } });
      await expect(client.call('getUpdates', { timeout: 0 })).rejects.toMatchObject(UNCLEAR);
    }
  });
});

describe('a connection', () => {
  it('is not used again after it was idle for long: it may have been dropped', async () => {
    const { telegram, client } = await start({ maxIdleMs: 120, idleMs: 60 });
    const ann = telegram.addUser();
    for (const word of ['one', 'two']) {
      await client.call('sendMessage', { chat_id: ann.id, text: word });
      await wait(200);
    }
    expect(telegram.botMessages(ann.id)).toHaveLength(2);
  });

  it('is kept while a request waits for its response', async () => {
    const { client } = await start({ idleMs: 50 });
    expect(await client.call('getUpdates', { timeout: 1 })).toEqual([]);
  });
});

describe('a process that was stopped while a request was running', () => {
  it('reads the response that has arrived meanwhile', async () => {
    const { telegram } = await runTelegram();
    const ann = telegram.addUser();
    telegram.fault({ on: 'sendMessage', action: { kind: 'delay', ms: 100 } });
    const child = spawn(process.execPath, [SENDER, telegram.token, telegram.apiRoot, String(ann.id)]);
    const printed = text(child.stdout);
    await telegram.waitFor(() => telegram.calls('sendMessage').length > 0, 'the request');
    child.kill('SIGSTOP');
    await wait(1500);
    child.kill('SIGCONT');
    expect(JSON.parse(await printed)).toMatchObject({ message_id: 1 });
  });
});
