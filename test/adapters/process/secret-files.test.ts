import { join } from 'node:path';
import { expect, it } from 'vitest';
import { secrets, settings } from '../../../adapters/index.ts';
import { readSecretFiles } from '../../../adapters/process/secret-files.ts';
import { ConfigError, readConfig } from '../../../src/config.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const TOKEN = '123456789:AAbbccddeeffgghhiijjkkllmmnnooppqqr';

async function read(env: Record<string, string>, files: Record<string, string> = {}) {
  const folder = await temporaryFolder(files);
  const placed = Object.entries(env).map(([name, value]) => [name, value.replace('~', folder)] as const);
  const filled = readSecretFiles(Object.fromEntries(placed), secrets);
  return { folder, config: () => readConfig(settings, filled.env, filled.problems) };
}

it('reads a secret from a file, without the line end behind it', async () => {
  const { config } = await read({ TELEGRAM_TOKEN_FILE: '~/token' }, { token: `${TOKEN}\n` });
  expect(config().telegram?.token).toBe(TOKEN);
});

it('leaves everything else as it is', async () => {
  const { config } = await read({ TELEGRAM_TOKEN: TOKEN, DISCORD_TOKEN_FILE: '', DEFAULT_TIME_FILE: '~/none' });
  expect(config()).toMatchObject({ telegram: { token: TOKEN }, discord: undefined, defaults: { time: '08:00' } });
});

it('tells every file that cannot be used, with the other problems, and quotes no secret', async () => {
  const { folder, config } = await read(
    {
      DISCORD_TOKEN_FILE: '~/none',
      SUMMARY_MODEL_KEY: 'sk-secret',
      SUMMARY_MODEL_KEY_FILE: '~/token',
      STORE_URL_FILE: '~/empty',
      HTTPS_PROXY_FILE: '~/large',
      TELEGRAM_TOKEN_FILE: '~/token',
      DEFAULT_TIME: '25:00',
    },
    { token: 'hunter2 is no token', empty: ' \n', large: 'x'.repeat(65_537) },
  );
  expect(config).toThrow(ConfigError);
  const message = String(
    (() => {
      try {
        return config();
      } catch (error) {
        return error;
      }
    })(),
  );
  expect(message).toContain(`DISCORD_TOKEN_FILE names ${join(folder, 'none')}, which cannot be read (ENOENT).`);
  expect(message).toContain('SUMMARY_MODEL_KEY_FILE is set, and so is SUMMARY_MODEL_KEY. Remove one of them.');
  expect(message).toContain(`STORE_URL_FILE names ${join(folder, 'empty')}, which is empty.`);
  expect(message).toContain(`HTTPS_PROXY_FILE names ${join(folder, 'large')}, which is too large for a secret.`);
  expect(message).toContain('TELEGRAM_TOKEN is not a valid Telegram bot token');
  expect(message).toContain('DEFAULT_TIME');
  expect(message).not.toMatch(/hunter2|sk-secret/);
});
