import type { FaultAction as DiscordFault } from '../emulators/discord/faults.ts';
import type { CommonAction } from '../emulators/faults.ts';
import type { FaultAction as TelegramFault } from '../emulators/telegram/faults.ts';
import type { Platforms } from './places.ts';
import type { Random } from './random.ts';

const ANYWHERE: readonly CommonAction[] = [
  { kind: 'status', status: 502 },
  { kind: 'status', status: 500, phase: 'after' },
  { kind: 'reset' },
  { kind: 'reset', phase: 'after' },
  { kind: 'garbage' },
  { kind: 'garbage', phase: 'after' },
];

const TELEGRAM: readonly TelegramFault[] = [
  { kind: 'rate', retryAfter: 1 },
  ...ANYWHERE,
  { kind: 'error', code: 400, message: 'Bad Request: something that nobody has heard of' },
];

const DISCORD: readonly DiscordFault[] = [
  { kind: 'rate', retryAfter: 0.2 },
  { kind: 'rate', retryAfter: 0.2, scope: 'global' },
  { kind: 'rate', retryAfter: 0.2, scope: 'shared' },
  ...ANYWHERE,
  { kind: 'error', status: 400, code: 50_035, message: 'Invalid Form Body' },
];

/** Each takes seconds until it is given up: that there are some is enough. */
const HANGS = 0.03;

/** A share of the next requests of each platform meets a fault of any kind. */
export function trouble(
  { telegram, discord }: Platforms,
  random: Random,
  { share, requests }: { share: number; requests: number },
) {
  for (let skip = 0; skip < requests; skip += 1) {
    if (random.next() < share)
      telegram.fault({ on: '*', skip, action: random.next() < HANGS ? { kind: 'hang' } : random.pick(TELEGRAM) });
    if (random.next() < share) {
      const hang = { kind: 'hang', phase: random.pick(['before', 'after'] as const) } as const;
      discord.fault({ on: '*', skip, action: random.next() < HANGS ? hang : random.pick(DISCORD) });
    }
  }
}
