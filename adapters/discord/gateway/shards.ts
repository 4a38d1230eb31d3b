import { GatewayDispatchEvents } from 'discord.js';
import { createConnectionReporter } from '../../../src/messaging/connection.ts';
import { exponentialBackoff, type RetryPolicy, retryUntilStopped } from '../../../src/messaging/retry.ts';
import type { PlatformContext } from '../../shared/platform.ts';
import { isObject } from '../answer-shapes.ts';
import type { Client } from '../client.ts';
import { toFailure } from '../errors.ts';
import type { DiscordSettings } from '../settings.ts';
import { backoffOf, type GatewayContext, keepConnected } from './gateway.ts';
import { createShardStatus } from './shard-status.ts';
import { shareIdentifying } from './share-identifying.ts';

interface ShardsContext
  extends Omit<GatewayContext, 'shard' | 'identifying'>,
    Pick<DiscordSettings, 'shards'>,
    Pick<PlatformContext, 'lead'> {
  client: Pick<Client, 'call'>;
  /** Called when all shards are connected, none of which was reported as lost. */
  onConnected(): void;
  signal: AbortSignal;
}

/**
 * Keeps the shards of this process connected until the signal aborts, each on its own: a shard that is silent or refused is
 * replaced, and the others go on. READY is passed on for the first of them only.
 */
export async function keepShardsConnected(context: ShardsContext): Promise<void> {
  const { shards: { count: chosen, ids: own } = { count: 1 }, token, lead, signal } = context;
  const count = chosen === 'auto' ? await askForCount(context) : chosen;
  if (count === undefined) return;
  const ids = own ?? Array.from({ length: count }, (_, id) => id);
  const status = createShardStatus(ids, context);
  const identifying = shareIdentifying();
  const [bot] = token.split('.', 1);
  const keep = async (id: number): Promise<void> => {
    const onEvent: GatewayContext['onEvent'] = (event, payload) => {
      const isReady = event === GatewayDispatchEvents.Ready;
      if (!isReady || id === ids[0]) context.onEvent(event, payload);
      if (isReady) status.ready(id);
    };
    const connection = { ...context, shard: { id, count }, identifying, onEvent, report: status.reportOf(id) };
    const task = count === 1 ? `discord ${bot}` : `discord ${bot} ${id}/${count}`;
    // Discord tells each connection of a shard everything: two would both answer.
    await lead(task, (held) => keepConnected(connection, held), { signal, onWaiting: () => status.ready(id) });
  };
  await Promise.all(ids.map(keep));
}

/** How many shards Discord recommends; undefined if the bot stops before it answers. */
async function askForCount({ client, clock, report, signal }: ShardsContext): Promise<number | undefined> {
  const reporter = createConnectionReporter(report);
  const policy: RetryPolicy = (error, failures) => {
    const failure = toFailure(error);
    reporter.lost(failure);
    return failure.retryAfterMs ?? exponentialBackoff(failures, backoffOf(failure));
  };
  const expects = (answer: unknown) => isObject(answer) && Number(answer['shards']) >= 1;
  const ask = async () => {
    const { shards } = await client.call<{ shards: number }>({ method: 'GET', route: '/gateway/bot', expects });
    reporter.back();
    return shards;
  };
  return await retryUntilStopped(ask, { policy, clock, signal });
}
