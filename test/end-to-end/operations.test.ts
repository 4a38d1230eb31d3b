import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openState } from '../../adapters/stores.ts';
import { startDiscord } from '../emulators/discord/discord.ts';
import { startTelegram, type TelegramEmulator } from '../emulators/telegram/telegram.ts';
import { pastSlot, subscribeAll } from '../faults/subscribe.ts';
import { readMetric } from '../fixtures/read-metric.ts';
import { freePort } from './free-port.ts';
import { createPlace, type Place } from './process.ts';
import { ferry } from './snapshots.ts';

const SOON = { timeout: 30_000, interval: 100 };
const HOSTILE = ferry.replace('The ferry that would not retire', 'x"} 1 gazette_fake{chat="42"} 1');

let place: Place;
let telegram: TelegramEmulator;
let port: number;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/ferry.md': HOSTILE });
  telegram = await startTelegram();
  port = await freePort();
});
afterEach(async () => {
  await telegram.stop();
  await place.remove();
});

const start = () =>
  place.start([], {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    STORE_URL: 'sqlite:state.sqlite',
    HTTP_PORT: String(port),
  });

async function get(path: string): Promise<{ status: number; body: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, body: await response.text() };
}

async function subscribe(chat: string): Promise<void> {
  const state = await openState({ scheme: 'sqlite', location: join(place.folder, 'state.sqlite') });
  await subscribeAll([{ platform: 'telegram', chat }], { slot: pastSlot(new Date()) }, state.subscriptions);
  await state.close();
}

describe('a bot with HTTP_PORT', () => {
  it('tells Prometheus what it delivers, and nothing about who or what', async () => {
    const ann = telegram.addUser();
    await subscribe(String(ann.id));
    const { child, ended } = start();
    await telegram.waitFor(() => telegram.botMessages(ann.id).length > 0, 'the digest');
    const metrics = await vi.waitFor(async () => {
      const { body } = await get('/metrics');
      expect(readMetric(body, 'gazette_editions_total{platform="telegram",outcome="sent"}')).toBe(1);
      // The digest may arrive before the first request for updates is answered.
      expect(readMetric(body, 'gazette_platform_connected{platform="telegram"}')).toBe(1);
      return body;
    }, SOON);
    expect(readMetric(metrics, 'gazette_parts_sent_total{platform="telegram"}')).toBeGreaterThanOrEqual(1);
    expect(readMetric(metrics, 'gazette_delivery_lateness_seconds_sum{platform="telegram"}')).toBeGreaterThan(3000);
    expect(readMetric(metrics, 'gazette_subscriptions{platform="telegram",state="active"}')).toBe(1);
    expect(readMetric(metrics, 'gazette_deliveries{platform="telegram",state="waiting"}')).toBe(0);
    expect(readMetric(metrics, 'gazette_store_up')).toBe(1);
    expect(readMetric(metrics, 'gazette_articles')).toBe(1);
    expect(readMetric(metrics, 'gazette_snapshot_parse_seconds_count')).toBe(1);
    expect(metrics).not.toMatch(new RegExp(`gazette_fake|ferry|${ann.id}|${telegram.token}`));
    expect(await get('/healthz')).toEqual({ status: 200, body: '{"alive":true}' });
    expect(await get('/readyz')).toEqual({ status: 200, body: '{"ready":true}' });
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    await expect(get('/healthz')).rejects.toThrow('fetch failed');
  });

  it('counts refusals and the waits that the platform asks for', async () => {
    const ann = telegram.addUser();
    await subscribe(String(ann.id));
    telegram.fault({ on: 'sendMessage', times: 1, action: { kind: 'rate', retryAfter: 1 } });
    const { child, ended } = start();
    await telegram.waitFor(() => telegram.botMessages(ann.id).length > 0, 'the digest');
    const { body } = await get('/metrics');
    expect(readMetric(body, 'gazette_platform_refusals_total{platform="telegram",code="429"}')).toBe(1);
    expect(readMetric(body, 'gazette_platform_wait_seconds_total{platform="telegram"}')).toBe(1);
    child.kill('SIGTERM');
    await ended;
  });

  it('is not ready before the platform lets it in, nor when the store is gone', async () => {
    const lost = { kind: 'error', code: 401, message: 'Unauthorized' } as const;
    telegram.fault({ on: 'getMe', times: Number.POSITIVE_INFINITY, action: lost });
    const first = start();
    await telegram.waitFor(() => telegram.calls('getMe').length > 0, 'a try');
    const reasons = ['telegram is not connected.'];
    await vi.waitFor(async () => {
      const { status, body } = await get('/readyz');
      expect([status, JSON.parse(body)]).toEqual([503, { ready: false, reasons }]);
    }, SOON);
    first.child.kill('SIGTERM');
    await first.ended;
    await telegram.stop();

    telegram = await startTelegram();
    const { child, ended } = start();
    await vi.waitFor(async () => expect((await get('/readyz')).status).toBe(200), SOON);
    await rm(join(place.folder, 'state.sqlite'));
    const { status, body } = await get('/readyz');
    expect([status, JSON.parse(body)]).toEqual([503, { ready: false, reasons: ['The store does not answer.'] }]);
    expect((await get('/healthz')).status).toBe(200);
    child.kill('SIGTERM');
    await ended;
  });

  it('is ready once all shards on Discord are, and not while the connection is refused', async () => {
    const token = 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated';
    const discord = await startDiscord({ token, maxConcurrency: 16 });
    const { child, ended } = place.start([], {
      DISCORD_TOKEN: token,
      DISCORD_API_URL: discord.api,
      DISCORD_SHARDS: '2',
      HTTP_PORT: String(port),
    });
    await vi.waitFor(async () => expect((await get('/readyz')).status).toBe(200), SOON);
    expect(discord.gateway.shards()).toEqual([0, 1]);
    discord.gateway.close(4014);
    await vi.waitFor(async () => expect((await get('/readyz')).body).toContain('discord is not connected.'), SOON);
    expect(readMetric((await get('/metrics')).body, 'gazette_platform_connected{platform="discord"}')).toBe(0);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    await discord.stop();
  });

  it('does not start where the port is taken, and says what to do', async () => {
    const { child, ended } = start();
    await vi.waitFor(async () => expect((await get('/healthz')).status).toBe(200), SOON);
    const { code, err } = await place.run([], {
      env: { HTTP_PORT: String(port), STORE_URL: 'sqlite:other.sqlite' },
    });
    expect(code).toBe(1);
    expect(err).toContain(`HTTP_PORT ${port} is in use. Set another port.`);
    child.kill('SIGTERM');
    await ended;
  });
});
