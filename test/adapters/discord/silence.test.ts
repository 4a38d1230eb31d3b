import { describe, expect, it } from 'vitest';
import { createNews, watchSilence } from '../../../adapters/discord/silence.ts';
import { createFakeClock } from '../../fakes/clock.ts';

function start() {
  const clock = createFakeClock();
  const told: string[] = [];
  const news = createNews((what, why) => void told.push(what === 'lost' ? `lost: ${why?.message}` : what));
  const watch = watchSilence({ clock, news, tooLong: (why) => void told.push(`too long: ${why.message}`) });
  return { clock, told, watch };
}

describe('a connection that says nothing', () => {
  it('is no news where it comes back soon', async () => {
    const { clock, told, watch } = start();
    watch.heard();
    watch.silent();
    await clock.pass(9000);
    watch.heard();
    await clock.pass(60_000);
    expect(told).toEqual([]);
  });

  it('is told once, and given up after half a minute', async () => {
    const { clock, told, watch } = start();
    watch.heard();
    watch.silent();
    watch.failed(new Error('Unexpected server response: 503'));
    watch.silent();
    await clock.pass(10_000);
    expect(told).toEqual(['lost: Unexpected server response: 503']);
    await clock.pass(20_000);
    expect(told.slice(1)).toEqual(['too long: Unexpected server response: 503']);
  });

  it('is told to be back where it was told to be lost', async () => {
    const { clock, told, watch } = start();
    watch.heard();
    watch.silent();
    await clock.pass(15_000);
    watch.heard();
    expect(told).toEqual(['lost: Discord does not answer.', 'back']);
  });

  it('is given up too where it never began to talk', async () => {
    const { clock, told } = start();
    await clock.pass(30_000);
    expect(told).toEqual(['too long: Discord does not answer.']);
  });

  it('is watched no more once it has ended, whatever discord.js says of it then', async () => {
    const { clock, told, watch } = start();
    watch.heard();
    watch.end();
    watch.silent();
    await clock.pass(60_000);
    expect(told).toEqual([]);
  });
});
