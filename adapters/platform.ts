import type { ChatEvents } from '../src/chat/chat-events.ts';
import type { ChatAdapter } from '../src/chat/platform.ts';
import type { Clock } from '../src/clock.ts';
import type { Deliverer } from '../src/delivery/deliverer.ts';
import type { Language } from '../src/locales/languages.ts';
import type { StateStore } from '../src/state-store.ts';

/** What a platform is made from. */
export interface PlatformContext extends ChatEvents {
  /** The language of whoever has named none. */
  language: Language;
  /** State of the platform's own, under a name of its own. */
  states(namespace: string): StateStore;
  clock: Clock;
  /** Is told of what went wrong and was survived. */
  report(error: unknown): void;
  /** Says something to the operator, in one line. */
  say(line: string): void;
}

/** A platform in use; one that cannot say anything unasked gets no digests. */
export interface Platform extends ChatAdapter, Partial<Deliverer> {
  /** Settles once nobody can ask anything here any more: at a terminal, after `quit`. A service's never does. */
  readonly ended: Promise<void>;
}

/** A platform that the settings ask for, to be asked whether it lets the bot in. */
export interface Probe {
  name: string;
  /** What the bot is called there; rejects with why it is not let in. */
  ask(): Promise<string>;
}
