import type { Clock } from '../../src/clock.ts';
import { DiscordFailure, toFailure } from './errors.ts';

/** discord.js reconnects by itself, twice a second for ever; where that takes longer, a new connection is begun. */
const MOST_SILENCE_MS = 30_000;
/** A connection that comes back as soon as this is no news: discord.js lets five seconds pass before each new session. */
const NEWS_AFTER_MS = 10_000;

/** Tells each piece of news once. */
export interface News {
  lost(why: DiscordFailure): void;
  back(): void;
}

/** Starts with nothing told. */
export function createNews(report: (news: 'lost' | 'back', why: DiscordFailure | undefined) => void): News {
  let told = false;
  return {
    lost(why) {
      if (!told) report('lost', why);
      told = true;
    },
    back() {
      if (told) report('back', undefined);
      told = false;
    },
  };
}

interface SilenceDeps {
  clock: Pick<Clock, 'after'>;
  news: News;
  tooLong(why: DiscordFailure): void;
}

/** Watches how long a connection says nothing: tells when it is lost and when it is back, and gives it up in the end. */
export function watchSilence({ clock, news, tooLong }: SilenceDeps) {
  let wasOnline = false;
  let isOver = false;
  let last: unknown;
  let cancels: (() => void)[] = [];
  const why = (): DiscordFailure => (last === undefined ? noAnswer() : toFailure(last));

  function calm(): void {
    for (const cancel of cancels) cancel();
    cancels = [];
  }

  function silent(): void {
    // discord.js says that it reconnects even where it is told to end.
    if (isOver || cancels.length > 0) return;
    cancels = [
      ...(wasOnline ? [clock.after(NEWS_AFTER_MS, () => news.lost(why()))] : []),
      clock.after(MOST_SILENCE_MS, () => tooLong(why())),
    ];
  }

  silent();
  return {
    silent,
    heard(): void {
      calm();
      news.back();
      wasOnline = true;
      last = undefined;
    },
    failed(error: unknown): void {
      last = error;
    },
    end(): void {
      isOver = true;
      calm();
    },
    wasOnline: () => wasOnline,
  };
}

function noAnswer(): DiscordFailure {
  return new DiscordFailure({ reason: 'busy', message: 'Discord does not answer.' });
}
