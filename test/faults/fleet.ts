import type { Running } from '../end-to-end/process.ts';
import { endBot } from './bot.ts';
import type { Random } from './random.ts';

/** The longest that a bot takes to start, even on a busy machine. */
const STARTING_MS = 30_000;

/** Several bots, each of which is started again when it is killed. */
export function startFleet(count: number, start: (at: number) => Running) {
  const startOne = (at: number) => ({ ...start(at), startedAt: Date.now() });
  const bots = Array.from({ length: count }, (_, at) => startOne(at));
  const kills: number[] = [];
  let cutAt = 0;
  return {
    kills: kills as readonly number[],
    /** Kills one of them. */
    async kill(random: Random): Promise<void> {
      const bot = random.pick(bots);
      kills.push(Date.now());
      bot.child.kill('SIGKILL');
      await bot.ended;
      const at = bots.indexOf(bot);
      bots[at] = startOne(at);
    },
    /** Notes that the connections of the bots to the server were cut. */
    noteCut(): void {
      cutAt = Date.now();
    },
    /** Starts again those that were cut off while they started, and so ended, as a supervisor does. Rejects if another one ended. */
    async revive(): Promise<void> {
      for (const [at, { child, ended, startedAt }] of bots.entries()) {
        if (child.exitCode === null) continue;
        if (cutAt < startedAt || cutAt > startedAt + STARTING_MS)
          throw new Error(`A bot ended by itself: ${(await ended).err}`);
        bots[at] = startOne(at);
      }
    },
    end: () => Promise.all(bots.map(endBot)),
  };
}
