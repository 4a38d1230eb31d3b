import { describe, expect, it } from 'vitest';
import { settingsFor } from './bot.ts';
import { judge } from './judge.ts';
import { beginRound } from './round.ts';
import { pastSlot } from './subscribe.ts';

const MOST_MS = 10_000;

describe('a bot that is asked to end while it delivers', () => {
  it('ends within ten seconds, between two parts, and the next start goes on there', async () => {
    const slot = pastSlot(new Date());
    const round = await beginRound({ spots: 80, slot });
    const { place, platforms, editions, state, spots } = round;
    const slow = { times: Number.POSITIVE_INFINITY, action: { kind: 'delay', ms: 100, phase: 'after' } } as const;
    platforms.telegram.fault({ on: '*', ...slow });
    platforms.discord.fault({ on: 'POST /channels/{channel_id}/messages', ...slow });
    const first = place.start([], settingsFor(platforms));
    await platforms.telegram.waitFor(() => platforms.telegram.calls('sendMessage').length > 20, 'parts');
    const asked = performance.now();
    first.child.kill('SIGTERM');
    const { code } = await first.ended;
    expect(code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(MOST_MS);
    const begun = await Promise.all(editions.map((id) => state.deliveries.get(id)));
    expect(
      begun.filter((one) => one !== undefined && one.confirmedParts.length > 0 && !('outcome' in one)).length,
    ).toBeGreaterThan(0);

    const second = place.start([], settingsFor(platforms));
    await round.done();
    second.child.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
    const verdicts = await Promise.all(
      spots.map(async (spot, at) => {
        const delivery = await state.deliveries.get(editions[at] ?? '');
        const alike = spots.findIndex(({ kind }) => kind === spot.kind);
        const reference = (await state.deliveries.get(editions[alike] ?? ''))?.confirmedParts.flat() ?? [];
        const shown = spots[alike]?.heard().flat() ?? [];
        const texts = reference.map((id) => shown.find((one) => one.id === id)?.shown ?? '');
        return judge({ spot, delivery, reference: texts, arrivedAt: [], kills: [] });
      }),
    );
    // Nothing was in flight, so that not even on Telegram anything came twice.
    expect(verdicts.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(verdicts.reduce((sum, { doubled }) => sum + doubled, 0)).toBe(0);
    await round.end();
  });
});
