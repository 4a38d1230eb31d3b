import { type Clock, withTimeout } from './clock.ts';
import type { ReportTrouble } from './operators/operator-notices.ts';

/** What has to work while the bot serves. */
export interface ServedParts {
  /** The platforms that connect to something. */
  platforms: readonly string[];
  /** Rejects if nothing can be stored any more. */
  checkStore(): Promise<void>;
  /** Why nothing is sent though the store works. */
  obstacle?(): Error | undefined;
}

interface ReadinessDeps {
  clock: Pick<Clock, 'after'>;
  /** Aborts when the process stops. */
  signal: AbortSignal;
}

/** Whether the bot can do its work now. */
export interface Readiness {
  /** From now on the bot serves. */
  begin(parts: ServedParts): void;
  /** Also takes note of which platforms are connected: those that reported that they have no trouble. */
  watch(report: ReportTrouble): ReportTrouble;
  isConnected(platform: string): boolean;
  /** Why the bot cannot do its work, a sentence each; empty if it can. */
  reasons(): Promise<readonly string[]>;
}

/** A store that takes longer keeps people waiting, too. */
const STORE_TIMEOUT_MS = 2000;

/** Creates the readiness of a process that has not begun to serve. */
export function createReadiness({ clock, signal }: ReadinessDeps): Readiness {
  const connected = new Set<string>();
  let parts: ServedParts | undefined;

  async function answers({ checkStore }: ServedParts): Promise<boolean> {
    const checked = checkStore().then(
      () => true,
      () => false,
    );
    return (await withTimeout(checked, STORE_TIMEOUT_MS, clock)) ?? false;
  }

  return {
    begin(served) {
      parts = served;
    },
    watch: (report) => (name, trouble) => {
      if (trouble === undefined) connected.add(name);
      else connected.delete(name);
      report(name, trouble);
    },
    isConnected: (platform) => connected.has(platform),
    async reasons() {
      if (signal.aborted) return ['The bot is stopping.'];
      if (parts === undefined) return ['The bot is starting.'];
      const lost = parts.platforms.filter((one) => !connected.has(one)).map((one) => `${one} is not connected.`);
      if (!(await answers(parts))) return ['The store does not answer.', ...lost];
      const obstacle = parts.obstacle?.();
      return obstacle === undefined ? lost : [obstacle.message, ...lost];
    },
  };
}
