import { describe, expect, it } from 'vitest';
import { createConnectionReporter, createConnectionWatchdog } from '../../src/messaging/connection.ts';
import { createFakeClock } from '../fakes/clock.ts';

function start() {
  const clock = createFakeClock();
  const news: string[] = [];
  const reporter = createConnectionReporter<Error>((what, why) =>
    news.push(what === 'lost' ? `lost: ${why?.message}` : what),
  );
  const watchdog = createConnectionWatchdog<Error>({
    clock,
    reporter,
    reportAfterMs: 10_000,
    giveUpAfterMs: 30_000,
    giveUp: (why) => void news.push(`given up: ${why.message}`),
    toFailure: (error) => (error instanceof Error ? error : new Error('No answer.')),
  });
  return { clock, news, watchdog };
}

describe('a silent connection', () => {
  it('is not reported if it comes back soon', async () => {
    const { clock, news, watchdog } = start();
    watchdog.online();
    watchdog.silent();
    await clock.pass(9000);
    watchdog.online();
    await clock.pass(60_000);
    expect(news).toEqual([]);
  });

  it('is reported once, and given up after half a minute', async () => {
    const { clock, news, watchdog } = start();
    watchdog.online();
    watchdog.silent();
    watchdog.failed(new Error('Unexpected server response: 503'));
    watchdog.silent();
    await clock.pass(10_000);
    expect(news).toEqual(['lost: Unexpected server response: 503']);
    await clock.pass(20_000);
    expect(news.slice(1)).toEqual(['given up: Unexpected server response: 503']);
  });

  it('is reported to be back if it was reported to be lost', async () => {
    const { clock, news, watchdog } = start();
    watchdog.online();
    watchdog.silent();
    await clock.pass(15_000);
    watchdog.online();
    expect(news).toEqual(['lost: No answer.', 'back']);
  });

  it('is also given up if it was never online', async () => {
    const { clock, news } = start();
    await clock.pass(30_000);
    expect(news).toEqual(['given up: No answer.']);
  });

  it('is not watched any more after its end, whatever the SDK reports', async () => {
    const { clock, news, watchdog } = start();
    watchdog.online();
    watchdog.end();
    watchdog.silent();
    await clock.pass(60_000);
    expect(news).toEqual([]);
  });
});

describe('a lost connection', () => {
  it('is reported again for another cause if each cause counts', () => {
    const news: unknown[] = [];
    const reporter = createConnectionReporter<Error>((what, why) => news.push([what, why?.message]), {
      eachCause: true,
    });
    for (const cause of ['cut', 'cut', 'refused']) reporter.lost(new Error(cause));
    reporter.back();
    reporter.back();
    expect(news).toEqual([
      ['lost', 'cut'],
      ['lost', 'refused'],
      ['back', undefined],
    ]);
  });
});
