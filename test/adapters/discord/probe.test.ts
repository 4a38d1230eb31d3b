import { describe, onTestFinished } from 'vitest';
import { probeDiscord } from '../../../adapters/discord/probe.ts';
import { discordSettings } from '../../../adapters/discord/settings.ts';
import { checkContract } from '../../contracts/check.ts';
import { startDiscord } from '../../emulators/discord/discord.ts';

const TOKEN = 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated';

describe('asking Discord', () => {
  checkContract({
    settings: discordSettings,
    probe: probeDiscord,
    async start() {
      const discord = await startDiscord({ token: TOKEN, botUsername: 'press' });
      onTestFinished(() => discord.stop());
      return { env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api }, name: 'press' };
    },
    withOtherToken: (env) => ({ ...env, DISCORD_TOKEN: TOKEN.replace('token0', 'token1') }),
  });
});
