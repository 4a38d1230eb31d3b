import { Client, GatewayDispatchEvents, GatewayIntentBits } from 'discord.js';
import { keepConnected } from '../adapters/discord/gateway/gateway.ts';
import { shareIdentifying } from '../adapters/discord/gateway/share-identifying.ts';
import { systemClock } from '../adapters/shared/system-clock.ts';

const [client = '', api = ''] = process.argv.slice(2);
const TOKEN = 'measured.measured.measured';

/** Each client connects, and resolves at the event that the gateway sends after all servers. */
const clients: Readonly<Record<string, () => Promise<unknown>>> = {
  nothing: async () => undefined,
  gazette: () =>
    new Promise((resolve) => {
      const onEvent = (event: string) => event === 'INTERACTION_CREATE' && resolve(undefined);
      const deps = {
        token: TOKEN,
        api,
        clock: systemClock,
        onEvent,
        report: () => undefined,
        onError: () => undefined,
        shard: { id: 0, count: 1 },
        identifying: shareIdentifying(),
      };
      void keepConnected(deps, new AbortController().signal);
    }),
  'discord.js, default caches': () =>
    new Promise((resolve) => {
      const discord = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api, version: '10' } });
      discord.ws.on(GatewayDispatchEvents.InteractionCreate, resolve);
      void discord.login(TOKEN);
    }),
};

await clients[client]?.();
for (let time = 0; time < 3; time += 1) globalThis.gc?.();
const { rss, heapUsed } = process.memoryUsage();
process.stdout.write(`${JSON.stringify({ rss, heapUsed })}\n`, () => process.exit(0));
