import { ALL } from './fair-shares.ts';

/** Creates the pauses that a platform asked for, none yet. */
export function createPauses(nowMs: () => number) {
  const until = new Map<string, number>();
  const extend = (name: string, end: number) => until.set(name, Math.max(until.get(name) ?? 0, end));
  return {
    /** When a chat may be sent to again. */
    endOf: (chat: string): number => Math.max(until.get(ALL) ?? 0, until.get(chat) ?? 0),
    /** Pauses a chat. If another chat is paused meanwhile, all pause. */
    pause(chat: string, forMs: number): void {
      const now = nowMs();
      for (const [key, end] of until) if (end <= now) until.delete(key);
      const others = [...until.keys()].some((key) => key !== chat && key !== ALL);
      for (const name of others ? [chat, ALL] : [chat]) extend(name, now + forMs);
    },
    pauseAll(forMs: number): void {
      extend(ALL, nowMs() + forMs);
    },
  };
}
