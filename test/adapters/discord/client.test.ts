import { describe, expect, it } from 'vitest';
import { createClient } from '../../../adapters/discord/client.ts';
import type { DeliveryError } from '../../../src/delivery/delivery-error.ts';
import { runDiscord } from '../../emulators/discord/running.ts';

const CHANNEL = 'GET /channels/{channel_id}';

async function start() {
  const { discord } = await runDiscord();
  const refused: number[] = [];
  const { token, api } = discord;
  const client = createClient({ token, api, onInvalidRequest: (count) => void refused.push(count) });
  const general = discord.addChannel(discord.addGuild());
  return { discord, refused, client, get: () => client.call({ method: 'GET', route: `/channels/${general.id}` }) };
}

describe('the client of Discord', () => {
  it('keeps its token after a 401', async () => {
    const { discord, get } = await start();
    discord.fault({ on: CHANNEL, action: { kind: 'error', status: 401, code: 0, message: '401: Unauthorized' } });
    await expect(get()).rejects.toMatchObject({ reason: 'busy', kind: 'stopped' });
    expect(await get()).toMatchObject({ name: 'general' });
  });

  it('counts invalid requests, and no others', async () => {
    const { discord, refused, get } = await start();
    await get();
    expect(refused).toEqual([]);
    // discord.js has one counter for the whole process.
    discord.fault({
      on: CHANNEL,
      times: 2,
      action: { kind: 'error', status: 403, code: 50_001, message: 'Missing Access' },
    });
    await expect(get()).rejects.toMatchObject({ reason: 'forbidden' });
    await expect(get()).rejects.toMatchObject({ reason: 'forbidden' });
    expect(refused).toHaveLength(2);
    expect((refused[1] ?? 0) - (refused[0] ?? 0)).toBe(1);
  });

  it('repeats no request whose outcome is unclear', async () => {
    const { discord, get } = await start();
    discord.fault({ on: CHANNEL, action: { kind: 'status', status: 500 } });
    await expect(get()).rejects.toMatchObject({ reason: 'busy', kind: 'unclear' });
    expect(discord.calls(CHANNEL)).toHaveLength(1);
  });

  it('waits if Discord asks for a short wait, and rejects if it asks for a long one', async () => {
    const { discord, get } = await start();
    discord.fault({ on: CHANNEL, action: { kind: 'rate', retryAfter: 0.05 } });
    expect(await get()).toMatchObject({ name: 'general' });
    discord.fault({ on: CHANNEL, action: { kind: 'rate', retryAfter: 60 } });
    const error = await get().catch((failure: unknown) => failure);
    expect(error).toMatchObject({ reason: 'busy' });
    expect((error as DeliveryError).retryAfterMs).toBeGreaterThanOrEqual(60_000);
    expect(discord.earlyRetries()).toBe(0);
  });

  it('has no token in its errors', async () => {
    const { discord, get } = await start();
    await discord.stop();
    const error = await get().then(String, String);
    expect(error).toContain('ECONNREFUSED');
    expect(error).not.toContain(discord.token);
  });
});
