import { expect, it } from 'vitest';
import type { Probe } from '../../adapters/shared/platform.ts';
import { readConfig, type Settings } from '../../src/config.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';

type Env = Readonly<Record<string, string | undefined>>;

interface Subject<Asked> {
  settings: Settings<Asked | undefined>;
  probe(settings: Asked): Probe;
  /** A platform that knows the token, and what it calls the bot. */
  start(): Promise<{ env: Env; name: string }>;
  /** Settings whose token the platform does not know, at the address of one that was started. */
  withOtherToken(env: Env): Env;
}

/** What every platform's check promises. */
export function checkContract<Asked extends object>({ settings, probe, start, withOtherToken }: Subject<Asked>): void {
  function check(env: Env): Probe | undefined {
    const { platform } = readConfig({ platform: settings }, env);
    return platform && probe(platform);
  }

  it('asks nothing of a platform that the settings do not ask for', () => {
    expect(check({})).toBeUndefined();
  });

  it('says what the bot is called, and how to invite it', async () => {
    const { env, name } = await start();
    expect(await check(env)?.ask()).toEqual({ name, invitation: expect.stringMatching(/^https:\/\//u) as string });
  });

  it('says why the bot is not let in, without the token', async () => {
    const { env } = await start();
    const other = withOtherToken(env);
    const failed: unknown = await check(other)
      ?.ask()
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(DeliveryError);
    const tokens = Object.entries(other).filter(([name]) => name.endsWith('_TOKEN'));
    for (const [, token] of tokens) expect(String(failed)).not.toContain(token);
  });
}
