import type { ReportConnection } from '../../../src/messaging/connection.ts';
import { DiscordFailure } from '../errors.ts';

interface StatusOptions {
  report: ReportConnection<DiscordFailure>;
  /** Called when all shards are connected, none of which was reported as lost. */
  onConnected(): void;
}

/** What all shards of a process have in common: they are connected if each of them is. */
export function createShardStatus(ids: readonly number[], { report, onConnected }: StatusOptions) {
  const waiting = new Set(ids);
  const lost = new Set<number>();
  let isReported = false;

  function settle(): void {
    if (waiting.size > 0 || lost.size > 0) return;
    if (isReported) report('back', undefined);
    else onConnected();
    isReported = false;
  }

  return {
    ready(id: number): void {
      waiting.delete(id);
      settle();
    },
    /** The report of one shard: the first loss is passed on, and that all are back. */
    reportOf:
      (id: number): ReportConnection<DiscordFailure> =>
      (news, why) => {
        if (news === 'back') {
          lost.delete(id);
          return settle();
        }
        if (!isReported) report('lost', why && ids.length > 1 ? withShard(why, id) : why);
        isReported = true;
        lost.add(id);
      },
  };
}

function withShard({ reason, kind, message }: DiscordFailure, id: number): DiscordFailure {
  return new DiscordFailure({ reason, kind, message: `Shard ${id}: ${message}` });
}
