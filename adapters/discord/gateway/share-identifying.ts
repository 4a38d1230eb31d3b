import { type ClientOptions, type IIdentifyThrottler, SimpleIdentifyThrottler } from 'discord.js';

/** How discord.js gets what paces its new sessions. */
export type BuildThrottler = NonNullable<NonNullable<ClientOptions['ws']>['buildIdentifyThrottler']>;

/** Lets the shards of a process wait for each other: Discord accepts one new session in five seconds, or as many as it says. */
export function shareIdentifying(): BuildThrottler {
  let shared: IIdentifyThrottler | undefined;
  return async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    shared ??= new SimpleIdentifyThrottler(limit.max_concurrency);
    return shared;
  };
}
