import { describe, expect, it } from 'vitest';
import { RATE_LIMITS } from '../../../adapters/discord/rate-limits.ts';
import { systemClock } from '../../../adapters/shared/system-clock.ts';
import { createRateLimiter } from '../../../src/messaging/rate-limits/rate-limiter.ts';
import { messageView } from '../../../src/view/message-view.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const MESSAGES = 'POST /channels/{channel_id}/messages';
const CHANNELS = 60;
const EACH = 3;

describe('many digests at once', () => {
  it('exceed no rate limit of Discord, though the queues of many channels are released together', async () => {
    const rates = { perSecond: 50, routes: { [MESSAGES]: { limit: 1, perMs: 2500 } } };
    const { discord, bot } = await startDiscordBot({ rates, pace: createRateLimiter(systemClock, RATE_LIMITS) });
    const guild = discord.addGuild();
    const channels = Array.from({ length: CHANNELS }, () => discord.addChannel(guild));
    const view = messageView('The ferry is back.');
    await Promise.all(
      channels.flatMap(({ id }) =>
        Array.from({ length: EACH }, (_, n) =>
          bot.deliver({ platform: 'discord', chat: id }, view, makeDeliverOptions({ id: `${id}-${n}` })),
        ),
      ),
    );
    const refused = discord.calls().filter(({ status }) => status === 429);
    expect([refused.length, discord.earlyRetries()]).toEqual([0, 0]);
    expect(discord.calls(MESSAGES)).toHaveLength(CHANNELS * EACH);
  }, 60_000);
});
