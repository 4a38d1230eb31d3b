import type { ChatEvents } from '../../src/chat/chat-events.ts';
import type { ChatAdapter } from '../../src/chat/platform.ts';
import type { Clock } from '../../src/clock.ts';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import type { Reviser } from '../../src/delivery/revisions/reviser.ts';
import type { Lead } from '../../src/leadership.ts';
import type { Language } from '../../src/locales/languages.ts';
import type { ShareRate } from '../../src/messaging/rate-limits/rate-share.ts';
import type { Metrics } from '../../src/metrics.ts';
import type { ReportTrouble } from '../../src/operators/operator-notices.ts';
import type { StateStore } from '../../src/state-store.ts';

/** The dependencies of a platform. */
export interface PlatformContext extends ChatEvents, PartContext {}

/** The dependencies of a background service. */
export interface ServiceContext extends PartContext {
  /** Logs a line about something that an operator should look at. */
  warn(line: string): void;
  /** Brings the library up to date soon, because files of a folder have changed. Without its name, all folders. */
  syncLibrary(folder?: string): void;
}

/** The dependencies of every part that runs. */
interface PartContext {
  /** The default language. */
  language: Language;
  /** The part's own state, by namespace. */
  states(namespace: string): StateStore;
  /** Runs a task in one of all processes that share the store. */
  lead: Lead;
  /** Shares a rate, by its name, among all processes that share the store. */
  shareRate(name: string): ShareRate;
  clock: Clock;
  /** Reports a handled error. */
  report(error: unknown): void;
  /** Ends the process: the part cannot go on, and a new process may. */
  fail(error: unknown): void;
  /** Logs a line for the operator. */
  say(line: string): void;
  /** Counts what happens. */
  metrics: Metrics;
  /** Answers the requests to a path of `HTTP_PORT`. Requests are POST, and their bodies are limited. */
  serveAt(path: string, handle: (request: Request) => Promise<Response>): void;
  /** Reports what only the people who run the bot can put right, and when it is over. */
  reportTrouble: ReportTrouble;
}

/** A running platform. One without `deliver` gets no digests; one without `revise` leaves those that it has as they are. */
export interface Platform extends ChatAdapter, Partial<Deliverer>, Partial<Reviser> {
  /** Settles when the platform accepts no more requests: a terminal after `quit`, a chat service never. */
  readonly ended: Promise<void>;
}

/** Who the bot is on a platform. */
export interface Identity {
  name: string;
  /** The address that adds it to a group or server. */
  invitation: string;
}

/** A connection check of a configured platform. */
export interface Probe {
  name: string;
  /** Resolves to who the bot is there, or rejects with the reason why it cannot log in. */
  ask(): Promise<Identity>;
  /** What else is worth knowing, if the bot may log in. Rejects as `ask` does. */
  notes?(): Promise<readonly ProbeNote[]>;
}

/** A text for the operator about a platform; `note` if something may need them. */
export interface ProbeNote {
  mark: 'fine' | 'note';
  text: 'doctor.webhook' | 'doctor.webhookFailing' | 'doctor.webhookNew' | 'doctor.webhookOther' | 'doctor.webhookLeft';
  values: { host: string; count: number; at: string; why: string };
}
